// Package quorum asks all replicas and waits for enough of them.
package quorum

import (
	"context"
	"errors"
)

var ErrNoQuorum = errors.New("no quorum")

// region print

// Ask returns as soon as need replicas have answered.
func Ask[R, T any](
	ctx context.Context, replicas []R, need int,
	ask func(context.Context, R) (T, error),
) (values []T, err error) {
	type reply struct {
		value T
		err   error
	}
	all := make(chan reply, len(replicas)) // no send blocks
	for _, r := range replicas {
		go func() {
			v, err := ask(ctx, r)
			all <- reply{v, err}
		}()
	}
	for left := len(replicas); len(values) < need; left-- {
		if len(values)+left < need || ctx.Err() != nil {
			return nil, errors.Join(ErrNoQuorum, ctx.Err(), err)
		}
		select {
		case r := <-all:
			if err = errors.Join(err, r.err); r.err == nil {
				values = append(values, r.value)
			}
		case <-ctx.Done():
		}
	}
	return values, nil
}

// endregion print
