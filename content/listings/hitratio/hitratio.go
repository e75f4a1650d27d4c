// Package hitratio counts what a cache does.
package hitratio

import "sync/atomic"

// region print

// Counts only grow, so a scrape can be lost without harm.
type Counts struct {
	Hits, Misses, Errors atomic.Int64
}

// Lookup counts the result of one get.
func (c *Counts) Lookup(found bool, err error) {
	switch {
	case err != nil:
		c.Errors.Add(1)
	case found:
		c.Hits.Add(1)
	default:
		c.Misses.Add(1)
	}
}

// Ratio is that of the whole fleet: sums first, then divide.
func Ratio(pods ...*Counts) float64 {
	var hits, lookups int64
	for _, c := range pods {
		h := c.Hits.Load()
		hits += h
		lookups += h + c.Misses.Load() + c.Errors.Load()
	}
	return float64(hits) / float64(max(lookups, 1))
}

// endregion print
