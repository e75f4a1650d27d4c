// Package warmkeys loads the hottest keys before a process gets traffic.
package warmkeys

import (
	"context"
	"sync"
	"sync/atomic"
)

// region print

// Warm loads keys, hottest first, by a few workers, until ctx
// ends. It reports how many are warm; the rest load on demand.
func Warm(
	ctx context.Context, keys []string, workers int,
	load func(context.Context, string) error,
) (warm int) {
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range workers { // all the load that the database feels
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(keys) {
					return
				}
				if load(ctx, keys[i]) == nil {
					done.Add(1) // a failure stays a miss
				}
			}
		})
	}
	wg.Wait()
	return int(done.Load())
}

// endregion print
