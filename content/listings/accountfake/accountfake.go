// Package accountfake registers accounts in a database that a test can replace.
package accountfake

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// ErrTaken is what Accounts reports for a name that exists.
var ErrTaken = errors.New("name is taken")

// Register adds an account under the normal form of name.
func Register(ctx context.Context, db Accounts, name string) (string, error) {
	name = strings.ToLower(strings.TrimSpace(name))
	switch err := db.Add(ctx, name); {
	case errors.Is(err, ErrTaken):
		return name + " is taken", nil
	case err != nil:
		return "", fmt.Errorf("register %s: %w", name, err)
	}
	return "welcome, " + name, nil
}

// Accounts is what registration needs of the database.
type Accounts interface {
	Add(ctx context.Context, name string) error
}
