package swapfee

import (
	"fmt"
	"sync"
	"testing"
)

func ExampleCheckout() {
	c := New(Flat(30))
	fmt.Println(c.Total(1000), c.Total(5000))
	c.Use(AtLeast(50, Percent(2)))
	fmt.Println(c.Total(1000), c.Total(5000))
	// Output:
	// 1030 5030
	// 1050 5100
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
