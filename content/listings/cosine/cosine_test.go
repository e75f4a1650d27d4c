package cosine

import (
	"fmt"
	"math"
	"testing"
)

func ExampleSimilarity() {
	cat, kitten := []float32{2, 1, 0}, []float32{4, 2, 1}
	invoice := []float32{0, 0, 3}
	fmt.Println(Similarity(cat, kitten))
	fmt.Println(Similarity(cat, invoice))
	fmt.Println(Similarity(cat, []float32{0, 0, 0}))
	// Output:
	// 0.9759000729485332 <nil>
	// 0 <nil>
	// 0 vector has no usable length
}

func TestSimilarity(t *testing.T) {
	inf := float32(math.Inf(1))
	tests := []struct {
		a, b []float32
		want float64
		err  error
	}{
		{[]float32{1, 2}, []float32{10, 20}, 1, nil},
		{[]float32{1, 2}, []float32{-3, -6}, -1, nil},
		{[]float32{1e30, 1e30}, []float32{1e30, 1e30}, 1, nil}, // squares overflow float32
		{[]float32{1e-30}, []float32{1e-30}, 1, nil},           // squares vanish in float32
		{[]float32{0.1, 0.2, 0.3}, []float32{0.1, 0.2, 0.3}, 1, nil},
		{[]float32{1}, []float32{1, 2}, 0, ErrLength},
		{nil, nil, 0, ErrNoSize},
		{[]float32{inf}, []float32{1}, 0, ErrNoSize},
		{[]float32{inf - inf}, []float32{1}, 0, ErrNoSize},
	}
	for _, test := range tests {
		got, err := Similarity(test.a, test.b)
		if err != test.err || math.Abs(got-test.want) > 1e-12 || math.Abs(got) > 1 {
			t.Errorf("Similarity(%v, %v) = %v, %v; want %v, %v", test.a, test.b, got, err, test.want, test.err)
		}
	}
}

var sink float64

func vectors(n int) (a, b []float32) {
	for i := range n {
		a, b = append(a, float32(i%7)), append(b, float32(i%11))
	}
	return a, b
}

// dot is what remains when both vectors have been normalised before.
func dot(a, b []float32) (sum float64) {
	for i, x := range a {
		sum += float64(x) * float64(b[i])
	}
	return sum
}

func BenchmarkSimilarity(b *testing.B) {
	x, y := vectors(1536)
	for b.Loop() {
		sink, _ = Similarity(x, y)
	}
}

// dot4 adds up four independent sums, so no addition waits for the one before.
func dot4(a, b []float32) float64 {
	var s0, s1, s2, s3 float64
	for len(a) >= 4 && len(b) >= 4 {
		s0 += float64(a[0]) * float64(b[0])
		s1 += float64(a[1]) * float64(b[1])
		s2 += float64(a[2]) * float64(b[2])
		s3 += float64(a[3]) * float64(b[3])
		a, b = a[4:], b[4:]
	}
	return s0 + s1 + s2 + s3 + dot(a, b)
}

func BenchmarkDot4(b *testing.B) {
	x, y := vectors(1536)
	for b.Loop() {
		sink = dot4(x, y)
	}
}

func TestDots(t *testing.T) {
	x, y := vectors(1537)
	if one, four := dot(x, y), dot4(x, y); one != four || one == 0 { // exact: the numbers are small integers
		t.Errorf("dot %v, dot4 %v", one, four)
	}
}

func BenchmarkDot(b *testing.B) {
	x, y := vectors(1536)
	for b.Loop() {
		sink = dot(x, y)
	}
}

func TestNoAllocation(t *testing.T) {
	x, y := vectors(1536)
	if n := testing.AllocsPerRun(10, func() { sink, _ = Similarity(x, y) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}
