package compactkv

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

func check(t *testing.T, when string, s *Store, want map[string]string) {
	t.Helper()
	if len(s.index) != len(want) {
		t.Fatalf("%s: %d keys, want %d", when, len(s.index), len(want))
	}
	for key, value := range want {
		if got, err := s.Get(key); string(got) != value || err != nil {
			t.Fatalf("%s: %s is %q, %v, want %q", when, key, got, err, value)
		}
	}
	if _, err := s.Get("none"); err != ErrNotFound {
		t.Errorf("%s: unknown key: %v", when, err)
	}
}

func TestStore(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	path := filepath.Join(t.TempDir(), "data")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for step := range 600 {
		key := fmt.Sprint("k", rng.IntN(20))
		switch n := rng.IntN(20); {
		case n == 0:
			before := s.end
			if err := s.Compact(); err != nil {
				t.Fatal(err)
			}
			if s.end > before {
				t.Errorf("grew from %d to %d", before, s.end)
			}
		case n == 1:
			// A crash in the middle of a write, and of a compaction.
			if _, err := s.file.WriteAt([]byte("\x00\x00\x00\x02\x00\x00\x00\x05k9ab"), s.end); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path+temp, []byte("half"), 0o600); err != nil {
				t.Fatal(err)
			}
			s.Close()
			if s, err = Open(path); err != nil {
				t.Fatal(err)
			}
		case n < 6:
			if err := s.Delete(key); err != nil {
				t.Fatal(err)
			}
			delete(want, key)
		default:
			want[key] = fmt.Sprint("value ", step)
			if err := s.Put(key, []byte(want[key])); err != nil {
				t.Fatal(err)
			}
		}
		check(t, fmt.Sprint("step ", step), s, want)
	}
	if err := errors.Join(s.Compact(), s.Sync(), s.Close()); err != nil {
		t.Fatal(err)
	}
	names, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(names) != 1 {
		t.Error("left behind:", names, err)
	}
	size := int64(0)
	for key, value := range want {
		size += int64(header + len(key) + len(value) + trailer)
	}
	if info, err := os.Stat(path); err != nil || info.Size() != size {
		t.Errorf("compacted to %d bytes, %v, want %d", info.Size(), err, size)
	}
	if s, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	check(t, "reopened", s, want)
}

// A value that cannot be read stops the compaction and leaves the old file.
func TestFailedCompaction(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Put("a", []byte("1")); err != nil {
		t.Fatal(err)
	}
	s.index["b"] = span{100, 5}
	if err := s.Compact(); err == nil {
		t.Error("no error")
	}
	delete(s.index, "b")
	check(t, "afterwards", s, map[string]string{"a": "1"})
	if _, err := os.Stat(path + temp); !os.IsNotExist(err) {
		t.Error("left behind:", err)
	}
}
