// Package lockholder shows whom the mutex and block profiles name.
package lockholder

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"testing"
)

// region print

type ledger struct {
	mu    sync.Mutex
	total int
}

func (l *ledger) settle(slow func()) { // holds it long
	l.mu.Lock()
	slow()
	l.total++
	l.mu.Unlock()
}

func (l *ledger) read() int { // waits for it
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.total
}

// methods lists the methods of ledger that a profile names.
func methods(profile string) (names []string) {
	var text bytes.Buffer
	pprof.Lookup(profile).WriteTo(&text, 1)
	for word := range strings.FieldsSeq(text.String()) {
		if _, name, ok := strings.Cut(word, "(*ledger)."); ok {
			name, _, _ = strings.Cut(name, "+")
			names = append(names, name)
		}
	}
	return names
}

// endregion print

func Example() {
	defer runtime.SetMutexProfileFraction(runtime.SetMutexProfileFraction(1))
	runtime.SetBlockProfileRate(1)
	defer runtime.SetBlockProfileRate(0)

	contend()
	for _, profile := range []string{"mutex", "block"} {
		names := methods(profile)
		slices.Sort(names) // one entry for each stack
		fmt.Println(profile+":", slices.Compact(names))
	}
	// Output:
	// mutex: [settle]
	// block: [read]
}

// contend lets one goroutine wait for a lock that another holds.
func contend() {
	var l ledger
	var wg sync.WaitGroup
	held := make(chan bool)
	wg.Go(func() {
		l.settle(func() {
			close(held)
			for !waiting() {
				runtime.Gosched()
			}
		})
	})
	<-held
	wg.Go(func() { l.read() })
	wg.Wait()
}

func waiting() bool {
	stacks := make([]byte, 1<<16)
	stacks = stacks[:runtime.Stack(stacks, true)]
	return bytes.Contains(stacks, []byte("[sync.Mutex.Lock"))
}

func TestSettle(t *testing.T) {
	var l ledger
	l.settle(func() {})
	l.settle(func() {})
	if n := l.read(); n != 2 {
		t.Error(n)
	}
	if !l.mu.TryLock() {
		t.Error("still locked")
	}
}
