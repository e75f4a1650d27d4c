package querycache

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestCache(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		queries, answer, fail, takes := 0, "one", error(nil), time.Second
		c := New(time.Minute, 2*time.Second, func(ctx context.Context, key string) (string, error) {
			mu.Lock()
			queries++
			v, err, takes := key+" "+answer, fail, takes
			mu.Unlock()
			select {
			case <-time.After(takes):
				return v, err
			case <-ctx.Done():
				return "", ctx.Err()
			}
		})
		count := func(when string, want int) {
			t.Helper()
			if queries != want {
				t.Errorf("%s: %d queries, want %d", when, queries, want)
			}
		}
		get := func(want string, wantErr error) {
			t.Helper()
			if got, err := c.Get(t.Context(), "a"); got != want || err != wantErr {
				t.Errorf("got %q, %v, want %q, %v", got, err, want, wantErr)
			}
		}

		// The first caller leaves; the hundred others still get the value.
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		var wg sync.WaitGroup
		wg.Go(func() {
			if _, err := c.Get(ctx, "a"); err != context.DeadlineExceeded {
				t.Error("the impatient caller got", err)
			}
		})
		synctest.Wait()
		for range 100 {
			wg.Go(func() { get("a one", nil) })
		}
		wg.Wait()
		count("a stampede", 1)

		get("a one", nil)
		count("a hit", 1)
		synctest.Sleep(time.Minute - 1)
		get("a one", nil)
		count("just before the TTL", 1)
		synctest.Sleep(1)
		get("a one", nil)
		count("after the TTL", 2)

		// A write during a load: its result is given out, but not kept.
		c.Delete("a")
		wg.Go(func() { get("a one", nil) })
		synctest.Wait()
		answer = "two"
		c.Delete("a")
		wg.Wait()
		get("a two", nil)
		count("after a write", 4)

		// The timer of the dropped entry must not drop its successor.
		c.Delete("a")
		synctest.Sleep(59 * time.Second)
		get("a two", nil)
		synctest.Sleep(59 * time.Second)
		get("a two", nil)
		count("one minute has not passed", 5)

		c.Delete("a")
		fail = errors.New("down")
		get("a two", fail)
		get("a two", fail)
		count("failures are not kept", 7)
		takes = time.Hour // the database hangs
		get("", context.DeadlineExceeded)
		takes, fail = time.Second, nil
		get("a two", nil)
		count("a query that hangs blocks nobody for long", 9)
		c.Delete("a")
		if len(c.entries) != 0 {
			t.Error("left in the map:", c.entries)
		}
	})
}
