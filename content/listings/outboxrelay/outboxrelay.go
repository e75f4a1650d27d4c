// Package outboxrelay publishes what a transaction left in its outbox.
package outboxrelay

import (
	"errors"
	"slices"
)

type (
	Order struct{ ID string }
	Event struct{ ID, Kind string }
)

// Tx sees a copy of the tables until it commits.
type Tx struct {
	Orders []Order
	Outbox []Event
}

// DB stands for a database with two tables.
type DB struct{ tables Tx }

// InTx commits what f did, unless f returns an error.
func (db *DB) InTx(f func(*Tx) error) error {
	tx := Tx{slices.Clone(db.tables.Orders), slices.Clone(db.tables.Outbox)}
	if err := f(&tx); err != nil {
		return err
	}
	db.tables = tx
	return nil
}

// Pending returns unpublished events, oldest first.
func (db *DB) Pending() []Event { return slices.Clone(db.tables.Outbox) }

// Delete removes a published event.
func (db *DB) Delete(id string) error {
	return db.InTx(func(tx *Tx) error {
		tx.Outbox = slices.DeleteFunc(tx.Outbox, func(e Event) bool { return e.ID == id })
		return nil
	})
}

var ErrNoID = errors.New("order without ID")

// region print

// Place stores the order and its event, or neither.
func Place(db *DB, o Order) error {
	return db.InTx(func(tx *Tx) error {
		tx.Orders = append(tx.Orders, o)
		event := Event{ID: "placed-" + o.ID, Kind: "placed"}
		tx.Outbox = append(tx.Outbox, event)
		if o.ID == "" {
			return ErrNoID // rolls both back
		}
		return nil
	})
}

// Relay publishes in order, and deletes only what the broker
// has confirmed. A crash in between publishes an event twice.
func Relay(db *DB, publish func(Event) error) error {
	for _, e := range db.Pending() {
		if err := publish(e); err != nil {
			return err
		}
		if err := db.Delete(e.ID); err != nil {
			return err
		}
	}
	return nil
}

// endregion print
