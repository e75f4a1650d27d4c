package hitratio

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

func ExampleRatio() {
	old, started := &Counts{}, &Counts{} // the second one is still cold
	for i := range 9000 {
		old.Lookup(i%10 != 0, nil)
	}
	for i := range 100 {
		started.Lookup(i%10 == 0, nil)
	}
	fmt.Printf("pods: %.2f and %.2f\n", Ratio(old), Ratio(started))
	fmt.Printf("mean of the ratios: %.2f\n", (Ratio(old)+Ratio(started))/2)
	fmt.Printf("ratio of the sums: %.2f\n", Ratio(old, started))
	// Output:
	// pods: 0.90 and 0.10
	// mean of the ratios: 0.50
	// ratio of the sums: 0.89
}

func TestCounts(t *testing.T) {
	var c Counts
	if r := Ratio(&c); r != 0 {
		t.Errorf("nothing counted: %v", r)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				c.Lookup(true, nil)
				c.Lookup(false, nil)
				c.Lookup(false, errors.New("timeout"))
				c.Lookup(true, errors.New("half an answer"))
			}
		})
	}
	wg.Wait()
	if c.Hits.Load() != 400 || c.Misses.Load() != 400 || c.Errors.Load() != 800 || Ratio(&c) != 0.25 {
		t.Errorf("%d hits, %d misses, %d errors", c.Hits.Load(), c.Misses.Load(), c.Errors.Load())
	}
}
