// Package keylanes handles keys in parallel and each key in order.
package keylanes

import (
	"hash/maphash"
	"sync"
)

// region print

type Message struct{ Key, Body string }

// Dispatch handles messages on n goroutines. Those of one key
// go to the same goroutine, and so stay in order.
func Dispatch(in <-chan Message, n int, handle func(Message)) {
	seed := maphash.MakeSeed()
	lanes := make([]chan Message, n)
	var wg sync.WaitGroup
	for i := range lanes {
		lanes[i] = make(chan Message, 16)
		wg.Go(func() {
			for m := range lanes[i] {
				handle(m)
			}
		})
	}
	for m := range in {
		lane := maphash.String(seed, m.Key) % uint64(n)
		lanes[lane] <- m // blocks behind a slow key
	}
	for _, lane := range lanes {
		close(lane)
	}
	wg.Wait()
}

// endregion print
