// Package errorattrs turns an error into fields of a log record.
package errorattrs

import (
	"errors"
	"log/slog"
)

// region print

// A Secret hides itself when it is logged as an attribute.
type Secret string

func (Secret) LogValue() slog.Value {
	return slog.StringValue("[redacted]")
}

type PaymentError struct {
	Code  string
	Order int
	Card  Secret
	Err   error
}

func (e *PaymentError) Error() string {
	return e.Code + ": " + e.Err.Error()
}
func (e *PaymentError) Unwrap() error { return e.Err }

// Attr keeps the text and adds the fields, if there are any.
func Attr(err error) slog.Attr {
	args := []any{"msg", err}
	if e, ok := errors.AsType[*PaymentError](err); ok {
		args = append(args,
			"code", e.Code, "order", e.Order, "card", e.Card)
	}
	return slog.Group("err", args...)
}

// endregion print
