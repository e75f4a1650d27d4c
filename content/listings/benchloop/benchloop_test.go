// Package benchloop counts words in two ways and measures both.
package benchloop

import (
	"fmt"
	"strings"
	"testing"
)

// region print

func inSlice(text string) int {
	return len(strings.Fields(text))
}

func inLoop(text string) (n int) {
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("measure first ", 1000) // not timed
	for name, count := range map[string]func(string) int{
		"slice": inSlice,
		"loop":  inLoop,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text))) // adds MB/s
			for b.Loop() {
				count(text)
			}
		})
	}
}

// endregion print

func Example() {
	text := strings.Repeat("measure first ", 1000)
	for _, count := range []func(string) int{inSlice, inLoop} {
		allocs := testing.AllocsPerRun(100, func() { count(text) })
		fmt.Println(count(text), "words,", allocs, "allocations")
	}
	// Output:
	// 2000 words, 1 allocations
	// 2000 words, 0 allocations
}

func mix(x uint64) uint64 {
	x *= x | 5
	x *= x | 7
	x *= x | 9
	x *= x | 11
	x *= x | 13
	return x * (x | 15)
}

// The compiler inlines mix. In the first loop nobody uses the result, so an empty loop is
// timed. In the second it computes the result once, before the loop, as x does not change.
func BenchmarkDiscarded(b *testing.B) {
	x := uint64(len(b.Name()))
	b.Run("N", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			mix(x)
		}
	})
	b.Run("Loop", func(b *testing.B) {
		for b.Loop() {
			mix(x)
		}
	})
	b.Run("Varied", func(b *testing.B) {
		y := x
		for b.Loop() {
			y = mix(y)
		}
	})
}
