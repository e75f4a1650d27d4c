package bloomcount

import (
	"fmt"
	"testing"
)

func ExampleFilter() {
	const n = 10_000
	f := New(n, 0.01)
	fmt.Printf("%.1f bits a key, %d hashes\n", float64(f.m)/n, f.hashes)
	added := 0
	for _, upTo := range []int{n, 2 * n, 4 * n} {
		for ; added < upTo; added++ {
			f.Add(fmt.Sprint("user:", added))
		}
		wrong := 0
		for i := range n {
			if f.Has(fmt.Sprint("stranger:", i)) {
				wrong++
			}
		}
		fmt.Printf("%d keys: %.1f%% false positives\n", added, 100*float64(wrong)/n)
	}
	// Output:
	// 9.6 bits a key, 7 hashes
	// 10000 keys: 0.9% false positives
	// 20000 keys: 15.4% false positives
	// 40000 keys: 68.1% false positives
}

func TestNoFalseNegative(t *testing.T) {
	f := New(2000, 0.01)
	for i := range 4000 { // twice as many as planned
		f.Add(fmt.Sprint(i))
		if !f.Has(fmt.Sprint(i)) {
			t.Fatal("lost", i)
		}
	}
	for i := range 4000 {
		if !f.Has(fmt.Sprint(i)) {
			t.Fatal("lost later", i)
		}
	}
	if New(2000, 0.01).Has("0") {
		t.Error("an empty filter has a key")
	}
}
