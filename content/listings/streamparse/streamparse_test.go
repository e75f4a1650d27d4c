package streamparse

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
)

const ten = "/login 512\n/ 2048\n/ 2048\n/orders 900\n/ 10\n/login 512\n/a 1\n/b 2\n/c 3\n/d 4\n"

func Example() {
	sums, err := Sum(strings.NewReader(ten))
	fmt.Println("/login", *sums["/login"], err)
	for _, lines := range []int{10, 10000} {
		log := strings.Repeat(ten, lines/10)
		allocs := testing.AllocsPerRun(10, func() { Sum(strings.NewReader(log)) })
		fmt.Println(lines, "lines: under 40 allocations:", allocs < 40)
	}
	// Output:
	// /login 1024 <nil>
	// 10 lines: under 40 allocations: true
	// 10000 lines: under 40 allocations: true
}

func TestSame(t *testing.T) {
	log := strings.Repeat(ten, 2000)
	streamed, err := Sum(strings.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := sumWhole(strings.NewReader(log))
	if err != nil || len(whole) != len(streamed) {
		t.Fatal(err, len(whole), len(streamed))
	}
	for path, want := range whole {
		if got := streamed[path]; got == nil || *got != want {
			t.Errorf("%s: %v, want %d", path, got, want)
		}
	}
}

func TestErrors(t *testing.T) {
	if _, err := Sum(strings.NewReader("/ 1\n/ x\n")); !errors.Is(err, strconv.ErrSyntax) ||
		!strings.Contains(err.Error(), "line 2") {
		t.Error(err)
	}
	if _, err := Sum(strings.NewReader("/" + strings.Repeat("a", 70<<10) + " 1\n")); err != nil {
		t.Error("a line of 70 KiB:", err)
	}
	if _, err := Sum(strings.NewReader(strings.Repeat("a", 2<<20))); !errors.Is(err, bufio.ErrTooLong) {
		t.Error("a line of 2 MiB:", err)
	}
	cut := io.MultiReader(strings.NewReader("/ 1\n"), broken{})
	if _, err := Sum(cut); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("a broken file:", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// sumWhole is what Sum avoids.
func sumWhole(r io.Reader) (map[string]int64, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	sums := make(map[string]int64)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		fields := strings.Fields(line)
		value, err := strconv.ParseInt(fields[1], 10, 64)
		if err != nil {
			return nil, err
		}
		sums[fields[0]] += value
	}
	return sums, nil
}

func BenchmarkSum(b *testing.B) {
	log := strings.Repeat(ten, 10000)
	b.Run("stream", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(log)))
		for b.Loop() {
			Sum(strings.NewReader(log))
		}
	})
	b.Run("whole", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(log)))
		for b.Loop() {
			sumWhole(strings.NewReader(log))
		}
	})
}
