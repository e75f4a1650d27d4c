package eventfold

import (
	"fmt"
	"testing"
)

func ExampleStore() {
	s := New()
	for seen := range 102 {
		if err := s.Append("ann", seen, Deposited{10}); err != nil {
			fmt.Println(err)
			return
		}
	}
	a, folded := s.Load("ann")
	fmt.Println(a, "from", folded, "events")
	fmt.Println(s.Append("ann", a.Version, Withdrawn{20}))
	fmt.Println(s.Append("ann", a.Version, Withdrawn{1000}))
	a, folded = s.Load("ann")
	fmt.Println(a, "from", folded, "event and a snapshot")
	// Output:
	// {1020 102} from 102 events
	// <nil>
	// stream has changed
	// {1000 103} from 1 event and a snapshot
}

func TestConflict(t *testing.T) {
	s := New()
	for _, test := range []struct {
		seen int
		want error
	}{{0, nil}, {1, nil}, {1, ErrConflict}, {3, ErrConflict}} {
		if err := s.Append("ann", test.seen, Deposited{1}); err != test.want {
			t.Errorf("having seen %d: %v, want %v", test.seen, err, test.want)
		}
	}
	if a, _ := s.Load("ann"); a != (Account{2, 2}) {
		t.Errorf("got %+v", a)
	}
	if a, _ := s.Load("bob"); a != (Account{}) {
		t.Errorf("an empty stream gives %+v", a)
	}
}

// A snapshot is only a shortcut: without it the state is the same.
func TestSnapshot(t *testing.T) {
	s := New()
	for i := range Every + 5 {
		if err := s.Append("ann", 2*i, Deposited{3}, Withdrawn{1}); err != nil {
			t.Fatal(err)
		}
		s.Load("ann")
	}
	a, folded := s.Load("ann")
	if folded != 10 {
		t.Errorf("folded %d events, want 10", folded)
	}
	clear(s.snapshots)
	again, folded := s.Load("ann")
	if again != a || a != (Account{2 * (Every + 5), 2 * (Every + 5)}) || folded != 2*(Every+5) {
		t.Errorf("with a snapshot %+v, without %+v", a, again)
	}
}
