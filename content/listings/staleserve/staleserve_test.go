package staleserve

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fetches, fail := 0, error(nil)
		c := &Cache{Soft: time.Minute, Hard: 10 * time.Minute}
		c.Fetch = func(ctx context.Context, key string) (string, error) {
			fetches++
			n, err := fetches, fail
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
		if fetches != 1 {
			t.Fatalf("fresh: %d fetches", fetches)
		}
		time.Sleep(1)
		get("stale", "a 1", 0)
		get("stale, refresh under way", "a 1", 0)
		synctest.Wait()
		if fetches != 2 {
			t.Errorf("stale: %d fetches, want 2", fetches)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		get("refreshed", "a 2", 0)

		fail = errors.New("down")
		time.Sleep(2 * time.Minute)
		get("stale, source down", "a 2", 0)
		time.Sleep(2 * time.Second)
		get("still down", "a 2", 0)
		time.Sleep(2 * time.Second)
		if fetches != 4 {
			t.Errorf("source down: %d fetches, want 4", fetches)
		}
		time.Sleep(10 * time.Minute)
		if _, err := c.Get(t.Context(), "a"); err != fail {
			t.Error("beyond the hard limit:", err)
		}
		fail = nil
		get("up again", "a 6", time.Second)
		time.Sleep(time.Minute)
	})
}
