package fuzzclip

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// region print

func FuzzClip(f *testing.F) {
	f.Add("hello", 3) // the seed corpus
	f.Add("", 0)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		if !utf8.ValidString(s) || limit < 0 {
			t.Skip("not an input that Clip promises to handle")
		}
		got := Clip(s, limit)
		if len(got) > limit || !strings.HasPrefix(s, got) {
			t.Errorf("Clip(%q, %d) = %q", s, limit, got)
		}
		if !utf8.ValidString(got) {
			t.Errorf("Clip(%q, %d) = %q is no UTF-8",
				s, limit, got)
		}
	})
}

// endregion print

func TestKnown(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{{"hello", 3, "hel"}, {"é", 1, ""}, {"aé", 2, "a"}, {"aé", 3, "aé"}, {"a", -1, ""}} {
		if got := Clip(c.in, c.limit); got != c.want {
			t.Errorf("Clip(%q, %d) = %q, want %q", c.in, c.limit, got, c.want)
		}
	}
	files, err := os.ReadDir("testdata/fuzz/FuzzClip")
	if err != nil || len(files) == 0 {
		t.Errorf("the failing input that fuzzing found is gone: %v", err)
	}
}
