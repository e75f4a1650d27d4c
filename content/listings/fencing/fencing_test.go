package fencing

import (
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleStore() {
	var lock Lock
	var store Store
	a, _ := lock.Acquire(0) // A pauses, and its lease ends
	b, _ := lock.Acquire(time.Hour)
	fmt.Printf("B writes with token %d: %v\n", b, store.Write(b, "from B"))
	fmt.Printf("A writes with token %d: %v\n", a, store.Write(a, "from A"))
	fmt.Println("stored:", store.value)
	// Output:
	// B writes with token 2: <nil>
	// A writes with token 1: stale fencing token
	// stored: from B
}

func TestStore(t *testing.T) {
	var store Store
	for _, step := range []struct {
		token int
		want  error
	}{{1, nil}, {1, nil}, {3, nil}, {3, nil}, {2, ErrStale}, {3, nil}, {4, nil}} {
		if err := store.Write(step.token, fmt.Sprint(step.token)); err != step.want {
			t.Errorf("token %d: %v", step.token, err)
		}
	}
	var wg sync.WaitGroup
	for token := range 100 {
		wg.Go(func() { _ = store.Write(token, fmt.Sprint(token)) })
	}
	wg.Wait()
	if store.value != "99" || store.token != 99 {
		t.Errorf("stored %q under token %d", store.value, store.token)
	}
}

func TestLock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var l Lock
		a, err := l.Acquire(time.Second)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Acquire(time.Second); err != ErrHeld {
			t.Error("acquired twice:", err)
		}
		time.Sleep(time.Second)
		b, err := l.Acquire(time.Second)
		if err != nil || b <= a {
			t.Errorf("token %d after %d, %v", b, a, err)
		}
		l.Release(a)
		if _, err := l.Acquire(time.Second); err != ErrHeld {
			t.Error("a released the lock of b")
		}
		l.Release(b)
		if _, err := l.Acquire(time.Second); err != nil {
			t.Error("b released, and yet", err)
		}
	})
}
