package disktrim

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"testing"
	"time"
)

func TestCache(t *testing.T) {
	c := Cache{t.TempDir()}
	long := time.Now().Add(-time.Hour)
	for i := range 5 {
		key := fmt.Sprint("../../", i) // no harm: names are hashes
		if err := c.Put(key, bytes.Repeat([]byte{byte(i)}, 100)); err != nil {
			t.Fatal(err)
		}
		used := long.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(c.path(key), used, used); err != nil {
			t.Fatal(err)
		}
	}
	has := func(when string, want ...bool) {
		t.Helper()
		for i, want := range want {
			if _, err := os.Stat(c.path(fmt.Sprint("../../", i))); (err == nil) != want {
				t.Errorf("%s: file %d there: %v", when, i, err == nil)
			}
		}
	}
	if got, ok := c.Get("../../1"); !ok || len(got) != 100 || got[0] != 1 {
		t.Errorf("got %v, %v", got, ok)
	}
	const size = 100 + sha256.Size
	if err := c.Trim(5 * size); err != nil {
		t.Fatal(err)
	}
	has("all fit", true, true, true, true, true)
	if err := c.Trim(3*size + 20); err != nil {
		t.Fatal(err)
	}
	has("three fit", false, true, false, true, true)
	if err := c.Trim(size - 1); err != nil {
		t.Fatal(err)
	}
	has("none fits", false, false, false, false, false)
	if _, ok := c.Get("../../1"); ok {
		t.Error("found after the trim")
	}
}

func TestDamaged(t *testing.T) {
	c := Cache{t.TempDir()}
	if err := c.Put("a", []byte("whole")); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(c.path("a"))
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) { // as a power cut may leave it
		if err := os.WriteFile(c.path("a"), whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.Get("a"); ok {
			t.Errorf("cut at %d: %q", n, got)
		}
	}
	if err := c.Put("a", []byte("again")); err != nil {
		t.Fatal(err)
	}
	if got, ok := c.Get("a"); !ok || string(got) != "again" {
		t.Errorf("got %q, %v", got, ok)
	}
}
