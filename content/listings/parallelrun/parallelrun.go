// Package parallelrun compares a rewrite with what it replaces.
package parallelrun

import (
	"context"
	"log/slog"
)

type Order struct {
	Items int
	Cents int
}

// region print

// Pricer is the seam, cut so that both versions fit behind it.
type Pricer interface {
	Price(context.Context, Order) (cents int, err error)
}

// Parallel answers with the old code and watches the new.
type Parallel struct {
	Old, New Pricer
	Enabled  func() bool // the feature flag
	Log      *slog.Logger
}

func (p Parallel) Price(
	ctx context.Context, o Order,
) (int, error) {
	want, err := p.Old.Price(ctx, o)
	if p.Enabled() {
		got, newErr := p.New.Price(ctx, o)
		if got != want || (newErr == nil) != (err == nil) {
			p.Log.WarnContext(ctx, "prices differ",
				"items", o.Items,
				"old", want, "new", got, "err", newErr)
		}
	}
	return want, err
}

// endregion print
