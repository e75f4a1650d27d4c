package mworder

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
)

func check(header string) (string, bool) {
	if header == "Bearer broken" {
		panic("key server is gone")
	}
	return "ada", header == "Bearer s3cret"
}

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /hello", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "hello, ", User(r.Context()))
	})
	mux.HandleFunc("GET /bug", func(http.ResponseWriter, *http.Request) {
		panic("index out of range")
	})
	mux.HandleFunc("GET /abort", func(http.ResponseWriter, *http.Request) {
		panic(http.ErrAbortHandler)
	})
	return Recover(Auth(check).Require(mux))
}

func get(path, header string) *httptest.ResponseRecorder {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	rec := httptest.NewRecorder()
	r := httptest.NewRequest("GET", path, nil)
	r.Header.Set("Authorization", header)
	handler().ServeHTTP(rec, r)
	return rec
}

func ExampleRecover() {
	// handler returns Recover(Auth(check).Require(mux))
	for _, c := range [][2]string{
		{"/hello", ""},
		{"/hello", "Bearer s3cret"},
		{"/bug", "Bearer s3cret"},
		{"/hello", "Bearer broken"}, // check panics
	} {
		rec := get(c[0], c[1])
		fmt.Printf("%s %q: %d\n", c[0], c[1], rec.Code)
	}
	// Output:
	// /hello "": 401
	// /hello "Bearer s3cret": 200
	// /bug "Bearer s3cret": 500
	// /hello "Bearer broken": 500
}

func TestUser(t *testing.T) {
	if got := get("/hello", "Bearer s3cret").Body.String(); got != "hello, ada" {
		t.Error(got)
	}
	if got := get("/hello", "").Body.String(); got != "unauthorized\n" {
		t.Errorf("the handler ran for nobody: %q", got)
	}
	rec := get("/bug", "")
	if rec.Code != 401 || rec.Header().Get("WWW-Authenticate") != "Bearer" {
		t.Error("unauthenticated request reached the handler:", rec.Code)
	}
	defer func() {
		if recover() != http.ErrAbortHandler {
			t.Error("ErrAbortHandler must pass")
		}
	}()
	get("/abort", "Bearer s3cret")
}
