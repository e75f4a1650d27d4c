// Package pointerload weighs a slice of values against a slice of pointers.
package pointerload

import (
	"fmt"
	"runtime"
	"testing"
)

// region print

type Point struct{ X, Y, Z float64 }

func values(n int) []Point {
	points := make([]Point, n)
	for i := range points {
		points[i].X = float64(i)
	}
	return points
}

func pointers(n int) []*Point {
	points := make([]*Point, n)
	for i := range points {
		points[i] = &Point{X: float64(i)}
	}
	return points
}

// endregion print

var (
	flat []Point
	refs []*Point
)

func Example() {
	fmt.Println("values:  ", testing.AllocsPerRun(10, func() { flat = values(1000) }))
	fmt.Println("pointers:", testing.AllocsPerRun(10, func() { refs = pointers(1000) }))
	// Output:
	// values:   1
	// pointers: 1001
}

func BenchmarkBuild(b *testing.B) {
	b.Run("values", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			flat = values(1000)
		}
	})
	b.Run("pointers", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			refs = pointers(1000)
		}
	})
}

// What one collection costs while a million points are alive.
func BenchmarkCollect(b *testing.B) {
	flat, refs = nil, nil
	b.Run("values", func(b *testing.B) {
		live := values(1e6)
		for b.Loop() {
			runtime.GC()
		}
		runtime.KeepAlive(live)
	})
	b.Run("pointers", func(b *testing.B) {
		live := pointers(1e6)
		for b.Loop() {
			runtime.GC()
		}
		runtime.KeepAlive(live)
	})
}

func TestSame(t *testing.T) {
	a, b := values(100), pointers(100)
	for i := range a {
		if a[i] != *b[i] || a[i].X != float64(i) {
			t.Fatalf("%d: %v and %v", i, a[i], *b[i])
		}
	}
}
