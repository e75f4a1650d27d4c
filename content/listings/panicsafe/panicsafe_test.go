package panicsafe

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"testing"
)

func count(words map[string]int) error {
	words["go"]++
	return nil
}

func ExampleGo() {
	err := <-Go(func() error { return count(nil) })
	fmt.Println(err)
	if pe, ok := errors.AsType[*PanicError](err); ok {
		_, bug := pe.Value.(runtime.Error)
		fmt.Println("a bug, found by the runtime:", bug)
		fmt.Println("the stack names count:",
			bytes.Contains(pe.Stack, []byte("panicsafe.count(")))
	}
	// Output:
	// panic: assignment to entry in nil map
	// a bug, found by the runtime: true
	// the stack names count: true
}

func TestResults(t *testing.T) {
	if err := <-Go(func() error { return nil }); err != nil {
		t.Error(err)
	}
	if err := <-Go(func() error { return io.EOF }); err != io.EOF {
		t.Error(err)
	}
	if err := <-Go(func() error { runtime.Goexit(); return nil }); err != ErrExit {
		t.Error(err)
	}
}
