// Package rowbatch inserts many rows with few statements.
package rowbatch

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

type Event struct {
	ID   int64
	Name string
}

// region print

const (
	batchRows = 500 // two parameters a row
	insert    = "INSERT INTO events (id, name) VALUES "
)

func Insert(ctx context.Context, db *sql.DB, es []Event) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	for batch := range slices.Chunk(es, batchRows) {
		var query strings.Builder
		query.WriteString(insert)
		args := make([]any, 0, 2*len(batch))
		for i, e := range batch {
			if i > 0 {
				query.WriteByte(',')
			}
			fmt.Fprintf(&query, "($%d,$%d)", 2*i+1, 2*i+2)
			args = append(args, e.ID, e.Name)
		}
		_, err := tx.ExecContext(ctx, query.String(), args...)
		if err != nil {
			return fmt.Errorf("id %d on: %w", batch[0].ID, err)
		}
	}
	return tx.Commit()
}

// endregion print
