package stickyassign

import (
	"fmt"
	"slices"
	"testing"
)

func ExampleAssign() {
	two := Assign(nil, []string{"a", "b"}, 6)
	fmt.Println("two members:", two)
	three := Assign(two, []string{"a", "b", "c"}, 6)
	fmt.Println("c joins:    ", three)
	fmt.Println("a leaves:   ", Assign(three, []string{"b", "c"}, 6))
	// Output:
	// two members: map[a:[0 1 2] b:[3 4 5]]
	// c joins:     map[a:[0 1] b:[3 4] c:[2 5]]
	// a leaves:    map[b:[3 4 0] c:[2 5 1]]
}

// Whatever happened before, every partition has one owner, the shares differ by at most
// one, and no member gives a partition away while it gets another.
func TestAssign(t *testing.T) {
	all := []string{"a", "b", "c", "d", "e"}
	for n := range 9 {
		for before := 1; before <= len(all); before++ {
			for after := 1; after <= len(all); after++ {
				old := Assign(nil, all[:before], n)
				members := all[len(all)-after:]
				plan := Assign(old, members, n)
				var owned []int
				least, most := n, 0
				for _, m := range members {
					got := plan[m]
					owned = append(owned, got...)
					least, most = min(least, len(got)), max(most, len(got))
					kept := 0
					for _, p := range got {
						if slices.Contains(old[m], p) {
							kept++
						}
					}
					if kept < len(old[m]) && kept < len(got) {
						t.Errorf("%d partitions: %s had %v, has %v", n, m, old[m], got)
					}
				}
				slices.Sort(owned)
				want := make([]int, n)
				for i := range want {
					want[i] = i
				}
				if !slices.Equal(owned, want) || most-least > 1 || len(plan) != after {
					t.Errorf("%d partitions from %v to %v: %v", n, old, members, plan)
				}
			}
		}
	}
}

// A larger share stays with the member that has it.
func TestUnchanged(t *testing.T) {
	old := map[string][]int{"a": {0, 1}, "b": {2, 3, 4}, "c": {5, 6}}
	if got := Assign(old, []string{"a", "b", "c"}, 7); fmt.Sprint(got) != fmt.Sprint(old) {
		t.Errorf("got %v, want %v", got, old)
	}
}
