package ledger

import (
	"fmt"
	"testing"
)

func ExampleLedger() {
	l := New()
	charge := []Line{{"customer 7", 1190}, {"revenue", -1000}, {"VAT", -190}}
	fmt.Println("charge: ", l.Post("invoice 1", charge...))
	fmt.Println("retry:  ", l.Post("invoice 1", charge...))
	fmt.Println("payment:", l.Post("psp 8f3", Line{"bank", 1190}, Line{"customer 7", -1190}))
	fmt.Println("reverse:", l.Post("credit 1", Line{"customer 7", -1190}, Line{"revenue", 1000}, Line{"VAT", 190}))
	fmt.Println("slip:   ", l.Post("invoice 2", Line{"customer 7", 100}, Line{"revenue", -99}))
	fmt.Println("balance:", l.Balance("customer 7"))
	// Output:
	// charge:  <nil>
	// retry:   <nil>
	// payment: <nil>
	// reverse: <nil>
	// slip:    lines do not add up to zero
	// balance: -1190
}

func TestPost(t *testing.T) {
	l := New()
	lines := []Line{{"a", 5}, {"b", -5}}
	if err := l.Post("k", lines...); err != nil {
		t.Fatal(err)
	}
	lines[0].Cents = 6 // the ledger keeps its own copy
	if got := l.Balance("a"); got != 5 {
		t.Errorf("balance %d", got)
	}
	if err := l.Post("k", Line{"a", 7}, Line{"b", -7}); err != ErrReused {
		t.Error("other lines under the same key:", err)
	}
	if got := l.Balance("a") + l.Balance("b"); got != 0 {
		t.Errorf("sum of all %d", got)
	}
}
