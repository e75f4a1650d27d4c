package accesslog

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"testing/synctest"
	"time"
)

func mux() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("GET /users/{id}", func(w http.ResponseWriter, r *http.Request) {
		if r.PathValue("id") != "7" {
			http.NotFound(w, r)
			return
		}
		time.Sleep(30 * time.Millisecond)
		io.WriteString(w, "Ada")
	})
	m.HandleFunc("GET /early", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusAccepted)
		w.WriteHeader(http.StatusTeapot) // ignored
	})
	m.HandleFunc("GET /late", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "half of it")
		http.Error(w, "too late", 500) // the client has a 200
	})
	m.HandleFunc("GET /empty", func(http.ResponseWriter, *http.Request) {})
	m.HandleFunc("GET /flush", func(w http.ResponseWriter, r *http.Request) {
		if err := http.NewResponseController(w).Flush(); err != nil {
			http.Error(w, err.Error(), 500)
		}
	})
	return m
}

func ExampleLog() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == "took" {
				return slog.Attr{}
			}
			return a
		},
	}))
	for _, path := range []string{"/users/8", "/users/9", "/nowhere"} {
		Log(log, mux()).ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", path, nil))
	}
	// Output:
	// msg=request method=GET route="GET /users/{id}" status=404
	// msg=request method=GET route="GET /users/{id}" status=404
	// msg=request method=GET route="" status=404
}

func record(t *testing.T, h http.Handler, path string) map[string]any {
	var buf bytes.Buffer
	log := slog.New(slog.NewJSONHandler(&buf, nil))
	Log(log, h).ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", path, nil))
	var m map[string]any
	if err := json.Unmarshal(buf.Bytes(), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := record(t, mux(), "/users/7")
		if m["status"] != 200.0 || m["took"] != float64(30*time.Millisecond) {
			t.Error(m)
		}
	})
	for path, want := range map[string]float64{"/early": 202, "/flush": 200, "/late": 200, "/empty": 200} {
		if m := record(t, mux(), path); m["status"] != want {
			t.Error(path, fmt.Sprint(m))
		}
	}
}

// What the pitfall says: a copied request hides the pattern.
func TestCopiedRequest(t *testing.T) {
	inner := mux()
	copying := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		type key struct{}
		inner.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, 1)))
	})
	if m := record(t, copying, "/users/8"); m["route"] != "" {
		t.Error(m)
	}
}

// StripPrefix copies the request as well.
func TestStripPrefix(t *testing.T) {
	outer := http.NewServeMux()
	outer.Handle("/v1/", http.StripPrefix("/v1", mux()))
	if m := record(t, outer, "/v1/users/8"); m["route"] != "/v1/" || m["status"] != 404.0 {
		t.Error(m)
	}
}
