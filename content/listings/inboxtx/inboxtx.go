// Package inboxtx handles a message once, however often it comes.
package inboxtx

import (
	"errors"
	"maps"
)

// Message asks for a change that must not happen twice.
type Message struct {
	ID, Account string
	Cents       int
}

// Tx sees a copy of the tables until it commits.
type Tx struct {
	inbox    map[string]bool // PRIMARY KEY (id)
	balances map[string]int
}

// Insert acts as INSERT ... ON CONFLICT DO NOTHING.
func (tx *Tx) Insert(id string) (affected int) {
	if tx.inbox[id] {
		return 0
	}
	tx.inbox[id] = true
	return 1
}

// ErrMissing fails the second of two statements.
var ErrMissing = errors.New("no such account")

// Add acts as UPDATE ... SET balance = balance + $1.
func (tx *Tx) Add(account string, cents int) error {
	if _, ok := tx.balances[account]; !ok {
		return ErrMissing
	}
	tx.balances[account] += cents
	return nil
}

// DB stands for a database with two tables.
type DB struct{ tables Tx }

// InTx commits what f did, unless f returns an error.
func (db *DB) InTx(f func(*Tx) error) error {
	tx := Tx{maps.Clone(db.tables.inbox), maps.Clone(db.tables.balances)}
	if err := f(&tx); err != nil {
		return err
	}
	db.tables = tx
	return nil
}

// region print

// Handle returns nil when the message may be acked: it has been
// applied, now or by an earlier delivery.
func Handle(db *DB, m Message) error {
	return db.InTx(func(tx *Tx) error {
		// INSERT INTO inbox (id) VALUES ($1)
		// ON CONFLICT DO NOTHING
		if tx.Insert(m.ID) == 0 {
			return nil // a duplicate
		}
		// If this fails, the ID is rolled back with it.
		return tx.Add(m.Account, m.Cents)
	})
}

// endregion print
