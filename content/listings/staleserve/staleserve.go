// Package staleserve serves an old value while it fetches a new one.
package staleserve

import (
	"context"
	"sync"
	"time"
)

type entry struct {
	value      string
	fetched    time.Time
	refreshing bool
}

type Cache struct {
	Soft, Hard time.Duration // refresh after Soft, wait after Hard
	Limit      time.Duration // of one fetch
	Fetch      func(ctx context.Context, key string) (string, error)
	mu         sync.Mutex
	entries    map[string]*entry
}

// region print

func (c *Cache) Get(
	ctx context.Context, key string,
) (string, error) {
	c.mu.Lock()
	if e := c.entries[key]; e != nil {
		age := time.Since(e.fetched)
		if age >= c.Soft && age < c.Hard && !e.refreshing {
			e.refreshing = true // one refresh a key
			go c.fetch(context.WithoutCancel(ctx), key)
		}
		if age < c.Hard {
			defer c.mu.Unlock()
			return e.value, nil // fresh, or stale and served
		}
	}
	c.mu.Unlock()
	return c.fetch(ctx, key) // too old: the caller waits
}

func (c *Cache) fetch(
	ctx context.Context, key string,
) (string, error) {
	ctx, stop := context.WithTimeout(ctx, c.Limit)
	defer stop()
	start := time.Now() // the value is no older than this
	value, err := c.Fetch(ctx, key)
	c.store(key, value, start, err)
	return value, err
}

// endregion print

// store keeps the newer of two results, and after a failure the old one.
func (c *Cache) store(key, value string, start time.Time, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.entries[key]
	switch {
	case err != nil:
		if e != nil {
			e.refreshing = false // the next caller tries again
		}
	case e == nil || e.fetched.Before(start):
		if c.entries == nil {
			c.entries = map[string]*entry{}
		}
		c.entries[key] = &entry{value: value, fetched: start}
	}
}
