package logreplica

import (
	"fmt"
	"maps"
	"testing"
)

func ExampleMachine() {
	log := []Entry{{1, "stock", 10}, {2, "price", 7}, {3, "stock", 9}}
	leader := New()
	for _, e := range log[:2] {
		_ = leader.Apply(e)
	}
	snapshot, _ := leader.Snapshot()
	_ = leader.Apply(log[2])

	follower, _ := Restore(snapshot) // a new node starts here
	for _, e := range log {          // two of them it has already
		_ = follower.Apply(e)
	}
	fmt.Println(string(snapshot))
	fmt.Println("follower:", *follower)
	// Output:
	// {"Applied":2,"Data":{"price":7,"stock":10}}
	// follower: {3 map[price:7 stock:9]}
}

func TestApply(t *testing.T) {
	m := New()
	for _, step := range []struct {
		e    Entry
		fail bool
	}{
		{Entry{1, "a", 1}, false},
		{Entry{3, "a", 3}, true},
		{Entry{2, "a", 2}, false},
		{Entry{1, "a", 1}, false},
		{Entry{2, "a", 5}, false},
		{Entry{3, "b", 3}, false},
	} {
		if err := m.Apply(step.e); (err != nil) != step.fail {
			t.Errorf("%v: %v", step.e, err)
		}
	}
	if want := map[string]int{"a": 2, "b": 3}; m.Applied != 3 || !maps.Equal(m.Data, want) {
		t.Errorf("got %+v", *m)
	}
	if _, err := Restore([]byte("{")); err == nil {
		t.Error("restored from a torn snapshot")
	}
}
