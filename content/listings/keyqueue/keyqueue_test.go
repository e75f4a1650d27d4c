package keyqueue

import (
	"fmt"
	"sync"
	"testing"
)

func ExampleQueue() {
	q := New()
	for _, event := range []string{"shop", "blog", "shop", "shop"} {
		q.Add(event)
	}
	first, _ := q.Get()
	q.Add(first) // changes again while a worker has it
	q.Add(first)
	second, _ := q.Get()
	_, more := q.Get()
	fmt.Println("at once:", first, second, more)
	q.Done(second)
	q.Done(first)
	third, _ := q.Get()
	q.Done(third)
	_, more = q.Get()
	fmt.Println("later:", third, more)
	// Output:
	// at once: shop blog false
	// later: shop false
}

// No two workers hold one key, and the last change is seen.
func TestWorkers(t *testing.T) {
	q := New()
	var mu sync.Mutex
	spec, seen, held := map[string]int{}, map[string]int{}, map[string]bool{}
	work := func() bool {
		key, ok := q.Get()
		if !ok {
			return false
		}
		mu.Lock()
		if held[key] {
			t.Error("two workers hold", key)
		}
		held[key] = true
		seen[key] = spec[key]
		mu.Unlock()
		mu.Lock()
		held[key] = false
		mu.Unlock()
		q.Done(key)
		return true
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 300 {
				key := fmt.Sprint("site", i%3)
				mu.Lock()
				spec[key]++
				mu.Unlock()
				q.Add(key)
				work()
			}
		})
	}
	wg.Wait()
	for work() {
	}
	for key, n := range spec {
		if seen[key] != n {
			t.Errorf("%s: saw %d of %d", key, seen[key], n)
		}
	}
}
