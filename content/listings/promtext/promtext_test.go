package promtext

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
)

func ExampleCounter() {
	jobs := NewCounter("jobs_total", "Jobs by result.", "result")
	for _, result := range []string{"ok", "failed", "ok", `bad "ID"`} {
		jobs.Inc(result)
	}
	w := httptest.NewRecorder()
	jobs.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	fmt.Print(w.Body)
	// Output:
	// # HELP jobs_total Jobs by result.
	// # TYPE jobs_total counter
	// jobs_total{result="bad \"ID\""} 1
	// jobs_total{result="failed"} 1
	// jobs_total{result="ok"} 2
}

func TestEscape(t *testing.T) {
	c := NewCounter("c", "", "l")
	c.Inc("a\\b\nc")
	w := httptest.NewRecorder()
	c.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	if !strings.Contains(w.Body.String(), `c{l="a\\b\nc"} 1`) {
		t.Error(w.Body)
	}
	if got := w.Header().Get("Content-Type"); got != "text/plain; version=0.0.4" {
		t.Error(got)
	}
}
