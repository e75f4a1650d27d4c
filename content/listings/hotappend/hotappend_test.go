// Package hotappend formats a log line without allocating.
package hotappend

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"
)

// region print

type Sample struct {
	Name  string
	Value int64
	At    time.Time
}

func (s Sample) Line() string {
	return fmt.Sprintf("%s %d %s\n",
		s.Name, s.Value, s.At.Format(time.RFC3339))
}

// AppendLine appends to buf and returns it, as append does.
func (s Sample) AppendLine(buf []byte) []byte {
	buf = append(buf, s.Name...)
	buf = append(buf, ' ')
	buf = strconv.AppendInt(buf, s.Value, 10)
	buf = append(buf, ' ')
	buf = s.At.AppendFormat(buf, time.RFC3339)
	return append(buf, '\n')
}

// endregion print

var (
	sample = Sample{"queue_depth", 421733, time.Date(2026, 11, 22, 8, 30, 0, 0, time.UTC)}
	text   string
)

func Example() {
	buf := make([]byte, 0, 128) // one for the whole loop
	fmt.Print(string(sample.AppendLine(buf)))
	fmt.Println("Line:      ", min(testing.AllocsPerRun(100, func() {
		text = sample.Line()
	}), 4), "or more allocations")
	fmt.Println("AppendLine:", testing.AllocsPerRun(100, func() {
		buf = sample.AppendLine(buf[:0])
	}), "allocations")
	// Output:
	// queue_depth 421733 2026-11-22T08:30:00Z
	// Line:       4 or more allocations
	// AppendLine: 0 allocations
}

func TestSame(t *testing.T) {
	if a, b := sample.Line(), string(sample.AppendLine(nil)); a != b {
		t.Errorf("%q and %q", a, b)
	}
}

func BenchmarkLine(b *testing.B) {
	b.Run("Sprintf", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			text = sample.Line()
		}
	})
	b.Run("Append", func(b *testing.B) {
		b.ReportAllocs()
		buf := make([]byte, 0, 128)
		for b.Loop() {
			buf = sample.AppendLine(buf[:0])
		}
	})
}

var parts = make([]string, 1000)

func BenchmarkConcat(b *testing.B) {
	for i := range parts {
		parts[i] = "ten bytes "
	}
	b.Run("plus", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s := ""
			for _, p := range parts {
				s += p
			}
			text = s
		}
	})
	b.Run("builder", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			text = build()
		}
	})
}

func build() string {
	var sb strings.Builder
	sb.Grow(10 * len(parts))
	for _, p := range parts {
		sb.WriteString(p)
	}
	return sb.String()
}
