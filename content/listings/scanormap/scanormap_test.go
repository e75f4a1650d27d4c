// Package scanormap compares a scan of a slice with a map.
package scanormap

import (
	"fmt"
	"testing"
)

// region print

type Pair[K comparable] struct {
	Key   K
	Value int
}

// scan looks at one pair after the other.
func scan[K comparable](pairs []Pair[K], key K) (int, bool) {
	for i := range pairs {
		if pairs[i].Key == key {
			return pairs[i].Value, true
		}
	}
	return 0, false
}

func index[K comparable](pairs []Pair[K]) map[K]int {
	m := make(map[K]int, len(pairs))
	for _, p := range pairs {
		m[p.Key] = p.Value
	}
	return m
}

// endregion print

func benchmark[K comparable](b *testing.B, kind string, key func(int) K) {
	for _, n := range []int{4, 8, 16, 32, 64, 128, 256, 1024} {
		pairs := make([]Pair[K], n)
		for i := range pairs {
			pairs[i] = Pair[K]{key(i), i}
		}
		m := index(pairs)
		b.Run(fmt.Sprintf("%s/scan/%d", kind, n), func(b *testing.B) {
			i := 0
			for b.Loop() {
				scan(pairs, pairs[i].Key)
				if i += 7; i >= n {
					i %= n
				}
			}
		})
		b.Run(fmt.Sprintf("%s/map/%d", kind, n), func(b *testing.B) {
			i := 0
			sum := 0
			for b.Loop() {
				sum += m[pairs[i].Key]
				if i += 7; i >= n {
					i %= n
				}
			}
		})
		if n == 1024 {
			b.Run(fmt.Sprintf("%s/sumslice/%d", kind, n), func(b *testing.B) {
				for b.Loop() {
					sum := 0
					for i := range pairs {
						sum += pairs[i].Value
					}
				}
			})
			b.Run(fmt.Sprintf("%s/summap/%d", kind, n), func(b *testing.B) {
				for b.Loop() {
					sum := 0
					for _, v := range m {
						sum += v
					}
				}
			})
		}
	}
}

func BenchmarkFind(b *testing.B) {
	benchmark(b, "int", func(i int) int { return i * 1000003 })
	benchmark(b, "string", func(i int) string { return fmt.Sprintf("customer-%06d", i) })
}

func Example() {
	ports := []Pair[string]{{"http", 80}, {"https", 443}, {"ssh", 22}}
	byName := index(ports)
	fmt.Println(scan(ports, "https"))
	port, ok := byName["https"]
	fmt.Println(port, ok)
	fmt.Println(scan(ports, "smtp"))
	// Output:
	// 443 true
	// 443 true
	// 0 false
}

func TestSame(t *testing.T) {
	var pairs []Pair[int]
	for i := range 100 {
		pairs = append(pairs, Pair[int]{i * 7, i})
	}
	m := index(pairs)
	if len(m) != 100 {
		t.Error(len(m), "keys")
	}
	for key := range 800 {
		want, wantOK := m[key]
		if got, ok := scan(pairs, key); got != want || ok != wantOK {
			t.Fatalf("%d: %d, %v", key, got, ok)
		}
	}
}
