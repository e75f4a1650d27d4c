package cachedown

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func hang(ctx context.Context, _ string) (string, error) {
	<-ctx.Done()
	return "", ctx.Err()
}

func TestGet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		running, most, loads := 0, 0, 0
		r := &Reader{Patience: 50 * time.Millisecond, Slots: make(chan struct{}, 2)}
		r.Load = func(context.Context, string) (string, error) {
			mu.Lock()
			loads++
			running++
			most = max(most, running)
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			running--
			mu.Unlock()
			return "row", nil
		}
		many := func(want string) time.Duration {
			start := time.Now()
			var wg sync.WaitGroup
			for range 8 {
				wg.Go(func() {
					if got, err := r.Get(t.Context(), "a"); got != want || err != nil {
						t.Errorf("got %q, %v", got, err)
					}
				})
			}
			wg.Wait()
			return time.Since(start)
		}

		r.Lookup = func(context.Context, string) (string, error) { return "cached", nil }
		if many("cached"); loads != 0 {
			t.Errorf("%d loads for hits", loads)
		}
		r.Lookup = func(context.Context, string) (string, error) { return "", ErrMiss }
		if took := many("row"); loads != 8 || most != 8 || took != time.Second || r.Failures.Load() != 0 {
			t.Errorf("misses: %d loads, %d at once, %v, %d failures", loads, most, took, r.Failures.Load())
		}
		r.Lookup, most = hang, 0
		if took := many("row"); most != 2 || took != 4*time.Second+r.Patience || r.Failures.Load() != 8 {
			t.Errorf("cache down: %d at once, %v, %d failures", most, took, r.Failures.Load())
		}
		r.Lookup = func(context.Context, string) (string, error) { return "", errors.New("refused") }
		if took := many("row"); took != 4*time.Second {
			t.Errorf("connection refused: %v", took)
		}

		r.Slots <- struct{}{}
		r.Slots <- struct{}{}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := r.Get(ctx, "a"); err != context.DeadlineExceeded {
			t.Error("no slot:", err)
		}
		r.Lookup = hang
		before := r.Failures.Load()
		if _, err := r.Get(ctx, "a"); err != context.DeadlineExceeded || r.Failures.Load() != before {
			t.Errorf("the caller has left: %v, counted %d", err, r.Failures.Load()-before)
		}
	})
}
