// Package txrepo is a repository that works inside and outside of a transaction.
package txrepo

import (
	"context"
	"database/sql"
	"errors"
)

var ErrNotFound = errors.New("no such account")

// region print

type dbtx interface { // of *sql.DB and of *sql.Tx
	ExecContext(
		context.Context, string, ...any) (sql.Result, error)
	QueryRowContext(context.Context, string, ...any) *sql.Row
}
type Accounts struct{ db dbtx }

func (a Accounts) Balance(
	ctx context.Context, id int64,
) (cents int64, err error) {
	err = a.db.QueryRowContext(ctx, balance, id).Scan(&cents)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound // the domain's word for it
	}
	return cents, err
}

func (s *Store) InTx(
	ctx context.Context, do func(Accounts) error,
) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	if err := do(Accounts{tx}); err != nil {
		return err
	}
	return tx.Commit()
}

// endregion print

const (
	balance = `SELECT cents FROM accounts WHERE id = $1`
	change  = `UPDATE accounts SET cents = cents + $2 WHERE id = $1`
)

// Change adds cents to the account.
func (a Accounts) Change(ctx context.Context, id, cents int64) error {
	res, err := a.db.ExecContext(ctx, change, id, cents)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	return err
}

// A Store begins transactions.
type Store struct{ db *sql.DB }

// Accounts returns the repository outside of a transaction.
func (s *Store) Accounts() Accounts { return Accounts{s.db} }
