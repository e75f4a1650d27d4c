package filesplit

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// total adds the numbers of one part.
func total(part io.Reader) (sum, lines int) {
	for scan := bufio.NewScanner(part); scan.Scan(); lines++ {
		var n int
		fmt.Sscan(scan.Text(), &n)
		sum += n
	}
	return sum, lines
}

func ExampleSplit() {
	var file strings.Builder
	for i := range 1000 {
		fmt.Fprintln(&file, i+1)
	}
	parts, err := Split(strings.NewReader(file.String()), int64(file.Len()), 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	sums, lines := make([]int, len(parts)), make([]int, len(parts))
	var wg sync.WaitGroup
	for i, part := range parts {
		wg.Go(func() { sums[i], lines[i] = total(part) })
	}
	wg.Wait()
	fmt.Println("lines:", lines)
	fmt.Println("total:", sums[0]+sums[1]+sums[2]+sums[3])
	// Output:
	// lines: [271 243 243 243]
	// total: 500500
}

// Whatever the number of parts, they are the file, and no line is cut.
func TestSplit(t *testing.T) {
	for _, text := range []string{"", "\n", "a", "a\nbb\n\nccc\ndddd", "a\nbb\nccc\n", strings.Repeat("x", 9000) + "\ny\n"} {
		for n := range 12 {
			parts, err := Split(strings.NewReader(text), int64(len(text)), n+1)
			if err != nil || len(parts) != n+1 {
				t.Fatalf("%d parts of %q: %v", len(parts), text, err)
			}
			var all strings.Builder
			for i, part := range parts {
				data, _ := io.ReadAll(part)
				all.Write(data)
				if s := string(data); s != "" && !strings.HasSuffix(s, "\n") && all.Len() != len(text) {
					t.Errorf("part %d of %d of %q ends within a line: %q", i, n+1, text, s)
				}
			}
			if all.String() != text {
				t.Errorf("%d parts of %q make %q", n+1, text, all.String())
			}
		}
	}
}

type broken struct{}

var errDisk = errors.New("read error")

func (broken) ReadAt([]byte, int64) (int, error) { return 0, errDisk }

func TestReadError(t *testing.T) {
	if _, err := Split(broken{}, 100, runtime.NumCPU()); !errors.Is(err, errDisk) {
		t.Errorf("got %v, want %v", err, errDisk)
	}
}

// A cut that falls on the start of a line stays there.
func TestExactCut(t *testing.T) {
	parts, err := Split(strings.NewReader("a\nb\n"), 4, 2)
	if err != nil || parts[0].Size() != 2 || parts[1].Size() != 2 {
		t.Errorf("parts of %d and %d bytes, %v", parts[0].Size(), parts[1].Size(), err)
	}
}
