package softdelete

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// A table is a driver.Connector, and just database enough to run the three statements.
type table map[int64]*User

func (t table) Connect(context.Context) (driver.Conn, error) { return conn{t}, nil }
func (t table) Driver() driver.Driver                        { return nil }

type conn struct{ rows table }

func (conn) Prepare(string) (driver.Stmt, error) { return nil, errors.ErrUnsupported }
func (conn) Begin() (driver.Tx, error)           { return nil, errors.ErrUnsupported }
func (conn) Close() error                        { return nil }

func (c conn) ExecContext(_ context.Context, q string, args []driver.NamedValue) (driver.Result, error) {
	n := 0
	switch q := strings.Join(strings.Fields(q), " "); q {
	case "UPDATE users SET deleted_at = $1 WHERE id = $2 AND deleted_at IS NULL":
		u := c.rows[args[1].Value.(int64)]
		if u != nil && !u.DeletedAt.Valid {
			u.DeletedAt = sql.Null[time.Time]{V: args[0].Value.(time.Time), Valid: true}
			n++
		}
	case "DELETE FROM users WHERE deleted_at < $1":
		for id, u := range c.rows {
			if u.DeletedAt.Valid && u.DeletedAt.V.Before(args[0].Value.(time.Time)) {
				delete(c.rows, id)
				n++
			}
		}
	default:
		return nil, fmt.Errorf("unknown statement %q", q)
	}
	return driver.RowsAffected(n), nil
}

func (c conn) QueryContext(_ context.Context, q string, args []driver.NamedValue) (driver.Rows, error) {
	return &rows{c.rows[args[0].Value.(int64)]}, nil
}

type rows struct{ next *User }

func (r *rows) Columns() []string { return []string{"id", "email", "deleted_at"} }
func (r *rows) Close() error      { return nil }

func (r *rows) Next(dest []driver.Value) (err error) {
	if r.next == nil {
		return io.EOF
	}
	dest[0], dest[1] = r.next.ID, r.next.Email
	dest[2], err = r.next.DeletedAt.Value()
	r.next = nil
	return err
}

func ExampleStore() {
	ctx := context.Background()
	s := Store{sql.OpenDB(table{7: {ID: 7, Email: "ada@example.com"}})}
	defer s.DB.Close()
	now := time.Date(2027, time.March, 1, 12, 0, 0, 0, time.UTC)
	fmt.Println("delete:", s.Delete(ctx, 7, now))
	fmt.Println("again: ", s.Delete(ctx, 7, now))
	u, err := s.ByID(ctx, 7)
	fmt.Println(u.DeletedAt.V.Format(time.DateOnly), u.DeletedAt.Valid, err)
	fmt.Println("purge: ", s.Purge(ctx, now.AddDate(0, 0, 30)))
	_, err = s.ByID(ctx, 7)
	fmt.Println("find:  ", err)
	// Output:
	// delete: <nil>
	// again:  sql: no rows in result set
	// 2027-03-01 true <nil>
	// purge:  <nil>
	// find:   sql: no rows in result set
}

func TestPurge(t *testing.T) {
	now := time.Date(2027, time.March, 1, 12, 0, 0, 0, time.UTC)
	users := table{1: {ID: 1}, 2: {ID: 2}, 3: {ID: 3}}
	s := Store{sql.OpenDB(users)}
	defer s.DB.Close()
	if err := errors.Join(
		s.Delete(t.Context(), 1, now),
		s.Delete(t.Context(), 2, now.AddDate(0, 0, 20)),
		s.Purge(t.Context(), now.AddDate(0, 0, 10)),
	); err != nil {
		t.Fatal(err)
	}
	if users[1] != nil || users[2] == nil || users[3] == nil {
		t.Errorf("left: %v", users)
	}
	if err := s.Delete(t.Context(), 9, now); err != sql.ErrNoRows {
		t.Errorf("no such user: %v", err)
	}
	s.DB.Close()
	if err := s.Delete(t.Context(), 3, now); err == nil {
		t.Error("deleted in a closed database")
	}
	if err := s.Purge(t.Context(), now); err == nil {
		t.Error("purged a closed database")
	}
}
