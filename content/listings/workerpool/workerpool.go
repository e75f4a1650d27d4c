// Package workerpool runs a function over a slice with a fixed number of goroutines.
package workerpool

import (
	"errors"
	"sync"
)

// region print

// Map calls do for every item on a fixed number of workers.
// Results and errors come back in the order of the items.
func Map[T, R any](
	workers int, items []T, do func(T) (R, error),
) ([]R, error) {
	jobs := make(chan int)
	results := make([]R, len(items))
	errs := make([]error, len(items))
	var wg sync.WaitGroup
	for range max(1, workers) {
		wg.Go(func() {
			for i := range jobs {
				results[i], errs[i] = do(items[i])
			}
		})
	}
	for i := range items {
		jobs <- i // blocks while every worker is busy
	}
	close(jobs)
	wg.Wait()
	return results, errors.Join(errs...)
}

// endregion print
