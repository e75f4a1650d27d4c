package memsub

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
)

func ExampleMemory() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	queue := make(Memory, 2)
	queue <- Message{"order-1", "reply arrives"}
	queue <- Message{"order-2", "reply lost"}

	var mu sync.Mutex
	seen := map[string]bool{}
	deliveries, charges, acks := 0, 0, 0
	err := queue.Receive(ctx, func(_ context.Context, m Message) error {
		mu.Lock()
		defer mu.Unlock()
		deliveries++
		first := !seen[m.ID]
		if first {
			seen[m.ID] = true
			charges++
		}
		if first && m.Body == "reply lost" {
			return errors.New("timeout")
		}
		if acks++; acks == 2 {
			cancel()
		}
		return nil
	})
	fmt.Println("deliveries:", deliveries)
	fmt.Println("charges:", charges, err)
	// Output:
	// deliveries: 3
	// charges: 2 <nil>
}

// Receive blocks without messages, runs handlers side by side, and waits for them.
func TestReceive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		queue := make(Memory, 2)
		ctx, cancel := context.WithCancel(t.Context())
		returned := false
		go func() {
			if err := queue.Receive(ctx, func(ctx context.Context, m Message) error {
				<-ctx.Done()
				if returned {
					t.Error("Receive returned before its handlers")
				}
				return errors.New("nack")
			}); err != nil {
				t.Error(err)
			}
			returned = true
		}()
		synctest.Wait()
		queue <- Message{ID: "a"}
		queue <- Message{ID: "b"}
		synctest.Wait()
		if returned || len(queue) != 0 {
			t.Errorf("returned %v, %d messages wait", returned, len(queue))
		}
		cancel()
		synctest.Wait()
		if !returned {
			t.Error("Receive did not end with its context")
		}
	})
}

func TestRedelivery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		queue := make(Memory, 2)
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		queue <- Message{ID: "a"}
		queue <- Message{ID: "b"}
		var mu sync.Mutex
		deliveries := map[string]int{}
		go func() {
			_ = queue.Receive(ctx, func(_ context.Context, m Message) error {
				mu.Lock()
				defer mu.Unlock()
				if deliveries[m.ID]++; m.ID == "b" && deliveries["b"] < 3 {
					return errors.New("nack")
				}
				if deliveries[m.ID] > 3 {
					cancel() // it would never end
				}
				return nil
			})
		}()
		synctest.Wait()
		mu.Lock()
		defer mu.Unlock()
		if deliveries["a"] != 1 || deliveries["b"] != 3 {
			t.Errorf("deliveries %v, want 1 of a and 3 of b", deliveries)
		}
	})
}
