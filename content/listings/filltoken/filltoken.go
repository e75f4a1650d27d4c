// Package filltoken keeps a slow reader from filling a cache with old data.
package filltoken

import (
	"hash/maphash"
	"sync"
)

func New() *Cache {
	return &Cache{values: map[string]string{}}
}

var seed = maphash.MakeSeed()

// region print

type Cache struct {
	mu      sync.Mutex
	values  map[string]string
	deletes [256]uint64 // counted by hash of the key
}

func (c *Cache) Get(key string) (string, uint64, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	value, ok := c.values[key]
	return value, *c.count(key), ok // a token for Fill
}

// Fill refuses a value that was read before a Delete.
func (c *Cache) Fill(key, value string, token uint64) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	current := token == *c.count(key)
	if current {
		c.values[key] = value
	}
	return current
}

func (c *Cache) Delete(key string) { // after the commit
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.values, key)
	*c.count(key)++
}

// endregion print

func (c *Cache) count(key string) *uint64 {
	return &c.deletes[maphash.String(seed, key)%uint64(len(c.deletes))]
}
