// Package crossfield checks rules that span several fields of a struct.
package crossfield

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// region print

// Problems maps the name of a field to the rule it breaks.
type Problems map[string]string

func (p Problems) Error() string {
	fields := slices.Sorted(maps.Keys(p))
	return "invalid: " + strings.Join(fields, ", ")
}

type Booking struct {
	Guests int       `json:"guests"`
	From   time.Time `json:"from"`
	To     time.Time `json:"to"`
}

func (b Booking) Validate() error {
	p := Problems{}
	if b.Guests < 1 || b.Guests > 4 {
		p["guests"] = "must be 1 to 4"
	}
	if !b.To.After(b.From) {
		p["to"] = "must be later than from"
	}
	if len(p) == 0 {
		return nil // not p: it would be a non-nil error
	}
	return p
}

// endregion print
