// Package escapes shows which values leave the stack.
package escapes

import (
	"fmt"
	"testing"
)

// region print

type Vec struct{ X, Y, Z float64 }

//go:noinline
func byValue(x float64) Vec { return Vec{X: x} } // copied

//go:noinline
func byPointer(x float64) *Vec { return &Vec{X: x} } // escapes

//go:noinline
func fill(v *Vec, x float64) { v.X = x } // v does not escape

//go:noinline
func boxed(x float64) any { return Vec{X: x} } // escapes

// endregion print

func Example() {
	var sum float64
	count := func(name string, f func()) {
		fmt.Println(name, testing.AllocsPerRun(100, f))
	}
	count("value:  ", func() { sum += byValue(1).X })
	count("pointer:", func() { sum += byPointer(1).X })
	count("filled: ", func() {
		var v Vec
		fill(&v, 1)
		sum += v.X
	})
	count("boxed:  ", func() { sink = boxed(sum) })
	// Output:
	// value:   0
	// pointer: 1
	// filled:  0
	// boxed:   1
}

var sink any

func BenchmarkReturn(b *testing.B) {
	b.Run("value", func(b *testing.B) {
		for b.Loop() {
			byValue(1)
		}
	})
	b.Run("pointer", func(b *testing.B) {
		for b.Loop() {
			byPointer(1)
		}
	})
}
