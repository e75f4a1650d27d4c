package topicbus

import (
	"context"
	"fmt"
	"sync"
	"testing"
)

func ExampleBus() {
	bus := New[string]()
	ctx, leave := context.WithCancel(context.Background())
	roomy := bus.Subscribe(ctx, "orders", 4)
	narrow := bus.Subscribe(ctx, "orders", 1)
	fmt.Println("missed:", bus.Publish("orders", "placed"))
	fmt.Println("missed:", bus.Publish("orders", "paid"))
	fmt.Println("missed:", bus.Publish("stock", "low"))
	leave()
	for e := range roomy {
		fmt.Println("roomy:", e)
	}
	for e := range narrow {
		fmt.Println("narrow:", e)
	}
	// Output:
	// missed: 0
	// missed: 1
	// missed: 0
	// roomy: placed
	// roomy: paid
	// narrow: placed
}

// Publishing while subscribers leave neither panics nor blocks.
func TestLeave(t *testing.T) {
	bus := New[int]()
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			for range 100 {
				ctx, leave := context.WithCancel(t.Context())
				ch := bus.Subscribe(ctx, "t", 1)
				bus.Publish("t", n)
				leave()
				if _, ok := <-ch; !ok {
					t.Error("closed without the event that was sent")
				}
				for range ch {
				}
				bus.Publish("t", n)
			}
		})
	}
	wg.Wait()
	if n := len(bus.topics["t"]); n != 0 {
		t.Errorf("%d subscribers are left", n)
	}
}
