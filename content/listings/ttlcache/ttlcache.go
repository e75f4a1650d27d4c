// Package ttlcache forgets each value when its time is over.
package ttlcache

import (
	"container/heap"
	"sync"
	"time"
)

type item[K comparable, V any] struct {
	key     K
	value   V
	expires time.Time
	index   int // in the queue
}

// A queue has the item that expires first in front.
type queue[K comparable, V any] []*item[K, V]

func (q queue[K, V]) Len() int           { return len(q) }
func (q queue[K, V]) Less(i, j int) bool { return q[i].expires.Before(q[j].expires) }
func (q queue[K, V]) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue[K, V]) Push(x any) {
	it := x.(*item[K, V])
	it.index = len(*q)
	*q = append(*q, it)
}
func (q *queue[K, V]) Pop() any {
	last := len(*q) - 1
	it := (*q)[last]
	(*q)[last] = nil // or the array keeps it alive
	*q = (*q)[:last]
	return it
}

// Cache must be closed, to end its sweeper.
type Cache[K comparable, V any] struct {
	mu      sync.Mutex
	items   map[K]*item[K, V]
	queue   queue[K, V]
	quit    chan struct{}
	sweeper sync.WaitGroup
}

func New[K comparable, V any](every time.Duration) *Cache[K, V] {
	c := &Cache[K, V]{items: map[K]*item[K, V]{}, quit: make(chan struct{})}
	c.sweeper.Go(func() { c.run(every) })
	return c
}

// Close ends the sweeper and waits for it.
func (c *Cache[K, V]) Close() {
	close(c.quit)
	c.sweeper.Wait()
}

// Set stores value for ttl, whatever was there before.
func (c *Cache[K, V]) Set(key K, value V, ttl time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	expires := time.Now().Add(ttl)
	if it := c.items[key]; it != nil {
		it.value, it.expires = value, expires
		heap.Fix(&c.queue, it.index)
		return
	}
	it := &item[K, V]{key: key, value: value, expires: expires}
	c.items[key] = it
	heap.Push(&c.queue, it)
}

// region print

func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	it := c.items[key]
	if it == nil || !time.Now().Before(it.expires) {
		return value, false // expired, even if not yet swept
	}
	return it.value, true
}

func (c *Cache[K, V]) sweep(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(c.queue) > 0 && !now.Before(c.queue[0].expires) {
		it := heap.Pop(&c.queue).(*item[K, V])
		delete(c.items, it.key)
	}
}

func (c *Cache[K, V]) run(every time.Duration) {
	tick := time.Tick(every)
	for {
		select {
		case <-tick:
			c.sweep(time.Now())
		case <-c.quit:
			return
		}
	}
}

// endregion print
