package rowbatch

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// trips is a driver that stores nothing and counts what it is sent.
type trips struct {
	execs, prepares, commits, rollbacks int
	rows                                map[int64]string
	queries                             []string
	failAt                              int
}

func (t *trips) Connect(context.Context) (driver.Conn, error) { return conn{t}, nil }
func (t *trips) Driver() driver.Driver                        { return nil }

type conn struct{ *trips }

func (c conn) Prepare(string) (driver.Stmt, error) {
	c.prepares++
	return nil, errors.New("not prepared here")
}
func (c conn) Close() error              { return nil }
func (c conn) Begin() (driver.Tx, error) { return c, nil }
func (c conn) Commit() error             { c.commits++; return nil }
func (c conn) Rollback() error           { c.rollbacks++; return nil }

func (c conn) ExecContext(_ context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	c.execs++
	if c.execs == c.failAt {
		return nil, errors.New("duplicate key")
	}
	c.queries = append(c.queries, query)
	for i := 0; i < len(args); i += 2 {
		c.rows[args[i].Value.(int64)] = args[i+1].Value.(string)
	}
	return driver.RowsAffected(len(args) / 2), nil
}

func events(n int) []Event {
	list := make([]Event, n)
	for i := range list {
		list[i] = Event{int64(i), fmt.Sprint("event ", i)}
	}
	return list
}

func Example() {
	server := &trips{rows: map[int64]string{}}
	db := sql.OpenDB(server)
	defer db.Close()
	err := Insert(context.Background(), db, events(1200))
	fmt.Println(len(server.rows), "rows,", server.execs, "statements,",
		server.commits, "commit,", err)
	// Output:
	// 1200 rows, 3 statements, 1 commit, <nil>
}

func TestQuery(t *testing.T) {
	server := &trips{rows: map[int64]string{}}
	db := sql.OpenDB(server)
	defer db.Close()
	if err := Insert(t.Context(), db, events(2)); err != nil {
		t.Fatal(err)
	}
	want := "INSERT INTO events (id, name) VALUES ($1,$2),($3,$4)"
	if got := strings.Join(server.queries, ";"); got != want {
		t.Errorf("sent %s", got)
	}
	if server.rows[1] != "event 1" {
		t.Error(server.rows)
	}
}

func TestFailureRollsBack(t *testing.T) {
	server := &trips{rows: map[int64]string{}, failAt: 2}
	db := sql.OpenDB(server)
	defer db.Close()
	err := Insert(t.Context(), db, events(1200))
	if err == nil || !strings.Contains(err.Error(), "id 500 on") {
		t.Error(err)
	}
	if server.commits != 0 || server.rollbacks != 1 {
		t.Errorf("%d commits, %d rollbacks", server.commits, server.rollbacks)
	}
}
