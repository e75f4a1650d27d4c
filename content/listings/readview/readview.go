// Package readview is a read model that knows how far it has got.
package readview

import (
	"errors"
	"sync"
)

// An Event comes from the write side, numbered without a gap.
type Event struct {
	Pos      int64
	Customer string
	Cents    int64
}

var ErrBehind = errors.New("view is behind")

// region print

type Row struct{ Orders, Cents int64 } // as the screen shows it

type View struct {
	mu   sync.Mutex
	rows map[string]Row // by customer
	pos  int64          // of the last event in rows
}

func (v *View) Apply(e Event) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if e.Pos <= v.pos {
		return // delivered twice
	}
	r := v.rows[e.Customer]
	v.rows[e.Customer] = Row{r.Orders + 1, r.Cents + e.Cents}
	v.pos = e.Pos
}

// Get needs the position of the caller's last command, or 0.
func (v *View) Get(customer string, pos int64) (Row, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.pos < pos {
		return Row{}, ErrBehind // try again, or read the source
	}
	return v.rows[customer], nil
}

// endregion print

// New returns an empty view.
func New() *View { return &View{rows: make(map[string]Row)} }
