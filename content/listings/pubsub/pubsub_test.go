package pubsub

import (
	"fmt"
	"runtime"
	"sync"
	"testing"
)

func ExampleTopic() {
	var prices Topic[int]
	fast, leave := prices.Subscribe(8)
	slow, leaveToo := prices.Subscribe(1)
	for price := range 3 {
		prices.Publish(100 + price)
	}
	leave()
	leaveToo()
	for price := range fast {
		fmt.Println("fast:", price)
	}
	for price := range slow {
		fmt.Println("slow:", price)
	}
	// Output:
	// fast: 100
	// fast: 101
	// fast: 102
	// slow: 100
}

// Publishing while others come and go neither panics nor blocks.
func TestComeAndGo(t *testing.T) {
	var topic Topic[int]
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			for range 200 {
				messages, leave := topic.Subscribe(1)
				topic.Publish(n)
				leave()
				leave()
				if _, ok := <-messages; !ok {
					t.Error("the buffer was empty, and yet a message got lost")
				}
			}
		})
	}
	wg.Wait()
	if len(topic.subs) != 0 {
		t.Errorf("%d subscribers are left", len(topic.subs))
	}
}

// While the lock is held, a publisher waits, however often it gets the processor.
func TestPublishLocks(t *testing.T) {
	var topic Topic[int]
	messages, _ := topic.Subscribe(1)
	topic.mu.Lock()
	go topic.Publish(1)
	for range 1000 {
		runtime.Gosched()
	}
	if len(messages) != 0 {
		t.Error("published without the lock")
	}
	topic.mu.Unlock()
	<-messages
}
