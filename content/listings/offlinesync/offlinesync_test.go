package offlinesync

import (
	"errors"
	"fmt"
	"testing"
)

var errOffline = errors.New("offline")

func keys() func() string {
	n := 0
	return func() string {
		n++
		return fmt.Sprint("merge-", n)
	}
}

func ExampleFlush() {
	s := &Server{note: Note{Version: 1, Tags: []string{"go"}}, done: map[string]bool{}}
	if _, err := s.Apply(Change{"laptop-1", 1, []string{"go", "wasm"}}); err != nil {
		fmt.Println(err)
	}
	outbox := []Change{{"phone-1", 1, []string{"go", "edge"}}} // also based on 1

	calls := 0
	weak := func(c Change) (Note, error) {
		note, err := s.Apply(c)
		if calls++; calls == 2 { // applied, but the reply is lost
			return Note{}, errOffline
		}
		return note, err
	}
	newKey := keys()
	for len(outbox) > 0 {
		var err error
		outbox, err = Flush(outbox, weak, newKey)
		fmt.Println("waiting:", len(outbox), "error:", err)
	}
	fmt.Println("version", s.note.Version, s.note.Tags)
	// Output:
	// waiting: 1 error: offline
	// waiting: 0 error: <nil>
	// version 3 [edge go wasm]
}

func TestOffline(t *testing.T) {
	outbox := []Change{{"a", 1, nil}, {"b", 2, nil}}
	left, err := Flush(outbox, func(Change) (Note, error) { return Note{}, errOffline }, keys())
	if !errors.Is(err, errOffline) || len(left) != 2 {
		t.Errorf("got %d changes and %v, want both kept", len(left), err)
	}
}

func TestOrder(t *testing.T) {
	s := &Server{note: Note{Version: 1}, done: map[string]bool{}}
	outbox := []Change{{"a", 1, []string{"x"}}, {"b", 2, []string{"x", "y"}}}
	left, err := Flush(outbox, s.Apply, keys())
	if err != nil || len(left) != 0 || fmt.Sprint(s.note) != "{3 [x y]}" {
		t.Errorf("got %v, %d left, %v", s.note, len(left), err)
	}
}
