// Package pinnedarray shows a small slice that keeps a large array alive.
package pinnedarray

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"testing"
)

// region print

func pinned(page []byte) []byte {
	return page[:16] // shares the array of the whole page
}

func cloned(page []byte) []byte {
	return slices.Clone(page[:16]) // an array of its own
}

// retained returns how many MiB the heads of 32 pages keep.
func retained(head func([]byte) []byte) uint64 {
	before := liveBytes()
	var heads [][]byte
	for range 32 {
		heads = append(heads, head(make([]byte, 1<<20)))
	}
	after := liveBytes()
	runtime.KeepAlive(heads)
	return (after - before) >> 20
}

func liveBytes() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// endregion print

func Example() {
	fmt.Println("pinned:", retained(pinned), "MiB")
	fmt.Println("cloned:", retained(cloned), "MiB")
	// Output:
	// pinned: 32 MiB
	// cloned: 0 MiB
}

func TestSameBytes(t *testing.T) {
	page := bytes.Repeat([]byte("ab"), 100)
	if a, b := pinned(page), cloned(page); !bytes.Equal(a, b) || len(a) != 16 {
		t.Errorf("%q and %q", a, b)
	}
}
