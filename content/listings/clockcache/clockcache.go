// Package clockcache is a bounded cache whose hits share the lock.
package clockcache

import (
	"sync"
	"sync/atomic"
)

type Cache[K comparable, V any] struct {
	mu    sync.RWMutex
	slots []slot[K, V] // a fixed number
	index map[K]int    // key to slot
	hand  int
}

func New[K comparable, V any](size int) *Cache[K, V] {
	return &Cache[K, V]{slots: make([]slot[K, V], size), index: map[K]int{}}
}

// region print

type slot[K comparable, V any] struct {
	key   K
	value V
	used  atomic.Bool // since the hand last passed
}

func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.RLock() // shared: a hit only sets a flag
	defer c.mu.RUnlock()
	i, ok := c.index[key]
	if !ok {
		return value, false
	}
	c.slots[i].used.Store(true)
	return c.slots[i].value, true
}

func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	i, ok := c.index[key]
	for !ok { // the first unused slot after the hand
		i = c.hand
		c.hand = (i + 1) % len(c.slots)
		ok = !c.slots[i].used.Swap(false)
	}
	c.set(i, key, value)
}

// endregion print

// set replaces what slot i holds; a slot that is still empty has no key.
func (c *Cache[K, V]) set(i int, key K, value V) {
	s := &c.slots[i]
	if at, ok := c.index[s.key]; ok && at == i {
		delete(c.index, s.key)
	}
	s.key, s.value = key, value
	c.index[key] = i
}
