package conditionalget

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

func get(h http.Handler, path string, header ...string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	r := httptest.NewRequest("GET", path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	h.ServeHTTP(rec, r)
	return rec
}

func ExampleAssets() {
	h, err := Assets(fstest.MapFS{"app.js": {Data: []byte("start()")}})
	if err != nil {
		fmt.Println(err)
	}
	first := get(h, "/app.js")
	tag := first.Header().Get("ETag")
	fmt.Println(first.Code, first.Body.Len(), tag)
	again := get(h, "/app.js", "If-None-Match", tag)
	fmt.Println(again.Code, again.Body.Len())
	part := get(h, "/app.js", "Range", "bytes=0-4", "If-Range", tag)
	fmt.Println(part.Code, part.Body)
	// Output:
	// 200 7 "0c89bb5894ba64a0"
	// 304 0
	// 206 start
}

func TestChangedFile(t *testing.T) {
	fsys := fstest.MapFS{"css/a.css": {Data: []byte("one")}}
	old, err := Assets(fsys)
	if err != nil {
		t.Fatal(err)
	}
	rec := get(old, "/css/a.css")
	tag := rec.Header().Get("ETag")
	if got := rec.Header().Get("Cache-Control"); got != "no-cache" {
		t.Errorf("Cache-Control: %q", got)
	}
	if got := rec.Header().Get("Last-Modified"); got != "" {
		t.Errorf("Last-Modified: %q", got)
	}
	fsys["css/a.css"] = &fstest.MapFile{Data: []byte("two")}
	h, err := Assets(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if rec := get(h, "/css/a.css", "If-None-Match", tag); rec.Code != 200 {
		t.Errorf("changed file: %d", rec.Code)
	}
	rec = get(h, "/css/a.css", "Range", "bytes=0-1", "If-Range", tag)
	if rec.Code != 200 || rec.Body.String() != "two" {
		t.Errorf("part of a changed file: %d %q", rec.Code, rec.Body)
	}
	if rec := get(h, "/none"); rec.Code != 404 || rec.Header().Get("ETag") != "" {
		t.Errorf("missing file: %d %v", rec.Code, rec.Header())
	}
}

func TestIndex(t *testing.T) {
	h, err := Assets(fstest.MapFS{"index.html": {Data: []byte("home")}, "a.css": {}})
	if err != nil {
		t.Fatal(err)
	}
	tag := get(h, "/").Header().Get("ETag")
	if rec := get(h, "/", "If-None-Match", tag); tag == "" || rec.Code != 304 {
		t.Errorf("index: %d, ETag %q", rec.Code, tag)
	}
}

var errDisk = errors.New("disk")

type broken struct{ fstest.MapFS }

func (broken) ReadFile(string) ([]byte, error) { return nil, errDisk }

func TestUnreadableFile(t *testing.T) {
	if _, err := Assets(broken{fstest.MapFS{"a.css": {}}}); err != errDisk {
		t.Errorf("%v, want %v", err, errDisk)
	}
}
