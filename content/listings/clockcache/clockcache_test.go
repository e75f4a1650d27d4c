package clockcache

import (
	"sync"
	"testing"
)

func TestCache(t *testing.T) {
	c := New[string, int](3)
	for i, key := range []string{"a", "b", "c"} {
		c.Put(key, i)
	}
	want := func(key string, value int, ok bool) {
		t.Helper()
		if got, found := c.Get(key); got != value || found != ok {
			t.Errorf("Get(%q) = %d, %v, want %d, %v", key, got, found, value, ok)
		}
	}
	want("a", 0, true)
	want("c", 2, true)
	c.Put("d", 3) // b is the only one that was not used
	want("b", 0, false)
	want("a", 0, true)
	want("c", 2, true)
	want("d", 3, true)
	c.Put("a", 7) // replaces, evicts nothing
	want("a", 7, true)
	want("c", 2, true)
	want("d", 3, true)
	c.Put("e", 4) // all were used: the hand goes round once
	want("e", 4, true)
	found := 0
	for _, key := range []string{"a", "c", "d"} {
		if _, ok := c.Get(key); ok {
			found++
		}
	}
	if found != 2 || len(c.index) != 3 {
		t.Errorf("%d of the old keys left, %d in the index", found, len(c.index))
	}
}

// The zero key is a key like others, although empty slots hold it, too.
func TestZeroKey(t *testing.T) {
	c := New[int, int](2)
	if _, ok := c.Get(0); ok {
		t.Error("found in an empty cache")
	}
	c.Put(0, 5)
	c.Put(1, 6)
	if got, ok := c.Get(0); got != 5 || !ok {
		t.Errorf("got %d, %v", got, ok)
	}
}

func TestConcurrent(t *testing.T) {
	c := New[int, int](16)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 1000 {
				c.Put(i%32, i%32)
				if got, ok := c.Get(i % 32); ok && got != i%32 {
					t.Errorf("key %d has value %d", i%32, got)
				}
			}
		})
	}
	wg.Wait()
	if len(c.index) != 16 {
		t.Errorf("%d keys", len(c.index))
	}
	for key, i := range c.index {
		if c.slots[i].key != key {
			t.Errorf("slot %d has key %d, not %d", i, c.slots[i].key, key)
		}
	}
}
