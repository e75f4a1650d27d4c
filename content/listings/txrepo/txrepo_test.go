package txrepo

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"maps"
	"testing"
)

// bank is a driver.Connector over a map, with transactions that it can roll back.
type bank struct {
	cents map[int64]int64
	saved map[int64]int64
	log   []string
}

func (b *bank) Connect(context.Context) (driver.Conn, error) { return &conn{bank: b}, nil }
func (b *bank) Driver() driver.Driver                        { return nil }

type conn struct {
	*bank
	inTx bool
}

func (*conn) Prepare(string) (driver.Stmt, error) { return nil, errors.ErrUnsupported }
func (*conn) Close() error                        { return nil }

func (c *conn) Begin() (driver.Tx, error) {
	c.log, c.inTx = append(c.log, "begin"), true
	c.saved = maps.Clone(c.cents)
	return c, nil
}

func (c *conn) Commit() error {
	c.log, c.inTx = append(c.log, "commit"), false
	return nil
}

func (c *conn) Rollback() error {
	c.log, c.inTx = append(c.log, "rollback"), false
	c.cents = c.saved
	return nil
}

func (c *conn) ExecContext(_ context.Context, q string, args []driver.NamedValue) (driver.Result, error) {
	if !c.inTx {
		c.log = append(c.log, "autocommit")
	}
	id, by := args[0].Value.(int64), args[1].Value.(int64)
	if _, ok := c.cents[id]; !ok || q != change {
		return driver.RowsAffected(0), nil
	}
	c.cents[id] += by
	return driver.RowsAffected(1), nil
}

func (c *conn) QueryContext(_ context.Context, q string, args []driver.NamedValue) (driver.Rows, error) {
	cents, ok := c.cents[args[0].Value.(int64)]
	return &rows{cents, !ok || q != balance}, nil
}

type rows struct {
	cents int64
	done  bool
}

func (*rows) Columns() []string { return []string{"cents"} }
func (*rows) Close() error      { return nil }

func (r *rows) Next(dest []driver.Value) error {
	if r.done {
		return io.EOF
	}
	dest[0], r.done = r.cents, true
	return nil
}

func ExampleStore_InTx() {
	ctx := context.Background()
	db := &bank{cents: map[int64]int64{1: 500, 2: 0}}
	store := &Store{sql.OpenDB(db)}
	defer store.db.Close()
	transfer := func(from, to, cents int64) error {
		return store.InTx(ctx, func(a Accounts) error {
			if err := a.Change(ctx, from, -cents); err != nil {
				return err
			}
			return a.Change(ctx, to, cents)
		})
	}
	fmt.Println("from 1 to 2:", transfer(1, 2, 200), db.log)
	db.log = nil
	fmt.Println("from 1 to 9:", transfer(1, 9, 200), db.log)
	for _, id := range []int64{1, 9} {
		cents, err := store.Accounts().Balance(ctx, id)
		fmt.Printf("balance of %d: %d %v\n", id, cents, err)
	}
	// Output:
	// from 1 to 2: <nil> [begin commit]
	// from 1 to 9: no such account [begin rollback]
	// balance of 1: 300 <nil>
	// balance of 9: 0 no such account
}

func TestPanic(t *testing.T) {
	db := &bank{cents: map[int64]int64{1: 500}}
	store := &Store{sql.OpenDB(db)}
	func() {
		defer func() { recover() }()
		store.InTx(t.Context(), func(a Accounts) error {
			a.Change(t.Context(), 1, 1)
			panic("bug")
		})
	}()
	if got := fmt.Sprint(db.log); got != "[begin rollback]" || db.cents[1] != 500 {
		t.Errorf("%s, %v", got, db.cents)
	}
	store.db.Close()
	if err := store.InTx(t.Context(), nil); err == nil {
		t.Error("began in a closed database")
	}
}
