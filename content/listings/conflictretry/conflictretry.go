// Package conflictretry changes an object that others change too.
package conflictretry

import (
	"context"
	"errors"
	"time"
)

var ErrConflict = errors.New("the object has been modified")

// Scale is how many replicas a deployment should have.
type Scale struct {
	Name     string
	Version  int // of the object, raised by each write
	Replicas int
}

// Store refuses a write whose version is not the current one.
type Store interface {
	GetScale(ctx context.Context, name string) (Scale, error)
	UpdateScale(ctx context.Context, s Scale) error
}

// region print

// Update reads, changes and writes. After a conflict it starts
// again with a fresh copy, for the change may differ now.
func Update(
	ctx context.Context, s Store, name string,
	change func(*Scale),
) error {
	for attempt := 1; ; attempt++ {
		scale, err := s.GetScale(ctx, name)
		if err != nil {
			return err
		}
		change(&scale)
		err = s.UpdateScale(ctx, scale)
		if !errors.Is(err, ErrConflict) || attempt == 5 {
			return err
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// endregion print
