package blobsum

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

func sum(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:])
}

func TestPut(t *testing.T) {
	dir, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	only := func(when, text string) {
		t.Helper()
		names, err := fs.ReadDir(dir.FS(), ".")
		if err != nil || len(names) != 1 || names[0].Name() != "k" {
			t.Errorf("%s: the folder holds %v, %v", when, names, err)
		}
		if got, err := dir.ReadFile("k"); string(got) != text || err != nil {
			t.Errorf("%s: %.20q of %d bytes, %v", when, got, len(got), err)
		}
	}
	long := strings.Repeat("0123456789", 20_000)
	if err := Put(dir, "k", sum(long), strings.NewReader(long)); err != nil {
		t.Fatal(err)
	}
	only("first", long)
	if err := Put(dir, "k", sum("other"), strings.NewReader("othes")); err != ErrChecksum && !errors.Is(err, ErrChecksum) {
		t.Error("wrong bytes:", err)
	}
	only("wrong bytes", long)
	broken := io.MultiReader(strings.NewReader("half"), iotest.ErrReader(io.ErrUnexpectedEOF))
	if err := Put(dir, "k", sum("half"), broken); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error("broken upload:", err)
	}
	only("broken upload", long)
	if err := Put(dir, "k", sum(""), strings.NewReader("")); err != nil {
		t.Error(err)
	}
	only("empty", "")
	if err := Put(dir, "../k", sum(""), strings.NewReader("")); err == nil {
		t.Error("left the folder")
	}
}
