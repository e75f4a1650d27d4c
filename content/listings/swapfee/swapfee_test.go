package swapfee

import (
	"fmt"
	"sync"
	"testing"
)

func ExampleCheckout() {
	c := New(Flat(30))
	show := func(strategy string) {
		fmt.Printf("%s: 1000 becomes %d, 5000 becomes %d\n", strategy, c.Total(1000), c.Total(5000))
	}
	show("Flat(30)")
	c.Use(AtLeast(50, Percent(2)))
	show("AtLeast(50, Percent(2))")
	// Output:
	// Flat(30): 1000 becomes 1030, 5000 becomes 5030
	// AtLeast(50, Percent(2)): 1000 becomes 1050, 5000 becomes 5100
}

func TestSwap(t *testing.T) {
	c := New(Flat(1))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				if got := c.Total(10); got != 11 && got != 12 {
					t.Errorf("Total = %d", got)
				}
			}
		})
	}
	for range 100 {
		c.Use(Flat(2))
		c.Use(Flat(1))
	}
	wg.Wait()
}
