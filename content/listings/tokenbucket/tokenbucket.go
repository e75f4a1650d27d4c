// Package tokenbucket limits a rate with a channel of tokens.
package tokenbucket

import (
	"context"
	"time"
)

// region print

// Bucket returns a channel with burst tokens in it, to which it
// adds one in each interval until ctx is done.
func Bucket(
	ctx context.Context, burst int, interval time.Duration,
) <-chan struct{} {
	tokens := make(chan struct{}, burst)
	for range burst {
		tokens <- struct{}{}
	}
	go func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				select {
				case tokens <- struct{}{}:
				default: // full: this token is lost
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	return tokens
}

// endregion print
