package dedupwindow

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func ExampleWindow() {
	start := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	w := New(2 * time.Minute)
	for _, after := range []time.Duration{0, 90, 110, 130} {
		now := start.Add(after * time.Second)
		fmt.Println(now.Format(time.TimeOnly), w.First("o-17", now))
	}
	// Output:
	// 09:00:00 true
	// 09:01:30 false
	// 09:01:50 false
	// 09:02:10 true
}

func TestBound(t *testing.T) {
	w := New(time.Minute)
	now := time.Now()
	for i := range 1000 {
		if !w.First(fmt.Sprint(i), now.Add(time.Duration(i)*time.Second)) {
			t.Errorf("%d is no duplicate", i)
		}
	}
	if len(w.seen) != 60 || len(w.old) != 60 {
		t.Errorf("%d IDs in the map and %d in the list, want 60", len(w.seen), len(w.old))
	}
}

func TestConcurrent(t *testing.T) {
	w := New(time.Minute)
	now := time.Now()
	var first atomic.Int32
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() {
			if w.First("same", now) {
				first.Add(1)
			}
		})
	}
	wg.Wait()
	if first.Load() != 1 {
		t.Errorf("%d goroutines were first", first.Load())
	}
}
