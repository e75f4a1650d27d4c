// Package leakprofile finds goroutines that nothing can wake.
package leakprofile

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"runtime/pprof"
	"strings"
	"testing"
)

// region print

// ask leaks: after a timeout nobody receives the answer.
func ask(ctx context.Context, slow func() int) (int, error) {
	answer := make(chan int) // mend it with make(chan int, 1)
	go func() { answer <- slow() }()
	select {
	case n := <-answer:
		return n, nil
	case <-ctx.Done():
		return 0, context.Cause(ctx)
	}
}

// leaked runs a detection and returns how many it found, and
// their stacks as text.
func leaked() (int, string, error) {
	profile := pprof.Lookup("goroutineleak")
	var stacks bytes.Buffer
	err := profile.WriteTo(&stacks, 1)
	return profile.Count(), stacks.String(), err
}

// endregion print

func Example() {
	before, _, _ := leaked()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	late := make(chan int, 1)
	_, err := ask(ctx, func() int { return <-late })
	fmt.Println("ask:", err)

	n, _, _ := leaked()
	fmt.Println("while the answer may come:", n-before)
	late <- 42
	for range 10000 { // until the goroutine has tried to send
		runtime.Gosched()
		var stacks string
		n, stacks, err = leaked()
		if n > before {
			fmt.Println("after it came:", n-before, err,
				strings.Contains(stacks, "leakprofile.ask.func1"))
			return
		}
	}
	fmt.Println("no leak")
	// Output:
	// ask: context canceled
	// while the answer may come: 0
	// after it came: 1 <nil> true
}

func TestAnswer(t *testing.T) {
	n, err := ask(t.Context(), func() int { return 42 })
	if n != 42 || err != nil {
		t.Error(n, err)
	}
}
