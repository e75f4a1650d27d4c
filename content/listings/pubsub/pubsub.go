// Package pubsub hands each message to every subscriber of a topic.
package pubsub

import (
	"slices"
	"sync"
)

// region print

type Topic[T any] struct {
	mu   sync.Mutex
	subs []chan T
}

// Subscribe returns a channel and a function that closes it.
func (t *Topic[T]) Subscribe(buffer int) (<-chan T, func()) {
	ch := make(chan T, buffer)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.subs = append(t.subs, ch)
	return ch, sync.OnceFunc(func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		i := slices.Index(t.subs, ch)
		t.subs = slices.Delete(t.subs, i, i+1)
		close(ch)
	})
}

func (t *Topic[T]) Publish(msg T) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, ch := range t.subs {
		select {
		case ch <- msg:
		default: // too slow: it misses this message
		}
	}
}

// endregion print
