// Package panicvalue tests that code panics, and with what.
package panicvalue

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// region print

// panicOf returns what f panics with, and nil if it does not.
func panicOf(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}

func TestMustPort(t *testing.T) {
	const want = "MustPort(70000): out of range"
	if got := panicOf(func() { MustPort(70000) }); got != want {
		t.Errorf("panic value %v, want %q", got, want)
	}
	if got := panicOf(func() { MustPort(443) }); got != nil {
		t.Errorf("443 panics with %v", got)
	}
}

func TestNilMap(t *testing.T) {
	var hits map[string]int
	err, ok := panicOf(func() { hits["/"]++ }).(runtime.Error)
	if !ok || !strings.Contains(err.Error(), "nil map") {
		t.Errorf("got %v, want the error for a nil map", err)
	}
}

// endregion print

// MustPort returns n as a port, for variables that are set in the source.
func MustPort(n int) uint16 {
	if n < 1 || n > 65535 {
		panic(fmt.Sprintf("MustPort(%d): out of range", n))
	}
	return uint16(n)
}

func TestNilPanic(t *testing.T) {
	if got, ok := panicOf(func() { panic(nil) }).(*runtime.PanicNilError); !ok {
		t.Errorf("got %v", got)
	}
}
