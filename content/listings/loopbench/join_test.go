// Package loopbench shows subtests and sub-benchmarks of two ways to do one thing.
package loopbench

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// region print

var ways = []struct {
	name string
	join func(words []string) string
}{{"plus", plus}, {"join", join}} // += and strings.Join

func TestConcat(t *testing.T) {
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) {
			got := way.join([]string{"a", "b"})
			if got != "ab" {
				t.Errorf("got %q, want ab", got)
			}
		})
	}
}

func BenchmarkConcat(b *testing.B) {
	words := strings.Fields(strings.Repeat("gopher ", 50))
	for _, way := range ways {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() { // making words is not timed
				way.join(words)
			}
		})
	}
}

// endregion print

func plus(words []string) (s string) {
	for _, word := range words {
		s += word
	}
	return s
}

func join(words []string) string { return strings.Join(words, "") }

var timing = regexp.MustCompile(`\s+(\d+)\s+\S+ ns/op\s+\d+ B/op\s+`)

func Example() {
	cmd := exec.Command(os.Args[0], "-test.v", "-test.run=Concat/plus",
		"-test.bench=Concat", "-test.benchtime=100x", "-test.cpu=1")
	report, err := cmd.CombinedOutput()
	if err != nil {
		fmt.Println(err)
	}
	for line := range strings.Lines(string(report)) {
		switch {
		case strings.HasPrefix(line, "BenchmarkConcat/"):
			if m := timing.FindStringSubmatch(line); m != nil {
				fmt.Print(timing.ReplaceAllString(line, "  $1 times  "))
			}
		case strings.Contains(line, "--- "):
			fmt.Print(regexp.MustCompile(`\d\.\d\ds`).ReplaceAllString(line, "0.00s"))
		}
	}

	// Output:
	// --- PASS: TestConcat (0.00s)
	//     --- PASS: TestConcat/plus (0.00s)
	// BenchmarkConcat/plus  100 times  49 allocs/op
	// BenchmarkConcat/join  100 times  1 allocs/op
}
