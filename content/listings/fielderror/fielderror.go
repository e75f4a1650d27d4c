// Package fielderror defines an error type that carries the name of a field.
package fielderror

import "errors"

// region print

type FieldError struct {
	Field string
	Err   error
}

func (e *FieldError) Error() string {
	return e.Field + ": " + e.Err.Error()
}

func (e *FieldError) Unwrap() error { return e.Err }

var ErrRange = errors.New("out of range")

func CheckAge(age int) error {
	if age < 0 || age > 150 {
		return &FieldError{Field: "age", Err: ErrRange}
	}
	return nil // never a nil *FieldError
}

func Advice(err error) string {
	if fe, ok := errors.AsType[*FieldError](err); ok {
		return "correct the field " + fe.Field
	}
	return "try again later"
}

// endregion print
