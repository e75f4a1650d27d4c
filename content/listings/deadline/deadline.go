// Package deadline stops several goroutines with one context.
package deadline

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// region print

// All runs the tasks at once and gives them one time limit.
func All(
	ctx context.Context, limit time.Duration,
	tasks ...func(context.Context) error,
) error {
	late := fmt.Errorf("no answer within %v", limit)
	ctx, cancel := context.WithTimeoutCause(ctx, limit, late)
	defer cancel()
	errs := make([]error, len(tasks))
	var wg sync.WaitGroup
	for i, task := range tasks {
		wg.Go(func() { errs[i] = task(ctx) })
	}
	wg.Wait() // the tasks watch ctx, so this ends
	return errors.Join(errs...)
}

// Pause is what a task does that watches ctx.
func Pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// endregion print
