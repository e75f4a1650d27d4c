package oncegood

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

func ExampleLazy() {
	calls := 0
	connect := func() (string, error) {
		if calls++; calls == 1 {
			return "", errors.New("refused")
		}
		return fmt.Sprint("connection ", calls), nil
	}
	lazy := &Lazy[string]{Build: connect}
	for range 3 {
		value, err := lazy.Get()
		fmt.Printf("%q %v\n", value, err)
	}

	calls = 0
	get := sync.OnceValues(connect)
	for range 2 {
		value, err := get()
		fmt.Printf("OnceValues: %q %v\n", value, err)
	}
	// Output:
	// "" refused
	// "connection 2" <nil>
	// "connection 2" <nil>
	// OnceValues: "" refused
	// OnceValues: "" refused
}

func TestConcurrent(t *testing.T) {
	var builds atomic.Int32
	lazy := &Lazy[*int]{Build: func() (*int, error) {
		builds.Add(1)
		return new(int), nil
	}}
	values := make([]*int, 50)
	var wg sync.WaitGroup
	for i := range values {
		wg.Go(func() { values[i], _ = lazy.Get() })
	}
	wg.Wait()
	for _, v := range values {
		if v == nil || v != values[0] {
			t.Fatal("not one value for all")
		}
	}
	if n := builds.Load(); n != 1 {
		t.Errorf("%d builds", n)
	}
}
