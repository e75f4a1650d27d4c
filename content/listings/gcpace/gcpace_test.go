// Package gcpace counts collections under different settings.
package gcpace

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"testing"
)

// region print

// cycles counts collections while 128 MiB of garbage is made
// beside 8 MiB that stay alive.
func cycles(percent int, limit int64) uint32 {
	defer debug.SetGCPercent(debug.SetGCPercent(percent))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(limit))

	live := make([]byte, 8<<20)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range 2048 {
		garbage = make([]byte, 64<<10)
	}
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(live)
	return after.NumGC - before.NumGC
}

// endregion print

var garbage []byte

func Example() {
	const none = math.MaxInt64
	// On a machine with much else to do, a single count may be that of a late collector.
	often, rarely := cycles(50, none), cycles(400, none)
	for range 4 {
		often, rarely = max(often, cycles(50, none)), min(rarely, cycles(400, none))
	}
	fmt.Println("400 collects less than 50:", rarely < often)
	fmt.Println("off, no limit:", cycles(-1, none), "cycles")
	roomy, tight := cycles(-1, 64<<20), cycles(-1, 16<<20)
	fmt.Println("off, 64 MiB limit, collects:", roomy > 0)
	fmt.Println("off, 16 MiB limit, more often:", tight > roomy)
	// Output:
	// 400 collects less than 50: true
	// off, no limit: 0 cycles
	// off, 64 MiB limit, collects: true
	// off, 16 MiB limit, more often: true
}

func BenchmarkCycles(b *testing.B) {
	for _, percent := range []int{50, 100, 200, 400} {
		b.Run(fmt.Sprint(percent), func(b *testing.B) {
			var n uint32
			for b.Loop() {
				n += cycles(percent, math.MaxInt64)
			}
			b.ReportMetric(float64(n)/float64(b.N), "cycles/op")
		})
	}
	for _, limit := range []int64{16, 32, 64} {
		b.Run(fmt.Sprint("off/", limit, "MiB"), func(b *testing.B) {
			var n uint32
			for b.Loop() {
				n += cycles(-1, limit<<20)
			}
			b.ReportMetric(float64(n)/float64(b.N), "cycles/op")
		})
	}
}
