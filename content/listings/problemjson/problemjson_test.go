package problemjson

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func create(w http.ResponseWriter, r *http.Request) error {
	switch id := r.FormValue("id"); id {
	case "":
		return &Problem{http.StatusBadRequest, "id is missing"}
	case "7":
		return fmt.Errorf("insert: %w", &Problem{http.StatusConflict, "id 7 exists"})
	case "8":
		return errors.New("dial tcp 10.0.0.3:5432: refused")
	default:
		w.Header().Set("Location", "/v1/users/"+id)
		w.WriteHeader(http.StatusCreated)
		return nil
	}
}

func post(id string) *httptest.ResponseRecorder {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	rec := httptest.NewRecorder()
	Endpoint(create).ServeHTTP(rec, httptest.NewRequest("POST", "/?id="+id, nil))
	return rec
}

func ExampleEndpoint() {
	for _, id := range []string{"9", "", "7", "8"} {
		rec := post(id)
		fmt.Println(strings.TrimSpace(fmt.Sprintf("id=%s: %d %s", id, rec.Code, rec.Body)))
	}
	// Output:
	// id=9: 201
	// id=: 400 {"status":400,"title":"id is missing"}
	// id=7: 409 {"status":409,"title":"id 7 exists"}
	// id=8: 500 {"status":500,"title":"internal"}
}

func TestEndpoint(t *testing.T) {
	if got := post("7").Header().Get("Content-Type"); got != "application/problem+json" {
		t.Error(got)
	}
	if got := post("9").Header().Get("Location"); got != "/v1/users/9" {
		t.Error(got)
	}
	if body := post("8").Body.String(); strings.Contains(body, "5432") {
		t.Error("an address leaked:", body)
	}
}

// What the text says of the order of header and status.
func TestOrder(t *testing.T) {
	rec := httptest.NewRecorder()
	rec.WriteHeader(http.StatusOK)
	rec.Header().Set("X-Late", "1")
	rec.WriteHeader(http.StatusNotFound)
	if resp := rec.Result(); resp.StatusCode != 200 || resp.Header.Get("X-Late") != "" {
		t.Error(resp.Status, resp.Header)
	}
}
