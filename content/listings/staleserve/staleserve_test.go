package staleserve

import (
	"context"
	"errors"
	"fmt"
	"sync"
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
		c := &Cache{Soft: time.Minute, Hard: 10 * time.Minute}
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
