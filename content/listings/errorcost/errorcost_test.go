// Package errorcost counts what the ways to fail allocate.
package errorcost

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"testing"
)

// region print

var (
	errFull = errors.New("queue is full")
	sink    error
)

type QueueError struct{ Name string }

func (e *QueueError) Error() string { return e.Name }

func sentinel() error { return errFull }
func typed() error    { return &QueueError{"mail"} }
func wrapped() error  { return fmt.Errorf("mail: %w", errFull) }
func traced() error {
	return fmt.Errorf("%w\n%s", errFull, debug.Stack())
}

func BenchmarkWrapped(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sink = wrapped()
	}
}

func Allocs(fail func() error) float64 {
	return testing.AllocsPerRun(1000, func() { sink = fail() })
}

// endregion print

func Example() {
	fmt.Println("sentinel:", Allocs(sentinel))
	fmt.Println("typed:   ", Allocs(typed))
	// The race detector makes sync.Pool drop objects, which fmt then allocates anew.
	fmt.Println("wrapped: ", min(Allocs(wrapped), 2), "or more")
	fmt.Println("traced costs more:", Allocs(traced) > Allocs(wrapped))
	// Output:
	// sentinel: 0
	// typed:    1
	// wrapped:  2 or more
	// traced costs more: true
}

func TestTraced(t *testing.T) {
	if text := traced().Error(); !strings.Contains(text, "errorcost.traced(") {
		t.Error("no stack:", text)
	}
}
