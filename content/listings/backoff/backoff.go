// Package backoff retries with growing random pauses.
package backoff

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

var ErrPermanent = errors.New("not worth a retry")

// region print

// Retry sleeps a random part of pause, doubled up to limit.
func Retry(
	ctx context.Context, attempts int,
	pause, limit time.Duration,
	do func(context.Context) error,
) error {
	for n := 1; ; n++ {
		err := do(ctx)
		if err == nil || errors.Is(err, ErrPermanent) {
			return err
		}
		if n >= attempts {
			return fmt.Errorf("gave up after %d: %w", n, err)
		}
		select {
		case <-time.After(rand.N(pause)):
		case <-ctx.Done():
			return errors.Join(context.Cause(ctx), err)
		}
		pause = min(2*pause, limit)
	}
}

// endregion print
