// Package softdelete marks rows as deleted and purges them later.
package softdelete

import (
	"context"
	"database/sql"
	"time"
)

type Store struct{ DB *sql.DB }

// region print

type User struct {
	ID        int64
	Email     string
	DeletedAt sql.Null[time.Time] // NULL: the user is live
}

func (s Store) Delete(
	ctx context.Context, id int64, now time.Time,
) error {
	res, err := s.DB.ExecContext(ctx, `UPDATE users
		SET deleted_at = $1
		WHERE id = $2 AND deleted_at IS NULL`, now, id)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err == nil && n == 0 {
		err = sql.ErrNoRows // none, or deleted before
	}
	return err
}

func (s Store) Purge(
	ctx context.Context, before time.Time,
) error {
	_, err := s.DB.ExecContext(ctx, `DELETE FROM users
		WHERE deleted_at < $1`, before) // never true of NULL
	return err
}

// endregion print

// ByID also finds deleted users: for administrators.
func (s Store) ByID(ctx context.Context, id int64) (u User, err error) {
	err = s.DB.QueryRowContext(ctx, `SELECT id, email, deleted_at
		FROM users WHERE id = $1`, id).Scan(&u.ID, &u.Email, &u.DeletedAt)
	return u, err
}
