// Package lrucache is a bounded cache that evicts what was used longest ago.
package lrucache

import (
	"container/list"
	"sync"
)

type entry[K comparable, V any] struct {
	key   K
	value V
}

func New[K comparable, V any](size int) *Cache[K, V] {
	return &Cache[K, V]{size: size, recent: list.New(), byKey: map[K]*list.Element{}}
}

// region print

type Cache[K comparable, V any] struct {
	mu     sync.Mutex
	size   int
	recent *list.List // of entry[K, V], last used in front
	byKey  map[K]*list.Element
}

func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.Lock() // exclusive: a hit writes the list
	defer c.mu.Unlock()
	el, ok := c.byKey[key]
	if !ok {
		return value, false
	}
	c.recent.MoveToFront(el)
	return el.Value.(entry[K, V]).value, true
}

func (c *Cache[K, V]) Put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if el, ok := c.byKey[key]; ok {
		c.recent.Remove(el)
	}
	c.byKey[key] = c.recent.PushFront(entry[K, V]{key, value})
	if c.recent.Len() > c.size {
		last := c.recent.Remove(c.recent.Back())
		delete(c.byKey, last.(entry[K, V]).key)
	}
}

// endregion print
