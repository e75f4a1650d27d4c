package shardmap

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func ExampleMap() {
	var hits Map[string, int]
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			for path := range strings.FieldsSeq("/ /login /") {
				hits.Update(path, func(n int) int { return n + 1 })
			}
		})
	}
	wg.Wait()
	fmt.Println(hits.Load("/"))
	fmt.Println(hits.Load("/login"))
	fmt.Println(hits.Load("/admin"))
	// Output:
	// 100 true
	// 50 true
	// 0 false
}

// Readers and writers share few keys, so a missing lock is noticed.
func TestConcurrent(t *testing.T) {
	var m Map[int, int]
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for n := range 20000 {
				m.Update(n%4, func(v int) int { return v + 1 })
				m.Load(n % 4)
			}
		})
	}
	wg.Wait()
	for key := range 4 {
		if v, _ := m.Load(key); v != 40000 {
			t.Errorf("key %d: %d, want 40000", key, v)
		}
	}
}

func TestSpread(t *testing.T) {
	var m Map[int, int]
	for n := range 1000 {
		m.Update(n, func(int) int { return n })
	}
	for i := range m.parts {
		if n := len(m.parts[i].values); n == 0 || n > 100 {
			t.Errorf("part %d holds %d of 1000 keys", i, n)
		}
	}
	for n := range 1000 {
		if v, ok := m.Load(n); v != n || !ok {
			t.Errorf("Load(%d) = %d, %v", n, v, ok)
		}
	}
}

// While a part is locked, a reader of it waits, however often it gets the processor.
func TestLoadLocks(t *testing.T) {
	var m Map[int, int]
	loaded := make(chan bool, 1)
	m.Update(1, func(int) int {
		go func() {
			_, ok := m.Load(1)
			loaded <- ok
		}()
		for range 1000 {
			runtime.Gosched()
		}
		if len(loaded) != 0 {
			t.Error("loaded without the lock")
		}
		return 1
	})
	if !<-loaded {
		t.Error("the value is missing after the update")
	}
}
