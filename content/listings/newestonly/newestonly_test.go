package newestonly

import (
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
)

func ExampleSubject() {
	config := New("v1")
	quick, stopQuick := config.Observe()
	slow, stopSlow := config.Observe()
	fmt.Println("quick:", <-quick)
	for _, v := range []string{"v2", "v3"} {
		config.Set(v)
		fmt.Println("quick:", <-quick)
	}
	fmt.Println("slow: ", <-slow)
	stopQuick()
	config.Set("v4")
	_, open := <-quick
	fmt.Println("quick open:", open)
	fmt.Println("slow: ", <-slow)
	stopSlow()
	// Output:
	// quick: v1
	// quick: v2
	// quick: v3
	// slow:  v3
	// quick open: false
	// slow:  v4
}

// Every observer ends with the last state, however the reads fall.
func TestConcurrent(t *testing.T) { synctest.Test(t, testConcurrent) }

func testConcurrent(t *testing.T) {
	s := New(0)
	var wg sync.WaitGroup
	for range 4 {
		ch, stop := s.Observe()
		wg.Go(func() {
			defer stop()
			last := -1
			for v := range ch {
				if v < last {
					t.Errorf("%d after %d", v, last)
				}
				if last = v; v == 1000 {
					return
				}
			}
		})
	}
	for i := range 1000 {
		s.Set(i + 1)
	}
	wg.Wait()
	ch, stop := s.Observe()
	if v := <-ch; v != 1000 {
		t.Errorf("began with %d", v)
	}
	stop()
	stop()
}
