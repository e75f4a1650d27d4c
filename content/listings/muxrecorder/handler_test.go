// Package muxrecorder tests HTTP handlers without a port.
package muxrecorder

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// region print

func TestUser(t *testing.T) {
	mux := Routes(map[string]string{"7": "ann"})
	for _, tc := range []struct {
		method, path string
		code         int
		kind, body   string
	}{
		{"GET", "/users/7", 200, "application/json", `"ann"`},
		{"GET", "/users/8", 404, "text/plain", "no user 8"},
		{"PUT", "/users/7", 405, "text/plain", "Method"},
	} {
		t.Run(tc.method+tc.path, func(t *testing.T) {
			req := httptest.NewRequest(tc.method, tc.path, nil)
			rec := httptest.NewRecorder()
			mux.ServeHTTP(rec, req)
			kind := rec.Result().Header.Get("Content-Type")
			kind, _, _ = strings.Cut(kind, ";")
			if rec.Code != tc.code || kind != tc.kind {
				t.Errorf("got %d, %s", rec.Code, kind)
			}
			if !strings.Contains(rec.Body.String(), tc.body) {
				t.Errorf("body %q, want %q", rec.Body, tc.body)
			}
		})
	}
}

// endregion print

// Routes serves users.
func Routes(users map[string]string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users/{id}", func(w http.ResponseWriter, r *http.Request) {
		name, ok := users[r.PathValue("id")]
		if !ok {
			http.Error(w, "no user "+r.PathValue("id"), http.StatusNotFound)
			return
		}
		if !bug {
			w.Header().Set("Content-Type", "application/json")
		}
		fmt.Fprintf(w, `{"name":%q}`, name)
	})
	return mux
}

func ExampleRoutes() {
	rerun("-test.run=^TestUser$")

	// Output:
	// --- FAIL: TestUser (0.00s)
	//     --- FAIL: TestUser/GET/users/7 (0.00s)
	//         handler_test.go:32: got 200, text/plain
	// FAIL
}
