// Package stackerror remembers where an error was made.
package stackerror

import (
	"errors"
	"iter"
	"runtime"
)

// region print

type Error struct {
	err error
	pcs []uintptr
}

func (e *Error) Error() string { return e.err.Error() }
func (e *Error) Unwrap() error { return e.err }

// WithStack adds a stack, unless err has one already.
func WithStack(err error) error {
	if _, ok := errors.AsType[*Error](err); ok || err == nil {
		return err
	}
	pcs := make([]uintptr, 32)
	n := runtime.Callers(2, pcs) // skip Callers and WithStack
	return &Error{err, pcs[:n]}
}

// Frames looks up names and lines, which is the slow part.
func (e *Error) Frames() iter.Seq[runtime.Frame] {
	return func(yield func(runtime.Frame) bool) {
		frames, more := runtime.CallersFrames(e.pcs), true
		for more {
			var f runtime.Frame
			if f, more = frames.Next(); !yield(f) {
				return
			}
		}
	}
}

// endregion print
