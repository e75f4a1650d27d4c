// Package panicsafe turns a panic in a goroutine into an error.
package panicsafe

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// region print

type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("panic: %v", e.Value)
}

var ErrExit = errors.New("runtime.Goexit was called")

// Go runs f in a goroutine and always delivers one result.
func Go(f func() error) <-chan error {
	result := make(chan error, 1)
	go func() {
		err := ErrExit
		defer func() {
			if v := recover(); v != nil {
				err = &PanicError{v, debug.Stack()}
			}
			result <- err
		}()
		err = f()
	}()
	return result
}

// endregion print
