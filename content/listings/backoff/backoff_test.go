package backoff

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

var errDown = errors.New("503")

func ExampleRetry() {
	call := func(results ...error) {
		attempt := 0
		err := Retry(context.Background(), 3, 2, 8, func(context.Context) error {
			attempt++
			return results[attempt-1]
		})
		fmt.Printf("%d attempts: %v\n", attempt, err)
	}
	call(errDown, nil)
	call(errDown, errDown, errDown)
	call(fmt.Errorf("400: %w", ErrPermanent))
	// Output:
	// 2 attempts: <nil>
	// 3 attempts: gave up after 3: 503
	// 1 attempts: 400: not worth a retry
}

// Each pause is random. That none of 500 comes near its limit cannot happen by chance.
func TestPauses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limits := []time.Duration{1, 2, 4, 8, 10, 10}
		longest := make([]time.Duration, len(limits))
		shortest := time.Hour
		for range 500 {
			last, n := time.Now(), -1
			_ = Retry(t.Context(), len(limits)+1, time.Second, 10*time.Second, func(context.Context) error {
				if n >= 0 {
					longest[n] = max(longest[n], time.Since(last))
					shortest = min(shortest, time.Since(last))
				}
				last = time.Now()
				n++
				return errDown
			})
		}
		for n, limit := range limits {
			limit *= time.Second
			if longest[n] >= limit || longest[n] < limit*4/5 {
				t.Errorf("pause %d: up to %v, want just under %v", n+1, longest[n], limit)
			}
		}
		if shortest > time.Second/2 {
			t.Errorf("shortest pause %v: no jitter", shortest)
		}
	})
}

func TestCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(context.Background())
		boom := errors.New("shutting down")
		result := make(chan error)
		go func() {
			result <- Retry(ctx, 2, 10000*time.Hour, 10000*time.Hour, func(context.Context) error { return errDown })
		}()
		synctest.Wait()
		cancel(boom)
		if err := <-result; !errors.Is(err, boom) || !errors.Is(err, errDown) {
			t.Errorf("got %v, want both errors", err)
		}
	})
}
