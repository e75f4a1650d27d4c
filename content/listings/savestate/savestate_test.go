package savestate

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestSave(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "app")
	path := filepath.Join(dir, "state.json")
	only := func(want string) {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil || string(data) != want {
			t.Errorf("got %q, %v, want %q", data, err, want)
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 1 {
			t.Errorf("left behind: %v, %v", entries, err)
		}
	}
	if err := Save(path, []int{1}); err != nil {
		t.Fatal(err)
	}
	only("[\n  1\n]")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Error(info, err)
	}

	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if err := Save(path, "two"); err != nil {
		t.Fatal(err)
	}
	only(`"two"`)
	if data, err := io.ReadAll(reader); err != nil || string(data) != "[\n  1\n]" {
		t.Errorf("somebody who had it open reads %q, %v", data, err)
	}

	if err := Save(path, func() {}); err == nil {
		t.Error("a function has no JSON")
	}
	only(`"two"`)
	if err := Save(dir, "x"); err == nil {
		t.Error("replaced a directory by a file")
	}
	if entries, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}
