// Package checkthenact has a race condition that is no data race.
package checkthenact

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func Example() {
	// region print
	var balance atomic.Int64 // no data race: atomic throughout
	balance.Store(100)

	var checked, done sync.WaitGroup
	checked.Add(2)
	withdraw := func(amount int64) {
		if balance.Load() < amount {
			return
		}
		checked.Done()
		checked.Wait() // force it: both check, then both act
		balance.Add(-amount)
	}
	for range 2 {
		done.Go(func() { withdraw(80) })
	}
	done.Wait()
	fmt.Println("balance:", balance.Load())
	// endregion print

	// Output:
	// balance: -60
}
