// Package goroutinecost weighs goroutines that wait, and goroutines that do little.
package goroutinecost

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

// region print

// stackBytes parks n goroutines and returns the stack of each.
func stackBytes(n int) uint64 {
	var before, after runtime.MemStats
	var ended sync.WaitGroup
	release := make(chan struct{})
	runtime.GC() // frees the stacks of ended goroutines
	runtime.ReadMemStats(&before)
	for range n {
		ended.Go(func() { <-release })
	}
	runtime.ReadMemStats(&after)
	close(release)
	ended.Wait()
	return (after.StackInuse - before.StackInuse) / uint64(n)
}

// endregion print

// The race detector makes frames larger, and then some stacks grow.
func TestStackBytes(t *testing.T) {
	size := stackBytes(10000)
	t.Log(size, "bytes")
	if size < 1900 || size > 16<<10 {
		t.Errorf("%d bytes of stack a goroutine", size)
	}
}

var sum atomic.Int64

// Both add 10,000 small results: one starts 10,000 goroutines, one as many as can run.
func BenchmarkSum(b *testing.B) {
	const n = 10000
	b.Run("each", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var wg sync.WaitGroup
			for i := range n {
				wg.Go(func() { sum.Add(int64(work(i))) })
			}
			wg.Wait()
		}
	})
	b.Run("perCPU", func(b *testing.B) {
		b.ReportAllocs()
		workers := runtime.GOMAXPROCS(0)
		for b.Loop() {
			var wg sync.WaitGroup
			for w := range workers {
				wg.Go(func() {
					for i := w; i < n; i += workers {
						sum.Add(int64(work(i)))
					}
				})
			}
			wg.Wait()
		}
	})
}

//go:noinline
func work(i int) int {
	for range 20 {
		i = i*31 + 7
	}
	return i
}
