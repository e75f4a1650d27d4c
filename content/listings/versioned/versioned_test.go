package versioned

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

func ExampleTable_Change() {
	table := &Table{rows: map[string]Account{"ann": {Balance: 100}}}
	attempt := 0
	err := table.Change("ann", func(a *Account) error {
		if attempt++; attempt == 1 { // another instance gets in first
			_ = table.Change("ann", func(a *Account) error {
				a.Balance -= 30
				return nil
			})
		}
		a.Balance -= 50
		return nil
	})
	a, _ := table.Get("ann")
	fmt.Printf("attempts %d, %+v, %v\n", attempt, a, err)
	// Output:
	// attempts 2, {Balance:20 Version:2}, <nil>
}

func TestErrors(t *testing.T) {
	table := &Table{rows: map[string]Account{"ann": {}}}
	if err := table.Change("bob", nil); err != ErrMissing {
		t.Error("missing row:", err)
	}
	boom := errors.New("overdrawn")
	if err := table.Change("ann", func(*Account) error { return boom }); err != boom {
		t.Error("refused change:", err)
	}
	attempts := 0
	err := table.Change("ann", func(a *Account) error {
		attempts++
		table.rows["ann"] = Account{Version: 100 + attempts}
		return nil
	})
	if err != ErrConflict || attempts != 5 {
		t.Errorf("%d attempts, %v", attempts, err)
	}
}

func TestConcurrent(t *testing.T) {
	table := &Table{rows: map[string]Account{"ann": {}}}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 50 {
				err := ErrConflict
				for err == ErrConflict {
					err = table.Change("ann", func(a *Account) error { a.Balance++; return nil })
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if a := table.rows["ann"]; a.Balance != 200 || a.Version != 200 {
		t.Errorf("got %+v", a)
	}
}
