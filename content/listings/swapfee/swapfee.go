// Package swapfee changes a strategy while the program runs.
package swapfee

import "sync/atomic"

// region print

// Fee is the strategy: what a payment costs, both in cents.
type Fee func(amount int64) int64

func Flat(fee int64) Fee {
	return func(int64) int64 { return fee }
}

func Percent(p int64) Fee {
	return func(amount int64) int64 { return amount * p / 100 }
}

// AtLeast is a strategy made of another one.
func AtLeast(least int64, f Fee) Fee {
	return func(amount int64) int64 {
		return max(least, f(amount))
	}
}

type Checkout struct{ fee atomic.Pointer[Fee] }

// Use swaps the strategy, also while others call Total.
func (c *Checkout) Use(f Fee) { c.fee.Store(&f) }

func (c *Checkout) Total(amount int64) int64 {
	fee := *c.fee.Load() // one strategy for the whole call
	return amount + fee(amount)
}

// endregion print

// New returns a checkout that charges f.
func New(f Fee) *Checkout {
	c := new(Checkout)
	c.Use(f)
	return c
}
