package rootunpack

import (
	"archive/tar"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func pack(headers ...tar.Header) io.Reader {
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	for _, h := range headers {
		if h.Typeflag == tar.TypeReg {
			h.Size = 2
		}
		h.Mode = 0o777
		if err := w.WriteHeader(&h); err != nil {
			panic(err)
		}
		if h.Typeflag == tar.TypeReg {
			io.WriteString(w, "hi")
		}
	}
	w.Close()
	return &buf
}

func file(name string) tar.Header { return tar.Header{Typeflag: tar.TypeReg, Name: name} }

func TestUnpack(t *testing.T) {
	outside := t.TempDir()
	for name, c := range map[string]struct {
		in io.Reader
		ok bool
	}{
		"plain":      {pack(file("a/b/c.txt"), file("d.txt")), true},
		"parent":     {pack(file("../d.txt")), false},
		"inner dots": {pack(file("a/../../d.txt")), false},
		"absolute":   {pack(file(filepath.Join(outside, "d.txt"))), false},
		"own link":   {pack(tar.Header{Typeflag: tar.TypeSymlink, Name: "l", Linkname: outside}), false},
		"old link":   {pack(file("out/d.txt")), false},
		"twice":      {pack(file("d.txt"), file("d.txt")), false},
		"no archive": {bytes.NewReader(bytes.Repeat([]byte("x"), 1024)), false},
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "dir")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(outside, filepath.Join(dir, "out")); err != nil {
				t.Fatal(err)
			}
			if err := Unpack(dir, c.in); (err == nil) != c.ok {
				t.Errorf("got %v, want ok = %v", err, c.ok)
			}
			for _, clean := range []string{outside, parent} {
				entries, err := os.ReadDir(clean)
				if err != nil || len(entries) > 1 || clean == outside && len(entries) > 0 {
					t.Errorf("%s: %v, %v", clean, entries, err)
				}
			}
			if c.ok {
				data, err := os.ReadFile(filepath.Join(dir, "a/b/c.txt"))
				info, _ := os.Stat(filepath.Join(dir, "d.txt"))
				if string(data) != "hi" || err != nil || info.Mode().Perm() != 0o600 {
					t.Errorf("got %q, %v, %v", data, err, info)
				}
			}
		})
	}
}

func ExampleUnpack() {
	dir, err := os.MkdirTemp("", "rootunpack")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	fmt.Println(Unpack(dir, pack(file("bin/tool"))))
	fmt.Println(Unpack(dir, pack(file("../evil"))))
	// Output:
	// <nil>
	// mkdirat ..: path escapes from parent
}
