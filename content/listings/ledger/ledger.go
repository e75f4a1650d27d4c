// Package ledger keeps accounts by double entry.
package ledger

import (
	"errors"
	"slices"
	"sync"
)

var (
	ErrUnbalanced = errors.New("lines do not add up to zero")
	ErrReused     = errors.New("key belongs to another entry")
)

// region print

type Line struct {
	Account string
	Cents   int64 // a debit is positive, a credit negative
}

// Ledger, of one currency, stands for INSERT-only tables.
type Ledger struct {
	mu      sync.Mutex
	entries map[string][]Line // by idempotency key
}

func (l *Ledger) Post(key string, lines ...Line) error {
	sum := int64(0)
	for _, line := range lines {
		sum += line.Cents
	}
	if sum != 0 {
		return ErrUnbalanced
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	old, ok := l.entries[key] // UNIQUE (key)
	switch {
	case !ok:
		l.entries[key] = slices.Clone(lines)
	case !slices.Equal(old, lines):
		return ErrReused
	}
	return nil // new, or a retry
}

// endregion print

// New returns an empty ledger.
func New() *Ledger { return &Ledger{entries: make(map[string][]Line)} }

// Balance adds up all lines of an account.
func (l *Ledger) Balance(account string) (cents int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, lines := range l.entries {
		for _, line := range lines {
			if line.Account == account {
				cents += line.Cents
			}
		}
	}
	return cents
}
