// Package cachedown reads through a cache that may be slow or down.
package cachedown

import (
	"context"
	"errors"
	"sync/atomic"
	"time"
)

// ErrMiss says that the cache works and has no such key.
var ErrMiss = errors.New("cache miss")

// region print

type Reader struct {
	Lookup   func(context.Context, string) (string, error)
	Load     func(context.Context, string) (string, error)
	Patience time.Duration // for the cache, such as 50 ms
	Slots    chan struct{} // bounds Load if the cache fails
	Failures atomic.Int64
}

func (r *Reader) Get(
	ctx context.Context, key string,
) (string, error) {
	short, cancel := context.WithTimeout(ctx, r.Patience)
	value, err := r.Lookup(short, key)
	cancel()
	if errors.Is(err, ErrMiss) {
		return r.Load(ctx, key)
	}
	if err == nil || ctx.Err() != nil {
		return value, err // a hit, or the caller has left
	}
	r.Failures.Add(1) // an alarm for you, not for the user
	select {
	case r.Slots <- struct{}{}:
		defer func() { <-r.Slots }()
		return r.Load(ctx, key)
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// endregion print
