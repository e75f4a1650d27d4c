// Package wrapboundary decides which causes its callers may see.
package wrapboundary

import (
	"database/sql"
	"errors"
	"fmt"
)

type Store struct{ query func(id int) (string, error) }

// region print

// ErrNoUser belongs to this package's API; sql does not.
var ErrNoUser = errors.New("no such user")

func (s *Store) User(id int) (string, error) {
	name, err := s.query(id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return "", fmt.Errorf("user %d: %w", id, ErrNoUser)
	case err != nil:
		return "", fmt.Errorf("user %d: %v", id, err)
	}
	return name, nil
}

// Chain lists an error and its causes, outermost first.
func Chain(err error) []string {
	var texts []string
	for ; err != nil; err = errors.Unwrap(err) {
		texts = append(texts, err.Error())
	}
	return texts
}

// endregion print
