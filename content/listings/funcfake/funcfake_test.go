// Package funcfake deletes objects through an interface of one method.
package funcfake

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// region print

// Deleter is all that Purge needs of the storage client.
type Deleter interface {
	Delete(ctx context.Context, key string) error
}

// deleteFunc makes a fake of a function literal.
type deleteFunc func(key string) error

func (f deleteFunc) Delete(
	_ context.Context, key string,
) error {
	return f(key)
}

func TestPurgeGoesOn(t *testing.T) {
	locked := errors.New("locked")
	var asked []string
	fake := deleteFunc(func(key string) error {
		asked = append(asked, key)
		return locked
	})
	err := Purge(t.Context(), fake, "a", "b")
	if !errors.Is(err, locked) {
		t.Errorf("Purge = %v, want %v", err, locked)
	}
	if !slices.Equal(asked, []string{"a", "b"}) {
		t.Errorf("asked to delete %q", asked)
	}
}

// endregion print

func TestPurgeAll(t *testing.T) {
	fake := deleteFunc(func(string) error { return nil })
	if err := Purge(t.Context(), fake, "a", "b"); err != nil {
		t.Error(err)
	}
}

// Purge deletes all keys and reports those that remain.
func Purge(ctx context.Context, d Deleter, keys ...string) error {
	var errs []error
	for _, key := range keys {
		if err := d.Delete(ctx, key); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", key, err))
		}
	}
	return errors.Join(errs...)
}
