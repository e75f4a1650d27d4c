package pprofport

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

func Example() {
	fmt.Println("public: ", get(Public(), "/debug/pprof/heap").Code)
	fmt.Println("private:", get(Debug(), "/debug/pprof/heap").Code)
	fmt.Println("default:", get(http.DefaultServeMux, "/debug/pprof/heap").Code)
	// Output:
	// public:  404
	// private: 200
	// default: 200
}

func TestRoutes(t *testing.T) {
	if w := get(Public(), "/orders"); w.Code != 200 || w.Body.String() != "[]" {
		t.Error("orders:", w.Code, w.Body)
	}
	if w := get(Debug(), "/orders"); w.Code != 404 {
		t.Error("orders on the private port:", w.Code)
	}
	for _, path := range []string{"", "goroutine", "mutex", "block", "symbol"} {
		if w := get(Debug(), "/debug/pprof/"+path); w.Code != 200 {
			t.Errorf("%q: %d", path, w.Code)
		}
	}
	// A negative or fractional time is refused by Trace and read as the default by Profile,
	// so only the routes are looked at.
	mux := Debug().(*http.ServeMux)
	for _, path := range []string{"profile", "trace", "symbol"} {
		_, pattern := mux.Handler(httptest.NewRequest("GET", "/debug/pprof/"+path, nil))
		if pattern != "/debug/pprof/"+path {
			t.Errorf("%s goes to %q", path, pattern)
		}
	}
}

func TestHeapIsProfile(t *testing.T) {
	z, err := gzip.NewReader(bytes.NewReader(get(Debug(), "/debug/pprof/heap").Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := io.ReadAll(z); err != nil || !bytes.Contains(data, []byte("inuse_space")) {
		t.Error(err, "no inuse_space")
	}
}
