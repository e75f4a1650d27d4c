// Package newestonly tells observers the newest state and skips what they missed.
package newestonly

import "sync"

// region print

type Subject[T any] struct {
	mu        sync.Mutex
	state     T
	observers map[chan T]bool
}

// Observe returns a channel with the newest state and a stop
// function, which deletes and closes it under the lock.
func (s *Subject[T]) Observe() (<-chan T, func()) {
	ch := make(chan T, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	ch <- s.state // begin with what is true now
	s.observers[ch] = true
	return ch, sync.OnceFunc(func() { s.detach(ch) })
}

func (s *Subject[T]) Set(state T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.state = state
	for ch := range s.observers {
		select {
		case <-ch: // nobody read it: out of date
		default:
		}
		ch <- state // there is room: only Set sends
	}
}

// endregion print

func (s *Subject[T]) detach(ch chan T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.observers, ch)
	close(ch)
}

// New returns a subject in its first state.
func New[T any](state T) *Subject[T] {
	return &Subject[T]{state: state, observers: make(map[chan T]bool)}
}
