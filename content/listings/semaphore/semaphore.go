// Package semaphore limits how many goroutines do something at once.
package semaphore

import "context"

// region print

// A Semaphore holds one element for each permit in use.
type Semaphore chan struct{}

func New(permits int) Semaphore {
	return make(Semaphore, permits)
}

// Acquire waits for a permit until ctx is done.
func (s Semaphore) Acquire(ctx context.Context) error {
	select {
	case s <- struct{}{}:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (s Semaphore) Release() {
	select {
	case <-s:
	default:
		panic("semaphore: released more often than acquired")
	}
}

// endregion print
