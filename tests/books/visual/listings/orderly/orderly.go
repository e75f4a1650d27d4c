// Package orderly closes a channel when the last of its senders is done.
package orderly

import "sync"

// region print

// Stream is a channel that several sources send on.
type Stream[T any] struct {
	values chan T
	open   sync.WaitGroup
}

// NewStream makes a stream; its senders may run ahead by room.
func NewStream[T any](room int) *Stream[T] {
	return &Stream[T]{values: make(chan T, room)}
}

// Add starts a source.
func (s *Stream[T]) Add(source func(emit func(T))) {
	s.open.Go(func() {
		source(func(value T) { s.values <- value })
	})
}

// Each calls visit for every value until all sources end.
func (s *Stream[T]) Each(visit func(T)) {
	go func() {
		s.open.Wait()
		close(s.values) // every send lies behind us
	}()
	for value := range s.values {
		visit(value)
	}
}

// endregion print
