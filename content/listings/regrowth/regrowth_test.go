// Package regrowth counts how often a slice changes its array, and filters one in place.
package regrowth

import (
	"fmt"
	"slices"
	"testing"
)

// region print

// regrown counts the new arrays while n values are appended.
func regrown(s []int, n int) (times int) {
	for i := range n {
		old := cap(s)
		s = append(s, i)
		if cap(s) != old {
			times++
		}
	}
	return times
}

// keep filters in place: it writes to the array that it reads.
func keep[T any](s []T, want func(T) bool) []T {
	kept := s[:0]
	for _, v := range s {
		if want(v) {
			kept = append(kept, v)
		}
	}
	clear(s[len(kept):]) // it may still hold pointers
	return kept
}

// endregion print

func Example() {
	// A small first array may lie on the stack; the race detector switches that off.
	fmt.Println("nil:    ", min(regrown(nil, 1000), 10), "or more")
	fmt.Println("grown:  ", regrown(slices.Grow([]int(nil), 1000), 1000))
	all := []int{1, 2, 3, 4, 5, 6}
	even := keep(all, func(n int) bool { return n%2 == 0 })
	fmt.Println("kept:   ", even, "of", all)
	// Output:
	// nil:     10 or more
	// grown:   0
	// kept:    [2 4 6] of [2 4 6 0 0 0]
}

func TestKeepAllocatesNothing(t *testing.T) {
	s := make([]int, 1000)
	if n := testing.AllocsPerRun(10, func() {
		keep(s, func(int) bool { return true })
	}); n != 0 {
		t.Error(n, "allocations")
	}
}

var ints []int

func BenchmarkFill(b *testing.B) {
	const n = 1000
	b.Run("nil", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var s []int
			for i := range n {
				s = append(s, i)
			}
			ints = s
		}
	})
	b.Run("sized", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s := make([]int, 0, n)
			for i := range n {
				s = append(s, i)
			}
			ints = s
		}
	})
	b.Run("index", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s := make([]int, n)
			for i := range s {
				s[i] = i
			}
			ints = s
		}
	})
	b.Run("reused", func(b *testing.B) {
		b.ReportAllocs()
		s := make([]int, 0, n)
		for b.Loop() {
			s = s[:0]
			for i := range n {
				s = append(s, i)
			}
			ints = s
		}
	})
}

func BenchmarkCopy(b *testing.B) {
	from, to := make([]int, 10000), make([]int, 10000)
	b.Run("loop", func(b *testing.B) {
		for b.Loop() {
			for i, v := range from {
				to[i] = v
			}
		}
	})
	b.Run("copy", func(b *testing.B) {
		for b.Loop() {
			copy(to, from)
		}
	})
}
