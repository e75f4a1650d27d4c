// Package upcast reads old events as if they were of the newest version.
package upcast

import (
	"encoding/json"
	"fmt"
)

// Envelope is what is stored.
type Envelope struct {
	Type    string
	Version int
	Data    json.RawMessage
}

// region print

// Placed is version 3, all that the program has to know.
type Placed struct {
	Cents    int
	Currency string
}
type v2 struct{ Cents int } // always euros
type v1 struct{ Euros int }

func (o v1) up() v2     { return v2{o.Euros * 100} }
func (o v2) up() Placed { return Placed{o.Cents, "EUR"} }

func Decode(e Envelope) (now Placed, err error) {
	switch e.Version {
	case 1:
		var old v1
		err = json.Unmarshal(e.Data, &old)
		now = old.up().up()
	case 2:
		var old v2
		err = json.Unmarshal(e.Data, &old)
		now = old.up()
	case 3:
		err = json.Unmarshal(e.Data, &now)
	default:
		err = fmt.Errorf("Placed: version %d", e.Version)
	}
	return now, err
}

// endregion print
