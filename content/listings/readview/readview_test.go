package readview

import (
	"fmt"
	"testing"
)

func ExampleView() {
	v := New()
	first := Event{1, "ada", 500}
	v.Apply(first)
	v.Apply(first)
	fmt.Println(v.Get("ada", 1))
	own := Event{2, "ada", 200} // its command has returned 2
	fmt.Println(v.Get("ada", own.Pos))
	v.Apply(own)
	fmt.Println(v.Get("ada", own.Pos))
	// Output:
	// {1 500} <nil>
	// {0 0} view is behind
	// {2 700} <nil>
}

// A view is rebuilt from the first event while the old one serves.
func TestRebuild(t *testing.T) {
	events := []Event{{1, "ada", 5}, {2, "bob", 7}, {3, "ada", 1}}
	v := New()
	for _, e := range append(events, events...) {
		v.Apply(e)
	}
	for name, want := range map[string]Row{"ada": {2, 6}, "bob": {1, 7}, "cid": {}} {
		if row, err := v.Get(name, 0); row != want || err != nil {
			t.Errorf("%s: %v, %v", name, row, err)
		}
	}
	if _, err := v.Get("bob", 4); err != ErrBehind {
		t.Error(err)
	}
}
