// Package querycache keeps the results of queries for a while.
package querycache

import (
	"context"
	"sync"
	"time"
)

type entry[V any] struct {
	ready chan struct{} // closed when value and err are set
	value V
	err   error
}

// Cache holds results of query by key, each for ttl.
type Cache[V any] struct {
	ttl     time.Duration
	query   func(ctx context.Context, key string) (V, error)
	mu      sync.Mutex
	entries map[string]*entry[V]
}

func New[V any](ttl time.Duration, query func(context.Context, string) (V, error)) *Cache[V] {
	return &Cache[V]{ttl: ttl, query: query, entries: map[string]*entry[V]{}}
}

// Delete makes the next Get ask again; a load under way is not kept.
func (c *Cache[V]) Delete(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.entries, key)
}

func (c *Cache[V]) drop(key string, e *entry[V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries[key] == e {
		delete(c.entries, key)
	}
}

// region print

func (c *Cache[V]) Get(
	ctx context.Context, key string,
) (value V, err error) {
	c.mu.Lock()
	e := c.entries[key]
	if e == nil { // a load under way has an entry, too
		e = &entry[V]{ready: make(chan struct{})}
		c.entries[key] = e
		go c.load(context.WithoutCancel(ctx), key, e)
	}
	c.mu.Unlock()
	select {
	case <-e.ready:
		return e.value, e.err
	case <-ctx.Done(): // this caller leaves, the load goes on
		return value, ctx.Err()
	}
}

func (c *Cache[V]) load(
	ctx context.Context, key string, e *entry[V],
) {
	defer close(e.ready)
	e.value, e.err = c.query(ctx, key)
	if e.err != nil {
		c.drop(key, e) // a failure is not kept
		return
	}
	time.AfterFunc(c.ttl, func() { c.drop(key, e) })
}

// endregion print
