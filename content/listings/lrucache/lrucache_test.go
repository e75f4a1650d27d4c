package lrucache

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

func ExampleCache() {
	c := New[string, int](2)
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	fmt.Println("size 2: put a, put b, get a, put c")
	for _, key := range []string{"a", "b", "c"} {
		value, ok := c.Get(key)
		fmt.Println(key, value, ok)
	}
	// Output:
	// size 2: put a, put b, get a, put c
	// a 1 true
	// b 0 false
	// c 3 true
}

// The cache agrees with a slow model, and its two halves with each other.
func TestModel(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	c := New[int, int](4)
	var keys []int // last used in front
	values := map[int]int{}
	for step := range 5000 {
		key := rng.IntN(8)
		used := slices.Contains(keys, key)
		if rng.IntN(2) == 0 {
			got, ok := c.Get(key)
			if ok != used || ok && got != values[key] {
				t.Fatalf("step %d: Get(%d) = %d, %v, want %d, %v", step, key, got, ok, values[key], used)
			}
			if !used {
				continue
			}
		} else {
			c.Put(key, step)
			values[key] = step
		}
		keys = slices.DeleteFunc(keys, func(k int) bool { return k == key })
		keys = slices.Insert(keys, 0, key)
		keys = keys[:min(len(keys), 4)]
		if c.recent.Len() != len(keys) || len(c.byKey) != len(keys) {
			t.Fatalf("step %d: %d in the list, %d in the map", step, c.recent.Len(), len(c.byKey))
		}
	}
}

func TestConcurrent(t *testing.T) {
	c := New[int, int](16)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 500 {
				c.Put(i%32, i%32)
				if got, ok := c.Get(i % 32); ok && got != i%32 {
					t.Errorf("key %d has value %d", i%32, got)
				}
			}
		})
	}
	wg.Wait()
}
