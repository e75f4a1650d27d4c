// Package asking shows what may be asked of an error that was wrapped.
package asking

import (
	"errors"
	"fmt"
)

// region print

// ErrAbsent is part of this package's promise.
var ErrAbsent = errors.New("no such entry")

// A Refusal says which key was refused, and by whom.
type Refusal struct{ Key, By string }

func (r *Refusal) Error() string {
	return fmt.Sprintf("%s refuses %q", r.By, r.Key)
}

// Find wraps what a caller may ask for, and hides the rest.
func Find(key string) error {
	switch key {
	case "":
		return fmt.Errorf("find an empty key: %w", ErrAbsent)
	case "secret":
		return fmt.Errorf("find: %w", &Refusal{key, "porter"})
	}
	return nil
}

// Reason asks for the one by its value, for the other by type.
func Reason(err error) string {
	if refusal, ok := errors.AsType[*Refusal](err); ok {
		return refusal.By
	}
	return fmt.Sprint("absent: ", errors.Is(err, ErrAbsent))
}

// endregion print
