// Package priority serves one channel before another.
package priority

import "context"

// region print

// Work takes a normal job only when no urgent one is waiting.
// It ends with ctx; neither channel is ever closed.
func Work(
	ctx context.Context, urgent, normal <-chan string,
	do func(job string),
) error {
	for ctx.Err() == nil {
		select {
		case job := <-urgent:
			do(job)
			continue
		default: // nothing urgent now
		}
		select {
		case job := <-urgent:
			do(job)
		case job := <-normal:
			do(job)
		case <-ctx.Done():
		}
	}
	return context.Cause(ctx)
}

// endregion print
