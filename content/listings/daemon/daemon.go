// Package daemon runs the parts of a long-lived process together.
package daemon

import (
	"context"
	"errors"
	"sync"
)

var ErrStopped = errors.New("a part stopped without an error")

// region print

// Run starts all parts. When one returns or ctx ends it cancels
// the others, waits for them, and reports the first cause.
func Run(
	ctx context.Context, parts ...func(context.Context) error,
) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wg sync.WaitGroup
	for _, part := range parts {
		wg.Go(func() {
			err := part(ctx)
			if err == nil {
				err = ErrStopped // none should end by itself
			}
			cancel(err) // only the first call counts
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

// endregion print
