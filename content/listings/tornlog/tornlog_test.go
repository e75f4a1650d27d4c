package tornlog

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func Example() {
	data := frame(nil, []byte("paid 10"))
	data = frame(data, []byte("paid 25"))
	data = data[:len(data)-3]        // the power went
	data = append(data, 0, 0, 0)     // what the file system left there
	data = append(data, "zeroes"...) // and an old block
	for {
		rec, rest, ok := cut(data)
		if !ok {
			fmt.Println("torn:", len(rest), "bytes are cut off")
			return
		}
		fmt.Printf("whole: %s\n", rec)
		data = rest
	}
	// Output:
	// whole: paid 10
	// torn: 21 bytes are cut off
}

var records = [][]byte{[]byte("one"), {}, []byte("a longer third record")}

// whole returns the file after three records, and where each ends.
func whole() (data []byte, ends []int) {
	for _, rec := range records {
		data = frame(data, rec)
		ends = append(ends, len(data))
	}
	return data, ends
}

func open(t *testing.T, path string) (*Log, [][]byte) {
	t.Helper()
	var got [][]byte
	l, err := Open(path, func(rec []byte) { got = append(got, bytes.Clone(rec)) })
	if err != nil {
		t.Fatal(err)
	}
	return l, got
}

// Cut at every byte, the log keeps the whole records and goes on.
func TestTorn(t *testing.T) {
	data, ends := whole()
	dir := t.TempDir()
	for n := range len(data) + 1 {
		path := filepath.Join(dir, fmt.Sprint(n))
		if err := os.WriteFile(path, data[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		want := 0
		for want < len(ends) && ends[want] <= n {
			want++
		}
		l, got := open(t, path)
		if len(got) != want {
			t.Fatalf("cut at %d: %d records, want %d", n, len(got), want)
		}
		if _, err := l.file.Write(frame(nil, []byte("next"))); err != nil {
			t.Fatal(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		l, got = open(t, path)
		if len(got) != want+1 || string(got[want]) != "next" {
			t.Fatalf("cut at %d: %q after the next record", n, got)
		}
		l.Close()
	}
}

// Any flipped bit, and zeroes at the end, are no record.
func TestDamaged(t *testing.T) {
	data, _ := whole()
	for i := range len(data) * 8 {
		bad := bytes.Clone(data)
		bad[i/8] ^= 1 << (i % 8)
		n := 0
		for rest := bad; ; n++ {
			var ok bool
			if _, rest, ok = cut(rest); !ok {
				break
			}
		}
		if n >= len(records) {
			t.Fatalf("bit %d: %d records", i, n)
		}
	}
	if _, _, ok := cut(make([]byte, 4096)); ok {
		t.Error("zeroes pass for a record")
	}
	if _, _, ok := cut([]byte{255, 255, 255, 255, 0, 0, 0, 0, 0}); ok {
		t.Error("a length of 4 GiB passes")
	}
}

func TestAppend(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l, got := open(t, path)
	if len(got) != 0 {
		t.Error("new log:", got)
	}
	if err := l.Append(records...); err != nil {
		t.Fatal(err)
	}
	if data, _ := whole(); l.end != int64(len(data)) {
		t.Errorf("durable to %d of %d", l.end, len(data))
	}
	l.Close()
	if err := l.Append([]byte("lost")); !errors.Is(err, os.ErrClosed) {
		t.Error("closed:", err)
	}
	if err := l.Append(); !errors.Is(err, os.ErrClosed) {
		t.Error("a broken log goes on:", err)
	}
	_, got = open(t, path)
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", records) {
		t.Errorf("got %q", got)
	}
}
