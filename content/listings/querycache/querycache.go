// Package querycache keeps the results of queries for a while.
package querycache

import (
	"context"
	"sync"
	"time"
)

type entry[V any] struct {
	key   string
	ready chan struct{} // closed when value and err are set
	value V
	err   error
}

// Cache holds results of query by key, each for ttl. A query may
// take as long as limit.
type Cache[V any] struct {
	ttl     time.Duration
	limit   time.Duration
	query   func(ctx context.Context, key string) (V, error)
	mu      sync.Mutex
	entries map[string]*entry[V]
}

func New[V any](ttl, limit time.Duration, query func(context.Context, string) (V, error)) *Cache[V] {
	return &Cache[V]{ttl: ttl, limit: limit, query: query, entries: map[string]*entry[V]{}}
}

// Delete makes the next Get ask again; a load under way is not kept.
func (c *Cache[V]) Delete(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.entries, key)
}

func (c *Cache[V]) drop(e *entry[V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries[e.key] == e {
		delete(c.entries, e.key)
	}
}

// region print

func (c *Cache[V]) Get(
	ctx context.Context, key string,
) (value V, err error) {
	c.mu.Lock()
	e := c.entries[key]
	if e == nil { // a load under way has an entry, too
		e = &entry[V]{key: key, ready: make(chan struct{})}
		c.entries[key] = e
		go c.load(context.WithoutCancel(ctx), e)
	}
	c.mu.Unlock()
	select {
	case <-e.ready:
		return e.value, e.err
	case <-ctx.Done(): // this caller leaves, the load goes on
		return value, ctx.Err()
	}
}

func (c *Cache[V]) load(ctx context.Context, e *entry[V]) {
	defer close(e.ready)
	ctx, stop := context.WithTimeout(ctx, c.limit)
	defer stop()
	e.value, e.err = c.query(ctx, e.key)
	if e.err != nil {
		c.drop(e) // a failure is not kept
		return
	}
	time.AfterFunc(c.ttl, func() { c.drop(e) })
}

// endregion print
