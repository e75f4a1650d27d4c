package inboxtx

import (
	"fmt"
	"testing"
)

func ExampleHandle() {
	db := &DB{Tx{map[string]bool{}, map[string]int{"ann": 100}}}
	paid := Message{ID: "m1", Account: "ann", Cents: 50}
	early := Message{ID: "m2", Account: "bob", Cents: 70}
	fmt.Println(Handle(db, paid), db.tables.balances)
	fmt.Println(Handle(db, paid), db.tables.balances)
	fmt.Println(Handle(db, early), db.tables.balances)
	db.tables.balances["bob"] = 0 // his account arrives
	fmt.Println(Handle(db, early), db.tables.balances)
	// Output:
	// <nil> map[ann:150]
	// <nil> map[ann:150]
	// no such account map[ann:150]
	// <nil> map[ann:150 bob:70]
}

func TestRollback(t *testing.T) {
	db := &DB{Tx{map[string]bool{}, map[string]int{}}}
	if err := Handle(db, Message{ID: "m1", Account: "eve"}); err != ErrMissing {
		t.Error(err)
	}
	if len(db.tables.inbox) != 0 {
		t.Error("the ID outlived its transaction")
	}
}
