package accountfake

import (
	"context"
	"errors"
	"testing"
)

// region print

type accounts struct { // stands in for the table
	names map[string]bool
	down  error // simulates an outage
}

func (a *accounts) Add(_ context.Context, name string) error {
	if a.names[name] {
		return ErrTaken
	}
	a.names[name] = a.down == nil
	return a.down
}

func TestRegister(t *testing.T) {
	db := &accounts{names: map[string]bool{}}
	for _, tc := range [][2]string{
		{" Ann", "welcome, ann"},
		{"ann", "ann is taken"}, // " Ann" was stored as ann
	} {
		got, err := Register(t.Context(), db, tc[0])
		if err != nil || got != tc[1] {
			t.Errorf("%q: %q, %v", tc[0], got, err)
		}
	}
	db.down = errors.New("refused")
	_, err := Register(t.Context(), db, "cid")
	if !errors.Is(err, db.down) {
		t.Error("outage:", err)
	}
}

// endregion print
