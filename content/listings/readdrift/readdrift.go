// Package readdrift refreshes the state of a resource as a provider does.
package readdrift

import (
	"context"
	"errors"
	"strings"
)

var ErrNotFound = errors.New("404")

// Bucket is a resource, in the state and in the cloud.
type Bucket struct {
	ID, Region string
	Versioned  bool
}

type API interface {
	Bucket(ctx context.Context, id string) (Bucket, error)
}

// region print

// Read returns what is true now, or nil if the bucket is gone.
// An error leaves the state as it was.
func Read(
	ctx context.Context, api API, state Bucket,
) (*Bucket, error) {
	now, err := api.Bucket(ctx, state.ID)
	if errors.Is(err, ErrNotFound) {
		return nil, nil // the next plan creates it again
	} else if err != nil {
		return &state, err // unknown is not gone
	}
	if strings.EqualFold(now.Region, state.Region) {
		now.Region = state.Region // same thing, user's spelling
	}
	return &now, nil
}

// endregion print
