package gossipnet

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// simulate tells when each node hears node 0's message. Every link
// has a random source of its own, so the order in which goroutines
// run cannot change which node draws which number.
func simulate(t *testing.T, seed uint64, cut func(from, to int) bool,
) map[int]time.Duration {
	arrival := map[int]time.Duration{}
	synctest.Test(t, func(t *testing.T) {
		const nodes = 6
		net := &Network{
			Delay: func(from, to int) time.Duration {
				if cut(from, to) {
					return -1
				}
				r := rand.New(rand.NewPCG(seed, uint64(from*nodes+to)))
				return time.Duration(r.IntN(90)+10) * time.Millisecond
			},
		}
		for range nodes {
			net.Inbox = append(net.Inbox, make(chan string))
		}
		ctx, cancel := context.WithCancel(t.Context())
		start, mu, running := time.Now(), sync.Mutex{}, sync.WaitGroup{}
		for id := range nodes {
			running.Go(func() {
				net.Node(ctx, id, func(string) {
					mu.Lock()
					defer mu.Unlock()
					arrival[id] = time.Since(start)
				})
			})
		}
		net.Inbox[0] <- "block 7"
		synctest.Sleep(time.Minute) // of the fake clock
		cancel()
		running.Wait()
	})
	return arrival
}

func TestGossip(t *testing.T) {
	whole := func(from, to int) bool { return false }
	first := simulate(t, 1, whole)
	if len(first) != 6 {
		t.Errorf("%d of 6 nodes have the message", len(first))
	}
	if again := simulate(t, 1, whole); fmt.Sprint(again) != fmt.Sprint(first) {
		t.Errorf("the same seed gives %v and %v", first, again)
	}
	if other := simulate(t, 2, whole); fmt.Sprint(other) == fmt.Sprint(first) {
		t.Error("another seed gives the same run")
	}
}

func TestPartition(t *testing.T) {
	split := func(from, to int) bool { return from/3 != to/3 }
	if heard := simulate(t, 1, split); len(heard) != 3 {
		t.Errorf("%d nodes have the message, want the 3 of one side", len(heard))
	}
	bridge := func(from, to int) bool { return from/3 != to/3 && !(from == 1 && to == 4) }
	if heard := simulate(t, 1, bridge); len(heard) != 6 {
		t.Errorf("%d nodes have the message over one link, want 6", len(heard))
	}
}
