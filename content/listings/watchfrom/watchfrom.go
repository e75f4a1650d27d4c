// Package watchfrom shows how a reader misses no change of a store.
package watchfrom

import (
	"context"
	"iter"
	"sync"
)

type Event struct {
	Rev        int
	Key, Value string
}

func New() *Store { return &Store{changed: make(chan struct{})} }

type Store struct {
	mu      sync.Mutex
	log     []Event // log[i].Rev == i+1
	changed chan struct{}
}

// Get returns the latest value of key, and the store's revision.
func (s *Store) Get(key string) (value string, rev int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range s.log {
		if e.Key == key {
			value = e.Value
		}
	}
	return value, len(s.log)
}

// region print

func (s *Store) Put(key, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = append(s.log, Event{len(s.log) + 1, key, value})
	close(s.changed)
	s.changed = make(chan struct{})
}

// Watch yields the events after rev: old ones, then new ones.
func (s *Store) Watch(
	ctx context.Context, rev int,
) iter.Seq[Event] {
	return func(yield func(Event) bool) {
		for ctx.Err() == nil {
			s.mu.Lock()
			events, changed := s.log[rev:], s.changed
			s.mu.Unlock()
			for _, e := range events {
				if rev = e.Rev; !yield(e) {
					return
				}
			}
			select {
			case <-changed:
			case <-ctx.Done():
			}
		}
	}
}

// endregion print
