package stackerror

import (
	"errors"
	"fmt"
	"io"
	"path"
	"testing"
)

func read() error { return WithStack(io.ErrUnexpectedEOF) }

func load() error {
	if err := read(); err != nil {
		return WithStack(fmt.Errorf("load: %w", err))
	}
	return nil
}

func ExampleWithStack() {
	err := load()
	fmt.Println(err)
	if e, ok := errors.AsType[*Error](err); ok {
		for f := range e.Frames() {
			fmt.Println("  at", path.Base(f.Function))
			if path.Base(f.Function) == "stackerror.ExampleWithStack" {
				break
			}
		}
	}
	// Output:
	// load: unexpected EOF
	//   at stackerror.read
	//   at stackerror.load
	//   at stackerror.ExampleWithStack
}

func TestNil(t *testing.T) {
	if err := WithStack(nil); err != nil {
		t.Error(err)
	}
	var last string
	e, _ := errors.AsType[*Error](load())
	for f := range e.Frames() {
		last = f.Function
	}
	if last != "runtime.goexit" {
		t.Errorf("the last frame is %s", last)
	}
}
