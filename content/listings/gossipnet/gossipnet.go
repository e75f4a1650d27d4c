// Package gossipnet is a network of goroutines, for tests of a gossip protocol.
package gossipnet

import (
	"context"
	"time"
)

// Network connects nodes by channels. A negative Delay is a link that is cut.
type Network struct {
	Inbox []chan string
	Delay func(from, to int) time.Duration
}

// region print

// Node runs until ctx is done. It reports a message that is new
// to it, and gossips: it sends the message on to all nodes.
func (n *Network) Node(
	ctx context.Context, id int, got func(msg string),
) {
	seen := map[string]bool{}
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case msg := <-n.Inbox[id]:
			if seen[msg] {
				continue // or it would go round for ever
			}
			seen[msg] = true
			got(msg)
			for to := range n.Inbox {
				if d := n.Delay(id, to); d >= 0 {
					time.AfterFunc(d, func() {
						select {
						case <-ctx.Done():
						case n.Inbox[to] <- msg:
						}
					})
				}
			}
		}
	}
}

// endregion print
