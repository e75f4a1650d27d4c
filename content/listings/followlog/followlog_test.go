package followlog

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func add(t *testing.T, path, text string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestPoll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "app.log")
	add(t, path, "one\n")
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := func(when, want string) {
		t.Helper()
		var out strings.Builder
		if err := f.Poll(&out); err != nil || out.String() != want {
			t.Errorf("%s: got %q, %v, want %q", when, &out, err, want)
		}
	}

	want("start", "one\n")
	want("nothing new", "")
	add(t, path, "two\nthr")
	want("a line and a half", "two\n")
	add(t, path, "ee\n")
	want("the other half", "three\n")

	add(t, path, "last\n")
	if err := os.Rename(path, path+".1"); err != nil {
		t.Fatal(err)
	}
	want("renamed, no successor yet", "last\n")
	add(t, path+".1", "late\n")
	want("the writer has not noticed", "late\n")
	add(t, path+".1", "very late\n")
	add(t, path, "new\n")
	want("rotated", "very late\nnew\n")
	add(t, path, "newer\n")
	want("after the rotation", "newer\n")
}
