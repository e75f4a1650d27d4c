package apiversions

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

func get(path string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	api := API{Find: func(id string) (first, last string) {
		if id != "7" {
			return "no", "such user"
		}
		return "Ada", "Lovelace"
	}}
	api.Handler().ServeHTTP(rec, httptest.NewRequest("GET", path, nil))
	return rec
}

func ExampleAPI() {
	for _, path := range []string{"/v1/users/7", "/v2/users/7"} {
		rec := get(path)
		fmt.Print(rec.Code, " ", rec.Body)
		fmt.Printf("  Deprecation: %q\n", rec.Header().Get("Deprecation"))
	}
	// Output:
	// 200 {"name":"Ada Lovelace"}
	//   Deprecation: "@1796083200"
	// 200 {"first":"Ada","last":"Lovelace"}
	//   Deprecation: ""
}

func TestDates(t *testing.T) {
	h := get("/v1/users/7").Header()
	if got := h.Get("Content-Type"); got != "application/json" {
		t.Errorf("Content-Type: %s", got)
	}
	since := time.Date(2026, time.December, 1, 0, 0, 0, 0, time.UTC)
	if got, want := h.Get("Deprecation"), fmt.Sprintf("@%d", since.Unix()); got != want {
		t.Errorf("Deprecation: %s, want %s", got, want)
	}
	end := time.Date(2027, time.June, 1, 0, 0, 0, 0, time.UTC)
	if got, want := h.Get("Sunset"), end.Format(http.TimeFormat); got != want {
		t.Errorf("Sunset: %s, want %s", got, want)
	}
	if rec := get("/v3/users/7"); rec.Code != http.StatusNotFound {
		t.Errorf("v3: %d", rec.Code)
	}
	if get("/v2/users/7").Header().Get("Sunset") != "" {
		t.Error("v2 has a sunset")
	}
}
