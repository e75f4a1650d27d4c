package redmetrics

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func newMux() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users/{id}", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(30 * time.Millisecond)
		if r.PathValue("id") == "13" {
			http.Error(w, "no database", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ann")
	})
	return mux
}

func ExampleRED() {
	h := RED(newMux(), func(route string, code int, _ time.Duration) {
		fmt.Println(route, code)
	})
	for _, path := range []string{"/users/7", "/users/13", "/wp-login.php"} {
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", path, nil))
	}
	// Output:
	// GET /users/{id} 200
	// GET /users/{id} 503
	// unmatched 404
}

func TestDuration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got strings.Builder
		h := RED(newMux(), func(_ string, _ int, took time.Duration) {
			fmt.Fprint(&got, took)
		})
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/users/13", nil))
		if got.String() != "30ms" || w.Code != 503 {
			t.Error(got.String(), w.Code)
		}
	})
}

func TestUnwrap(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := http.NewResponseController(w).Flush(); err != nil {
			t.Error(err)
		}
	})
	w := httptest.NewRecorder()
	RED(mux, func(string, int, time.Duration) {}).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if !w.Flushed {
		t.Error("not flushed")
	}
}
