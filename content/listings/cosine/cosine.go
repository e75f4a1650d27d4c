// Package cosine compares vectors by their direction.
package cosine

import (
	"errors"
	"math"
)

// region print

var (
	ErrLength = errors.New("vectors differ in length")
	ErrNoSize = errors.New("vector has no usable length")
)

// Similarity is 1 for the same direction, 0 for a right angle
// and -1 for opposite directions.
func Similarity(a, b []float32) (float64, error) {
	if len(a) != len(b) {
		return 0, ErrLength
	}
	var dot, aa, bb float64
	for i, x := range a {
		p, q := float64(x), float64(b[i])
		dot += p * q
		aa += p * p
		bb += q * q
	}
	size := math.Sqrt(aa * bb)
	if size == 0 || math.IsNaN(size) || math.IsInf(size, 0) {
		return 0, ErrNoSize
	}
	return max(-1, min(1, dot/size)), nil
}

// endregion print
