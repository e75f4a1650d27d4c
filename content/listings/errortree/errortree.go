// Package errortree joins errors and walks over the tree.
package errortree

import (
	"errors"
	"fmt"
	"io/fs"
)

// region print

type Missing struct{ Key string }

func (m Missing) Error() string { return "no " + m.Key }

// Is makes a Missing match fs.ErrNotExist.
func (m Missing) Is(target error) bool {
	return target == fs.ErrNotExist
}

func Check(a, b error) error {
	return errors.Join(
		a, nil, fmt.Errorf("cache: %w", b))
}

// Walk visits errors in the order in which errors.Is does.
func Walk(err error, depth int, visit func(int, error)) {
	visit(depth, err)
	switch e := err.(type) {
	case interface{ Unwrap() []error }:
		for _, child := range e.Unwrap() {
			Walk(child, depth+1, visit)
		}
	case interface{ Unwrap() error }:
		if child := e.Unwrap(); child != nil {
			Walk(child, depth+1, visit)
		}
	}
}

// endregion print
