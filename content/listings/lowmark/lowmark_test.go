package lowmark

import (
	"fmt"
	"sync"
	"testing"
)

func ExampleProgress() {
	p := New(40)
	for offset := range int64(4) {
		p.Start(40 + offset)
	}
	for _, offset := range []int64{41, 43, 40, 42} {
		fmt.Println("done", offset, "commit", p.Done(offset))
	}
	// Output:
	// done 41 commit 40
	// done 43 commit 40
	// done 40 commit 42
	// done 42 commit 44
}

// Offsets have gaps where records were compacted away.
func TestGaps(t *testing.T) {
	p := New(7)
	p.Start(10)
	p.Start(15)
	if got := p.Done(15); got != 7 {
		t.Errorf("committed %d while 10 runs", got)
	}
	if got := p.Done(10); got != 16 {
		t.Errorf("committed %d, want 16", got)
	}
	if len(p.started)+len(p.done) != 0 {
		t.Error("finished messages are kept")
	}
}

func TestConcurrent(t *testing.T) {
	p := New(0)
	var wg sync.WaitGroup
	for offset := range int64(100) {
		p.Start(offset)
		wg.Go(func() { p.Done(offset) })
	}
	wg.Wait()
	p.Start(100)
	if got := p.Done(100); got != 101 {
		t.Errorf("committed %d, want 101", got)
	}
}
