// Package memsub stands in for a cloud subscription.
package memsub

import (
	"context"
	"sync"
)

// region print

type Message struct{ ID, Body string }

// Handler returns nil to ack, an error to nack.
type Handler func(context.Context, Message) error

// Subscription is all that the core knows of the broker.
type Subscription interface {
	Receive(ctx context.Context, h Handler) error
}

// Memory is the adapter for tests.
type Memory chan Message

func (m Memory) Receive(ctx context.Context, h Handler) error {
	var wg sync.WaitGroup
	defer wg.Wait()
	for {
		select {
		case msg := <-m:
			wg.Go(func() { // concurrently, as the cloud does
				for h(ctx, msg) != nil && ctx.Err() == nil {
				}
			})
		case <-ctx.Done():
			return nil
		}
	}
}

// endregion print
