// Package eventfold keeps an account as the events that made it.
package eventfold

import "errors"

// Event is one of the types below.
type Event any

type (
	Deposited struct{ Cents int }
	Withdrawn struct{ Cents int }
)

// Account is what commands are checked against.
type Account struct {
	Balance int
	Version int // of the last event
}

var ErrConflict = errors.New("stream has changed")

// Every so many events a snapshot is taken.
const Every = 100

// Store stands for two tables. Its caller has the lock that a database has.
type Store struct {
	events    map[string][]Event
	snapshots map[string]Account
}

// New makes an empty store.
func New() *Store {
	return &Store{events: map[string][]Event{}, snapshots: map[string]Account{}}
}

// region print

func (a *Account) Apply(e Event) {
	switch e := e.(type) {
	case Deposited:
		a.Balance += e.Cents
	case Withdrawn:
		a.Balance -= e.Cents
	}
	a.Version++
}

// Append refuses a writer who has not seen all events.
func (s *Store) Append(id string, seen int, e ...Event) error {
	if len(s.events[id]) != seen {
		return ErrConflict // UNIQUE (stream_id, version)
	}
	s.events[id] = append(s.events[id], e...)
	return nil
}

func (s *Store) Load(id string) (a Account, folded int) {
	a = s.snapshots[id]
	for _, e := range s.events[id][a.Version:] { // the tail
		a.Apply(e)
		folded++
	}
	if folded >= Every {
		s.snapshots[id] = a
	}
	return a, folded
}

// endregion print
