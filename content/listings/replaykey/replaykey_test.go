package replaykey

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
)

func Example() {
	var keys Keys
	payments := 0
	pay := func() ([]byte, error) {
		payments++
		return fmt.Appendf(nil, "payment %d", payments), nil
	}
	for _, r := range [][2]string{
		{"k1", "10 EUR"},
		{"k1", "10 EUR"}, // the response was lost
		{"k1", "99 EUR"},
		{"k2", "10 EUR"}, // a second purchase
	} {
		response, err := keys.Once(r[0], []byte(r[1]), pay)
		fmt.Printf("%s %s: %q %v\n", r[0], r[1], response, err)
	}
	// Output:
	// k1 10 EUR: "payment 1" <nil>
	// k1 10 EUR: "payment 1" <nil>
	// k1 99 EUR: "" key belongs to another request
	// k2 10 EUR: "payment 2" <nil>
}

func TestConcurrent(t *testing.T) {
	var (
		keys Keys
		runs atomic.Int32
		wg   sync.WaitGroup
	)
	for range 50 {
		wg.Go(func() {
			got, err := keys.Once("k", []byte("a"), func() ([]byte, error) {
				return fmt.Append(nil, runs.Add(1)), nil
			})
			if string(got) != "1" || err != nil {
				t.Errorf("%q %v", got, err)
			}
		})
	}
	wg.Wait()
	if runs.Load() != 1 {
		t.Error("runs:", runs.Load())
	}
}

func TestRollback(t *testing.T) {
	var keys Keys
	down := errors.New("down")
	if _, err := keys.Once("k", nil, func() ([]byte, error) { return nil, down }); err != down {
		t.Error(err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		keys.Once("k", nil, func() ([]byte, error) { panic("bug") })
	}()
	got, err := keys.Once("k", nil, func() ([]byte, error) { return []byte("ok"), nil })
	if string(got) != "ok" || err != nil {
		t.Errorf("%q %v", got, err)
	}
}
