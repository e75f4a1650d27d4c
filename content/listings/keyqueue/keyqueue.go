// Package keyqueue hands out keys as the queue of a controller does.
package keyqueue

import "sync"

func New() *Queue {
	return &Queue{dirty: map[string]bool{}, active: map[string]bool{}}
}

// Get takes a key, if one is waiting. The real queue blocks.
func (q *Queue) Get() (key string, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.waiting) == 0 {
		return "", false
	}
	key, q.waiting = q.waiting[0], q.waiting[1:]
	delete(q.dirty, key)
	q.active[key] = true
	return key, true
}

// region print

type Queue struct {
	mu      sync.Mutex
	waiting []string
	dirty   map[string]bool // changed since its last Get
	active  map[string]bool // between Get and Done
}

// Add is called for each event; a key waits only once.
func (q *Queue) Add(key string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.dirty[key] && !q.active[key] {
		q.waiting = append(q.waiting, key)
	}
	q.dirty[key] = true
}

// Done is called by the worker that got the key.
func (q *Queue) Done(key string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	delete(q.active, key)
	if q.dirty[key] { // changed while it was worked on
		q.waiting = append(q.waiting, key)
	}
}

// endregion print
