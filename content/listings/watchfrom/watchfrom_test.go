package watchfrom

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
)

func ExampleStore_Watch() {
	s := New()
	s.Put("timeout", "1s")
	value, rev := s.Get("timeout")
	fmt.Println("start with", value, "at revision", rev)
	s.Put("timeout", "2s") // between Get and Watch

	for e := range s.Watch(context.Background(), rev) {
		fmt.Println(e.Rev, e.Key, e.Value)
		if e.Value == "3s" {
			break
		}
		go s.Put("timeout", "3s")
	}
	// Output:
	// start with 1s at revision 1
	// 2 timeout 2s
	// 3 timeout 3s
}

func TestWatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New()
		ctx, cancel := context.WithCancel(t.Context())
		revs := make(chan int)
		go func() {
			defer close(revs)
			next := 1
			for e := range s.Watch(ctx, 0) {
				if e.Rev != next {
					t.Errorf("event %d has revision %d", next, e.Rev)
				}
				next++
			}
			revs <- next - 1
		}()
		for range 50 {
			go s.Put("k", "v")
		}
		synctest.Wait()
		s.Put("k", "last")
		synctest.Wait()
		cancel()
		if n := <-revs; n != 51 {
			t.Errorf("saw %d events, want 51", n)
		}
	})
}
