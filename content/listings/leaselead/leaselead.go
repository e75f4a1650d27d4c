// Package leaselead runs work while its replica holds a lease.
package leaselead

import (
	"context"
	"errors"
	"sync"
	"time"
)

var ErrLost = errors.New("lease lost")

// region print

// Lead runs work for as long as renew keeps saying that the
// lease is ours. Its own clock decides when that is too long.
func Lead(ctx context.Context, ttl time.Duration,
	renew func(context.Context) bool,
	work func(context.Context) error,
) error {
	var wg sync.WaitGroup
	defer wg.Wait()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)      // runs before wg.Wait
	limit := ttl * 3 / 4 // before the lease itself ends
	expiry := time.AfterFunc(limit, func() { stop(ErrLost) })
	defer expiry.Stop()
	wg.Go(func() {
		for ctx.Err() == nil {
			asked := time.Now()
			if renew(ctx) {
				expiry.Reset(limit - time.Since(asked))
			}
			select {
			case <-time.After(ttl / 4):
			case <-ctx.Done():
			}
		}
	})
	if err := work(ctx); err != nil {
		return errors.Join(context.Cause(ctx), err)
	}
	return nil
}

// endregion print
