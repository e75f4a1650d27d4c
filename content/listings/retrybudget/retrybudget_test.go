package retrybudget

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

func ExampleBudget() {
	b := Budget{Ratio: 0.125, Max: 10}
	noWait := func() error { return nil }
	attempts := 0
	for range 800 { // the target is down
		_ = b.Do(4, noWait, func() error {
			attempts++
			return ErrTransient
		})
	}
	fmt.Println("800 requests,", attempts, "attempts")
	// Output:
	// 800 requests, 900 attempts
}

func TestDo(t *testing.T) {
	noWait := func() error { return nil }
	b := Budget{Ratio: 1, Max: 3}
	for range 5 {
		if err := b.Do(3, noWait, func() error { return nil }); err != nil || b.tokens > 3 {
			t.Fatalf("%v tokens, %v", b.tokens, err)
		}
	}
	calls := 0
	fail := func(err error) func() error { return func() error { calls++; return err } }
	permanent := errors.New("400")
	if err := b.Do(3, noWait, fail(permanent)); err != permanent || calls != 1 {
		t.Errorf("permanent: %d calls, %v", calls, err)
	}
	calls = 0
	if err := b.Do(3, noWait, fail(ErrTransient)); !errors.Is(err, ErrTransient) || calls != 3 {
		t.Errorf("attempts: %d calls, %v", calls, err)
	}
	calls = 0
	cancelled := errors.New("cancelled")
	err := b.Do(3, func() error { return cancelled }, fail(ErrTransient))
	if !errors.Is(err, cancelled) || !errors.Is(err, ErrTransient) || calls != 1 {
		t.Errorf("cancelled: %d calls, %v", calls, err)
	}
}

func TestConcurrent(t *testing.T) {
	b := Budget{Ratio: 1, Max: 1e6}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				_ = b.Do(1, nil, func() error { return nil })
			}
		})
	}
	wg.Wait()
	if b.tokens != 400 {
		t.Errorf("%v tokens, want 400", b.tokens)
	}
}
