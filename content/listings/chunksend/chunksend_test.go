// Package chunksend moves values through a channel one by one and in slices.
package chunksend

import (
	"fmt"
	"iter"
	"slices"
	"testing"
)

// region print

// batches sends slices of at most size values. Each slice is
// new, so the receiver owns what it gets.
func batches[T any](values iter.Seq[T], size int) <-chan []T {
	out := make(chan []T, 4) // room for a short burst
	go func() {
		defer close(out) // only the sender closes
		batch := make([]T, 0, size)
		for v := range values {
			batch = append(batch, v)
			if len(batch) == size {
				out <- batch
				batch = make([]T, 0, size)
			}
		}
		if len(batch) > 0 {
			out <- batch // the rest
		}
	}()
	return out
}

// endregion print

func Example() {
	for batch := range batches(slices.Values([]int{1, 2, 3, 4, 5, 6, 7}), 3) {
		fmt.Println(batch)
	}
	// Output:
	// [1 2 3]
	// [4 5 6]
	// [7]
}

func BenchmarkSend(b *testing.B) {
	const n = 100000
	upTo := func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
	for _, buffer := range []int{0, 128} {
		b.Run(fmt.Sprint("single/", buffer), func(b *testing.B) {
			for b.Loop() {
				out := make(chan int, buffer)
				go func() {
					defer close(out)
					for v := range upTo {
						out <- v
					}
				}()
				sum := 0
				for v := range out {
					sum += v
				}
			}
		})
	}
	for _, size := range []int{16, 64, 256} {
		b.Run(fmt.Sprint("batch/", size), func(b *testing.B) {
			for b.Loop() {
				sum := 0
				for batch := range batches(upTo, size) {
					for _, v := range batch {
						sum += v
					}
				}
			}
		})
	}
}
