// Package settle answers each delivery once, after the work.
package settle

import (
	"context"
	"errors"
)

// region print

// Delivery has two of the methods of the type in amqp091-go.
type Delivery interface {
	Ack(multiple bool) error
	Nack(multiple, requeue bool) error
}

var ErrPermanent = errors.New("will never succeed")

// Settle works first and answers last. If the process dies in
// between, there is no answer, and the broker delivers again.
func Settle(
	ctx context.Context, d Delivery,
	work func(context.Context) error,
) error {
	err := work(ctx)
	switch {
	case err == nil:
		return d.Ack(false)
	case errors.Is(err, ErrPermanent): // drop or dead-letter
		return errors.Join(err, d.Nack(false, false))
	default:
		return errors.Join(err, d.Nack(false, true))
	}
}

// endregion print
