// Package boundquery keeps untrusted text out of a statement.
package boundquery

import (
	"context"
	"database/sql"
	"fmt"
)

// region print

var sorts = map[string]string{
	"newest": "placed_at DESC",
	"total":  "total_cents DESC, id",
}

// Orders lists a customer's orders. It trusts no argument.
func Orders(
	ctx context.Context, db *sql.DB, email, sort string,
) (ids []int64, err error) {
	order, ok := sorts[sort]
	if !ok {
		return nil, fmt.Errorf("unknown sort key %q", sort)
	}
	const q = "SELECT id FROM orders WHERE email = $1 ORDER BY "
	rows, err := db.QueryContext(ctx, q+order, email)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// endregion print
