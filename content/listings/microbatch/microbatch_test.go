package microbatch

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleBatcher() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	calls := 0
	b := New(16, time.Hour, func(inputs []string) []string {
		calls++
		return inputs
	})
	go b.Run(ctx)
	var wg sync.WaitGroup
	for i := range 160 {
		wg.Go(func() { b.Do(ctx, fmt.Sprint(i)) })
	}
	wg.Wait()
	fmt.Println(calls, "calls for 160 requests")
	// Output:
	// 10 calls for 160 requests
}

func TestBatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var sizes []int
		b := New(4, 5*time.Millisecond, func(inputs []string) []string {
			sizes = append(sizes, len(inputs))
			time.Sleep(20 * time.Millisecond)
			return inputs
		})
		go b.Run(ctx)
		time.Sleep(time.Hour) // an idle batcher does not call the model
		start := time.Now()
		var wg sync.WaitGroup
		for i := range 10 {
			wg.Go(func() {
				want := fmt.Sprint(i)
				if got, err := b.Do(ctx, want); got != want || err != nil {
					t.Errorf("got %q, %v; want %q", got, err, want)
				}
			})
		}
		wg.Wait()
		// Two full batches at once, then two requests that wait for others in vain.
		if took := time.Since(start); !slices.Equal(sizes, []int{4, 4, 2}) || took != 65*time.Millisecond {
			t.Errorf("batches of %v in %v", sizes, took)
		}
		cancel()
		synctest.Wait()
		if _, err := b.Do(ctx, "late"); err != context.Canceled {
			t.Errorf("got %v, want %v", err, context.Canceled)
		}
	})
}

// Requests that trickle in do not put off the first one.
func TestDelayIsFromTheFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := New(100, 5*time.Millisecond, func(inputs []string) []string { return inputs })
		go b.Run(t.Context())
		start := time.Now()
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() { b.Do(t.Context(), "x") })
			time.Sleep(3 * time.Millisecond)
		}
		wg.Wait()
		// The first two leave at 5 ms, the other two at 6 + 5 ms.
		if took := time.Since(start); took != 12*time.Millisecond && took != 11*time.Millisecond {
			t.Errorf("took %v, want 11ms or 12ms", took)
		}
	})
}
