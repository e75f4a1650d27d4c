// Package topicbus publishes events within one process.
package topicbus

import (
	"context"
	"sync"
)

// Bus has a set of channels for each topic.
type Bus[E any] struct {
	mu     sync.RWMutex
	topics map[string]map[chan E]bool
}

// New makes an empty bus.
func New[E any]() *Bus[E] {
	return &Bus[E]{topics: map[string]map[chan E]bool{}}
}

func (b *Bus[E]) add(topic string, ch chan E) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.topics[topic] == nil {
		b.topics[topic] = map[chan E]bool{}
	}
	b.topics[topic][ch] = true
}

// region print

// Subscribe delivers a topic until ctx ends.
func (b *Bus[E]) Subscribe(
	ctx context.Context, topic string, buffer int,
) <-chan E {
	ch := make(chan E, buffer)
	b.add(topic, ch) // to the set, under the write lock
	context.AfterFunc(ctx, func() {
		b.mu.Lock() // so no Publish is sending
		defer b.mu.Unlock()
		delete(b.topics[topic], ch)
		close(ch)
	})
	return ch
}

// Publish tells how many subscribers missed the event.
func (b *Bus[E]) Publish(topic string, e E) (missed int) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for ch := range b.topics[topic] {
		select {
		case ch <- e:
		default:
			missed++
		}
	}
	return missed
}

// endregion print
