// Package latest lets goroutines wait for the next version of a value.
package latest

import (
	"context"
	"sync"
)

func New[T any]() *Latest[T] {
	return &Latest[T]{changed: sync.NewCond(new(sync.Mutex))}
}

// region print

type Latest[T any] struct {
	changed *sync.Cond // its L guards the other fields
	value   T
	version int
}

func (l *Latest[T]) Set(value T) {
	l.changed.L.Lock()
	defer l.changed.L.Unlock()
	l.value, l.version = value, l.version+1
	l.changed.Broadcast() // every waiter wants to know
}

// Next waits for a version above seen, or for the end of ctx.
func (l *Latest[T]) Next(
	ctx context.Context, seen int,
) (T, int, error) {
	stop := context.AfterFunc(ctx, func() {
		l.changed.L.Lock()
		defer l.changed.L.Unlock()
		l.changed.Broadcast()
	})
	defer stop()
	l.changed.L.Lock()
	defer l.changed.L.Unlock()
	for l.version <= seen && ctx.Err() == nil {
		l.changed.Wait()
	}
	return l.value, l.version, context.Cause(ctx)
}

// endregion print
