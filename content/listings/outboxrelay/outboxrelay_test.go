package outboxrelay

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

func Example() {
	db := &DB{}
	for _, id := range []string{"17", "", "18"} {
		if err := Place(db, Order{id}); err != nil {
			fmt.Println(err)
		}
	}
	lost := errors.New("confirmation lost")
	sent := 0
	publish := func(e Event) error {
		fmt.Println("broker gets", e.ID)
		if sent++; sent == 2 {
			return lost
		}
		return nil
	}
	fmt.Println(Relay(db, publish))
	fmt.Println(Relay(db, publish))
	// Output:
	// order without ID
	// broker gets placed-17
	// broker gets placed-18
	// confirmation lost
	// broker gets placed-18
	// <nil>
}

func TestTables(t *testing.T) {
	db := &DB{}
	if err := Place(db, Order{"17"}); err != nil {
		t.Fatal(err)
	}
	if err := Place(db, Order{}); err != ErrNoID {
		t.Errorf("got %v", err)
	}
	want := Tx{[]Order{{"17"}}, []Event{{"placed-17", "placed"}}}
	if !slices.Equal(db.tables.Orders, want.Orders) || !slices.Equal(db.tables.Outbox, want.Outbox) {
		t.Errorf("got %v, want %v", db.tables, want)
	}
	down := errors.New("down")
	if err := Relay(db, func(Event) error { return down }); err != down || len(db.Pending()) != 1 {
		t.Errorf("%v, pending %v", err, db.Pending())
	}
	if err := Relay(db, func(Event) error { return nil }); err != nil || len(db.Pending()) != 0 {
		t.Errorf("%v, pending %v", err, db.Pending())
	}
	if len(db.tables.Orders) != 1 {
		t.Error("the relay deleted an order")
	}
}
