// Package producer shows a producer that ends when its consumer leaves.
package producer

import (
	"context"
	"testing"
	"testing/synctest"
)

// region print

// Numbers sends 0, 1, 2 and so on until ctx is done.
func Numbers(ctx context.Context) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; ; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return // the consumer has left
			}
		}
	}()
	return out
}

func TestNoLeak(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel() // without it, the bubble never empties
		for n := range Numbers(ctx) {
			if n == 3 {
				break
			}
		}
	})
}

// endregion print

func TestClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		numbers := Numbers(ctx)
		for want := range 3 {
			if got := <-numbers; got != want {
				t.Errorf("got %d, want %d", got, want)
			}
		}
		cancel()
		synctest.Wait()
		if _, ok := <-numbers; ok {
			t.Error("the channel is open after the cancellation")
		}
	})
}
