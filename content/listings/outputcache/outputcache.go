// Package outputcache keeps the latest outputs of a model.
package outputcache

import (
	"container/list"
	"crypto/sha256"
	"encoding/json"
	"sync"
	"time"
)

// Call is all that decides about an output.
type Call struct {
	Tenant, Model, Prompt, Input string
	Temperature                  float64
}

type entry struct {
	key     [sha256.Size]byte
	output  string
	expires time.Time
}

// Cache is an LRU cache of outputs that also expire.
type Cache struct {
	size   int
	ttl    time.Duration
	mu     sync.Mutex
	recent *list.List // of *entry, latest first
	byKey  map[[sha256.Size]byte]*list.Element
}

func New(size int, ttl time.Duration) *Cache {
	return &Cache{size: size, ttl: ttl, recent: list.New(), byKey: map[[sha256.Size]byte]*list.Element{}}
}

// region print

// Do returns the output of an equal call, or asks the model.
func (c *Cache) Do(
	call Call, ask func(Call) (string, error),
) (string, error) {
	data, err := json.Marshal(call) // every field is in the key
	if err != nil {
		return "", err
	}
	key := sha256.Sum256(data)
	if output, ok := c.get(key); ok {
		return output, nil
	}
	output, err := ask(call)
	if err == nil { // a failure is not kept
		c.put(&entry{key, output, time.Now().Add(c.ttl)})
	}
	return output, err
}

func (c *Cache) put(e *entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(c.byKey[e.key]) // nil is allowed
	c.byKey[e.key] = c.recent.PushFront(e)
	if c.recent.Len() > c.size {
		c.drop(c.recent.Back())
	}
}

// endregion print

// get also moves what it finds to the front.
func (c *Cache) get(key [sha256.Size]byte) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	el := c.byKey[key]
	if el == nil {
		return "", false
	}
	e := el.Value.(*entry)
	if !time.Now().Before(e.expires) {
		c.drop(el)
		return "", false
	}
	c.recent.MoveToFront(el)
	return e.output, true
}

func (c *Cache) drop(el *list.Element) {
	if el != nil {
		delete(c.byKey, el.Value.(*entry).key)
		c.recent.Remove(el)
	}
}
