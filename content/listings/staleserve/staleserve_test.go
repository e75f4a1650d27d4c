package staleserve

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		fetches, fail := 0, error(nil)
		set := func(err error) {
			mu.Lock()
			defer mu.Unlock()
			fail = err
		}
		count := func(when string, want int) {
			t.Helper()
			synctest.Wait()
			mu.Lock()
			defer mu.Unlock()
			if fetches != want {
				t.Errorf("%s: %d fetches, want %d", when, fetches, want)
			}
		}
		c := &Cache{Soft: time.Minute, Hard: 10 * time.Minute, Limit: 5 * time.Second}
		c.Fetch = func(ctx context.Context, key string) (string, error) {
			mu.Lock()
			fetches++
			n, err := fetches, fail
			mu.Unlock()
			time.Sleep(time.Second)
			if err == nil {
				err = ctx.Err()
			}
			return fmt.Sprint(key, " ", n), err
		}
		get := func(when, want string, wait time.Duration) {
			t.Helper()
			start := time.Now()
			ctx, cancel := context.WithCancel(t.Context())
			got, err := c.Get(ctx, "a")
			cancel() // as a server does after the request
			if got != want || err != nil || time.Since(start) != wait {
				t.Errorf("%s: got %q, %v after %v; want %q after %v", when, got, err, time.Since(start), want, wait)
			}
		}
		get("empty", "a 1", time.Second)
		time.Sleep(time.Minute - time.Second - 1)
		get("fresh", "a 1", 0)
		count("fresh", 1)
		time.Sleep(1)
		get("stale", "a 1", 0)
		get("stale, refresh under way", "a 1", 0)
		count("stale", 2)
		time.Sleep(time.Second)
		synctest.Wait()
		get("refreshed", "a 2", 0)

		down := errors.New("down")
		set(down)
		time.Sleep(2 * time.Minute)
		get("stale, source down", "a 2", 0)
		time.Sleep(2 * time.Second)
		get("still down", "a 2", 0)
		time.Sleep(2 * time.Second)
		count("source down", 4)
		time.Sleep(10 * time.Minute)
		if _, err := c.Get(t.Context(), "a"); err != down {
			t.Error("beyond the hard limit:", err)
		}
		set(nil)
		get("up again", "a 6", time.Second)
		time.Sleep(time.Minute)
	})
}

// A refresh that hangs ends at the limit, and the next caller starts another.
func TestHungRefresh(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &Cache{Soft: time.Minute, Hard: time.Hour, Limit: 5 * time.Second}
		var fetches atomic.Int32
		c.Fetch = func(ctx context.Context, _ string) (string, error) {
			if fetches.Add(1) == 1 {
				return "old", nil
			}
			<-ctx.Done()
			return "", ctx.Err()
		}
		get := func(want int32) {
			t.Helper()
			if got, err := c.Get(t.Context(), "a"); got != "old" || err != nil {
				t.Errorf("got %q, %v", got, err)
			}
			synctest.Wait()
			if n := fetches.Load(); n != want {
				t.Errorf("%d fetches, want %d", n, want)
			}
		}
		get(1)
		time.Sleep(time.Minute)
		get(2)
		time.Sleep(4 * time.Second)
		get(2)
		time.Sleep(time.Second)
		synctest.Wait()
		get(3)
		time.Sleep(5 * time.Second)
	})
}
