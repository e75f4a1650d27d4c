// Package versioned updates a row only if nobody else did in between.
package versioned

import (
	"errors"
	"sync"
)

var (
	ErrMissing  = errors.New("no such account")
	ErrConflict = errors.New("too many conflicts")
)

type Account struct {
	Balance int
	Version int
}

type Table struct {
	mu   sync.Mutex
	rows map[string]Account
}

func (t *Table) Get(id string) (Account, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	a, ok := t.rows[id]
	if !ok {
		return a, ErrMissing
	}
	return a, nil
}

// region print

// UpdateIf acts as UPDATE ... WHERE id = ? AND version = ?
func (t *Table) UpdateIf(id string, a Account) (affected int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.rows[id].Version != a.Version {
		return 0 // somebody else was faster
	}
	a.Version++
	t.rows[id] = a
	return 1
}

// Change reads, decides and writes, up to five times.
func (t *Table) Change(
	id string, f func(*Account) error,
) error {
	for range 5 {
		a, err := t.Get(id)
		if err != nil {
			return err
		}
		if err := f(&a); err != nil {
			return err
		}
		if t.UpdateIf(id, a) == 1 {
			return nil
		}
	}
	return ErrConflict
}

// endregion print
