package uploadstream

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
)

func form(field, file string, size int) *http.Request {
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	m.WriteField("title", "a cat")
	w, err := m.CreateFormFile(field, file)
	if err == nil {
		_, err = w.Write(make([]byte, size))
	}
	if err = errors.Join(err, m.Close()); err != nil {
		panic(err)
	}
	r := httptest.NewRequest("POST", "/", &body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	return r
}

func Example() {
	tmp, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(tmp)
	dir, err := os.OpenRoot(tmp)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer dir.Close()
	const limit = 10_000
	for _, size := range []int{9_000, 10_000} {
		_, err := Save(httptest.NewRecorder(), form("file", "../cat.png", size), dir, limit)
		_, tooLarge := errors.AsType[*http.MaxBytesError](err)
		files, _ := fs.Glob(dir.FS(), "*")
		fmt.Println(size, "bytes: too large:", tooLarge, "stored:", len(files))
	}
	// Output:
	// 9000 bytes: too large: false stored: 1
	// 10000 bytes: too large: true stored: 1
}

func TestSave(t *testing.T) {
	tmp := t.TempDir()
	dir, err := os.OpenRoot(tmp)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	name, err := Save(httptest.NewRecorder(), form("file", "../../etc/passwd", 70_000), dir, 1<<20)
	if err != nil || name == "passwd" {
		t.Fatal(name, err)
	}
	if b, err := dir.ReadFile(name); len(b) != 70_000 || err != nil {
		t.Error(len(b), err)
	}
	if _, err := Save(httptest.NewRecorder(), form("other", "a", 10), dir, 1<<20); !errors.Is(err, io.EOF) {
		t.Error("no part named file:", err)
	}
	r := httptest.NewRequest("POST", "/", nil)
	if _, err := Save(httptest.NewRecorder(), r, dir, 1<<20); !errors.Is(err, http.ErrNotMultipart) {
		t.Error(err)
	}
	if files, _ := fs.Glob(dir.FS(), "*"); len(files) != 1 {
		t.Error(files)
	}
}
