// Package tallies counts in goroutines that rarely meet.
package tallies

import (
	"sync"
	"sync/atomic"
)

// region print

// Update is lock-free: a goroutine that loses tries again, so
// next may run more than once.
func Update(word *atomic.Int64, next func(int64) int64) {
	for {
		old := word.Load()
		if word.CompareAndSwap(old, next(old)) {
			return
		}
	}
}

// Count has each goroutine count apart and add its sum once.
func Count(parts [][]int, match func(int) bool) int64 {
	var total atomic.Int64
	var wg sync.WaitGroup
	for _, part := range parts {
		wg.Go(func() {
			var mine int64 // shared with nobody
			for _, v := range part {
				if match(v) {
					mine++
				}
			}
			total.Add(mine)
		})
	}
	wg.Wait()
	return total.Load()
}

// endregion print
