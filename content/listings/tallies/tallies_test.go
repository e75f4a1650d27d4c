package tallies

import (
	"fmt"
	"slices"
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
	var longest atomic.Int64
	var wg sync.WaitGroup
	for n := range int64(100) {
		wg.Go(func() {
			Update(&longest, func(old int64) int64 { return max(old, n) })
		})
	}
	wg.Wait()
	fmt.Println("longest:", longest.Load())
	// Output:
	// even: 2000
	// longest: 99
}

// Another goroutine's write between the load and the swap is not lost.
func TestUpdateTriesAgain(t *testing.T) {
	var word atomic.Int64
	var seen []int64
	Update(&word, func(old int64) int64 {
		if seen = append(seen, old); len(seen) == 1 {
			word.Store(100)
		}
		return old + 1
	})
	if got := word.Load(); got != 101 || !slices.Equal(seen, []int64{0, 100}) {
		t.Error(got, "after", seen)
	}
}

var match = even // a variable, or it would be inlined here and not in Count

// The ways that Count avoids, a shared write for each match, and Count itself.
func BenchmarkCount(b *testing.B) {
	all := parts(4, 50000)
	each := func(b *testing.B, count func([]int)) {
		for b.Loop() {
			var wg sync.WaitGroup
			for _, part := range all {
				wg.Go(func() { count(part) })
			}
			wg.Wait()
		}
	}
	b.Run("mutex", func(b *testing.B) {
		var mu sync.Mutex
		total := 0
		each(b, func(part []int) {
			for _, v := range part {
				if match(v) {
					mu.Lock()
					total++
					mu.Unlock()
				}
			}
		})
	})
	b.Run("atomic", func(b *testing.B) {
		var total atomic.Int64
		each(b, func(part []int) {
			for _, v := range part {
				if match(v) {
					total.Add(1)
				}
			}
		})
	})
	b.Run("apart", func(b *testing.B) {
		for b.Loop() {
			Count(all, match)
		}
	})
}
