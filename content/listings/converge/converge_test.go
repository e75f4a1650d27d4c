package converge

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

var events = []Event{
	{"ann", 1, "Oslo", false}, {"bob", 1, "Rome", false},
	{"ann", 2, "Bonn", false}, {"bob", 2, "", true},
}

func Example() {
	east, west := Copy{}, Copy{}
	for _, e := range events {
		east.Apply(e)
	}
	for _, i := range []int{3, 2, 0, 2, 1} { // disorder, duplicate
		west.Apply(events[i])
	}
	fmt.Println("equal:", maps.Equal(east, west))

	delete(west, "ann") // a bug loses a row
	fmt.Println("repaired:", west.Repair(east))
	fmt.Println("repaired:", west.Repair(east))
	// Output:
	// equal: true
	// repaired: [ann]
	// repaired: []
}

func TestAnyOrder(t *testing.T) {
	want := Copy{"ann": events[2], "bob": events[3]}
	for seed := range uint64(200) {
		order := rand.New(rand.NewPCG(seed, 1)).Perm(8)
		c := Copy{}
		for _, i := range order {
			c.Apply(events[i%4])
		}
		if !maps.Equal(c, want) {
			t.Fatalf("order %v gives %v", order, c)
		}
	}
	twin := Copy{"ann": events[2]}
	twin.Apply(Event{"ann", 2, "another Bonn", false})
	if twin["ann"] != events[2] {
		t.Error("an equal version replaced the first")
	}
	c := Copy{"bob": {"bob", 2, "changed by hand", false}}
	drifted := c.Repair(want)
	slices.Sort(drifted)
	if !slices.Equal(drifted, []string{"ann", "bob"}) || !maps.Equal(c, want) {
		t.Errorf("repaired %v: %v", drifted, c)
	}
}
