package tallies

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

func even(n int) bool { return n%2 == 0 }

func parts(n, size int) [][]int {
	all := make([][]int, n)
	for p := range all {
		for i := range size {
			all[p] = append(all[p], p*size+i)
		}
	}
	return all
}

func Example() {
	fmt.Println("even:", Count(parts(4, 1000), even))
	var longest Max
	var wg sync.WaitGroup
	for n := range int64(100) {
		wg.Go(func() { longest.Observe(n) })
	}
	wg.Wait()
	fmt.Println("longest:", longest.value.Load())
	// Output:
	// even: 2000
	// longest: 99
}

// What a goroutine has observed, the maximum never falls below.
func TestMax(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(16))
	var m Max
	var wg sync.WaitGroup
	for w := range int64(16) { // steps of unequal size, or a lost one would hide
		wg.Go(func() {
			for range 200_000 {
				n := m.value.Load() + 1 + 1000*w
				m.Observe(n)
				if got := m.value.Load(); got < n {
					t.Errorf("%d after %d", got, n)
					return
				}
			}
		})
	}
	wg.Wait()
	var small Max
	small.Observe(5)
	small.Observe(3)
	if got := small.value.Load(); got != 5 {
		t.Error("a smaller value replaced 5:", got)
	}
}

// The ways that Count avoids: a shared write for each match.
func BenchmarkCount(b *testing.B) {
	all := parts(4, 50000)
	each := func(b *testing.B, add func()) {
		for b.Loop() {
			var wg sync.WaitGroup
			for _, part := range all {
				wg.Go(func() {
					for _, v := range part {
						if even(v) {
							add()
						}
					}
				})
			}
			wg.Wait()
		}
	}
	b.Run("mutex", func(b *testing.B) {
		var mu sync.Mutex
		total := 0
		each(b, func() {
			mu.Lock()
			total++
			mu.Unlock()
		})
	})
	b.Run("atomic", func(b *testing.B) {
		var total atomic.Int64
		each(b, func() { total.Add(1) })
	})
	b.Run("apart", func(b *testing.B) {
		for b.Loop() {
			Count(all, even)
		}
	})
}
