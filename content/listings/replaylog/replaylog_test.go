package replaylog

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func ExampleLog() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "events")
	log, err := Open(path)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer log.Close()
	for _, kind := range []string{"placed", "paid", "shipped"} {
		if _, err := log.Append(kind); err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, position := range []uint64{0, 2} {
		fmt.Print("after ", position, ":")
		file, err := os.Open(path)
		if err != nil {
			fmt.Println(err)
			return
		}
		defer file.Close()
		for e, err := range Replay(file, position) {
			fmt.Print(" ", e.Seq, " ", e.Kind, " ", err)
		}
		fmt.Println()
	}
	// Output:
	// after 0: 1 placed <nil> 2 paid <nil> 3 shipped <nil>
	// after 2: 3 shipped <nil>
}

func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "events")
	for want := range uint64(3) {
		log, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if seq, err := log.Append("x"); err != nil || seq != want+1 {
			t.Errorf("got %d, %v; want %d", seq, err, want+1)
		}
		if err := log.Close(); err != nil {
			t.Error(err)
		}
		if seq, err := log.Append("closed"); err == nil || seq != 0 {
			t.Errorf("wrote to a closed file: %d, %v", seq, err)
		}
	}
}

// A line that a crash cut off is reported, once.
func TestTorn(t *testing.T) {
	const torn = `{"Seq":1,"Kind":"x"}` + "\n" + `{"Seq":2,"Ki`
	path := filepath.Join(t.TempDir(), "events")
	if err := os.WriteFile(path, []byte(torn), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); err == nil {
		t.Error("opened a torn file")
	}
	var got []string
	for e, err := range Replay(strings.NewReader(torn), 0) {
		got = append(got, fmt.Sprint(e.Seq, " ", err))
	}
	if fmt.Sprint(got) != "[1 <nil> 0 unexpected EOF]" {
		t.Error(got)
	}
	for range Replay(strings.NewReader(torn), 0) {
		break // leaving early is allowed
	}
}
