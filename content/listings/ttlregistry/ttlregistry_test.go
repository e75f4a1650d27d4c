package ttlregistry

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestRegistry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := New(10 * time.Second)
		if addr, err := r.Pick(); err != ErrNoInstance {
			t.Errorf("empty registry: %q, %v", addr, err)
		}
		picks := func(n int) string {
			var all []string
			for range n {
				addr, err := r.Pick()
				if err != nil {
					t.Error(err)
				}
				all = append(all, addr)
			}
			return strings.Join(all, " ")
		}
		r.Heartbeat("c")
		r.Heartbeat("a")
		r.Heartbeat("b")
		if got := picks(6); got != "b c a b c a" {
			t.Errorf("three instances: %s", got)
		}
		time.Sleep(6 * time.Second)
		r.Heartbeat("a")
		r.Heartbeat("c")
		time.Sleep(4*time.Second - 1)
		if got := picks(3); got != "b c a" {
			t.Errorf("just before the TTL: %s", got)
		}
		time.Sleep(1)
		if got := picks(4); got != "a c a c" && got != "c a c a" {
			t.Errorf("b has missed its heartbeat: %s", got)
		}
		time.Sleep(6 * time.Second)
		if _, err := r.Pick(); err != ErrNoInstance {
			t.Errorf("nobody left: %v", err)
		}
	})
}

func TestConcurrent(t *testing.T) {
	r := New(time.Hour)
	var wg sync.WaitGroup
	for _, addr := range []string{"a", "b", "c", "d"} {
		wg.Go(func() {
			for range 100 {
				r.Heartbeat(addr)
				if _, err := r.Pick(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if r.turn != 400 {
		t.Errorf("%d turns, want 400", r.turn)
	}
}
