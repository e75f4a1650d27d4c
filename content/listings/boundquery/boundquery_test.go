package boundquery

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"strings"
	"testing"
)

// A wire stands for a database server: it notes what reaches it and answers with one row.
type wire struct {
	text string
	args []driver.NamedValue
}

func (w *wire) Connect(context.Context) (driver.Conn, error) { return w, nil }
func (w *wire) Driver() driver.Driver                        { return nil }
func (w *wire) Prepare(string) (driver.Stmt, error)          { return nil, fmt.Errorf("not prepared here") }
func (w *wire) Begin() (driver.Tx, error)                    { return nil, fmt.Errorf("no transactions here") }
func (w *wire) Close() error                                 { return nil }

func (w *wire) QueryContext(_ context.Context, text string, args []driver.NamedValue) (driver.Rows, error) {
	w.text, w.args = text, args
	return &rows{left: 1}, nil
}

type rows struct{ left int }

func (*rows) Columns() []string { return []string{"id"} }
func (*rows) Close() error      { return nil }

func (r *rows) Next(dest []driver.Value) error {
	if r.left == 0 {
		return io.EOF
	}
	r.left--
	dest[0] = int64(7)
	return nil
}

func ExampleOrders() {
	server := &wire{}
	db := sql.OpenDB(server)
	defer db.Close()

	_, err := Orders(context.Background(), db, "' OR '1'='1", "newest")
	fmt.Println(server.text)
	fmt.Printf("$1 = %s, error: %v\n", server.args[0].Value, err)

	_, err = Orders(context.Background(), db, "a@b.c", "id; DROP TABLE orders")
	fmt.Println(err)
	// Output:
	// SELECT id FROM orders WHERE email = $1 ORDER BY placed_at DESC
	// $1 = ' OR '1'='1, error: <nil>
	// unknown sort key "id; DROP TABLE orders"
}

func TestAttacks(t *testing.T) {
	for _, attack := range []string{"x' OR 1=1 --", "'; DELETE FROM orders; --", `\' OR 1=1 #`, "$1"} {
		server := &wire{}
		db := sql.OpenDB(server)
		ids, err := Orders(t.Context(), db, attack, "total")
		if err != nil || len(ids) != 1 || ids[0] != 7 {
			t.Errorf("got %v, %v", ids, err)
		}
		if strings.Count(server.text, attack) != strings.Count("email = $1", attack) {
			t.Errorf("%q reached the statement: %s", attack, server.text)
		}
		if len(server.args) != 1 || server.args[0].Value != attack {
			t.Errorf("arguments: %v", server.args)
		}
		server.text = ""
		if _, err := Orders(t.Context(), db, "a@b.c", attack); err == nil || server.text != "" {
			t.Errorf("sort %q: error %v, statement %q", attack, err, server.text)
		}
		db.Close()
	}
}
