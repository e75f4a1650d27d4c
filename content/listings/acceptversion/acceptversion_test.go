package acceptversion

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func text(s string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, s)
	})
}

func get(accept ...string) *httptest.ResponseRecorder {
	h := ByAccept("application/vnd.shop.v1+json", map[string]http.Handler{
		"application/vnd.shop.v1+json": text(`{"name":"Ada Lovelace"}`),
		"application/vnd.shop.v2+json": text(`{"first":"Ada"}`),
	})
	rec := httptest.NewRecorder()
	r := httptest.NewRequest("GET", "/users/7", nil)
	r.Header["Accept"] = accept
	h.ServeHTTP(rec, r)
	return rec
}

func ExampleByAccept() {
	for _, accept := range []string{
		"",
		"application/vnd.shop.v2+json; q=0.9",
		"application/vnd.shop.v3+json",
	} {
		rec := get(accept)
		fmt.Printf("%q\n  %d %s\n", accept, rec.Code, rec.Body)
	}
	// Output:
	// ""
	//   200 {"name":"Ada Lovelace"}
	// "application/vnd.shop.v2+json; q=0.9"
	//   200 {"first":"Ada"}
	// "application/vnd.shop.v3+json"
	//   406 no such version
}

func TestByAccept(t *testing.T) {
	for _, accept := range [][]string{
		{"*/*"},
		nil,
		{"application/vnd.shop.v3+json", "application/vnd.shop.v1+json"},
		{"bad/, application/vnd.shop.v1+json"},
	} {
		rec := get(accept...)
		if rec.Code != 200 || rec.Header().Get("Content-Type") != "application/vnd.shop.v1+json" {
			t.Errorf("%q: %d %v", accept, rec.Code, rec.Header())
		}
	}
	for _, accept := range []string{"", "application/vnd.shop.v2+json", "text/html"} {
		if got := get(accept).Header().Get("Vary"); got != "Accept" {
			t.Errorf("%q: Vary %q", accept, got)
		}
	}
}
