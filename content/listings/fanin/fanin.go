// Package fanin merges several channels into one.
package fanin

import (
	"context"
	"sync"
)

// region print

// Merge forwards every input to one channel, which it closes
// when all inputs are closed or ctx is done.
func Merge[T any](
	ctx context.Context, inputs ...<-chan T,
) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, in := range inputs {
		wg.Go(func() {
			for v := range in { // its producer closes in
				select {
				case out <- v:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// endregion print
