// Package tallies counts in goroutines that rarely meet.
package tallies

import (
	"sync"
	"sync/atomic"
)

// region print

// Max is lock-free: a goroutine that loses tries again.
type Max struct{ value atomic.Int64 }

func (m *Max) Observe(n int64) {
	for {
		old := m.value.Load()
		if n <= old || m.value.CompareAndSwap(old, n) {
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
