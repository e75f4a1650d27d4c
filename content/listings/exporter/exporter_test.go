package exporter

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"testing"
)

func ExampleExporter() {
	var failure error
	e := &Exporter{func(context.Context) (map[string]int, error) {
		return map[string]int{"mail": 7, `C:\new "jobs"`: 2}, failure
	}}
	scrape := func() {
		w := httptest.NewRecorder()
		e.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
		fmt.Print(w.Body)
	}
	scrape()
	failure = errors.New("connection refused")
	scrape()
	// Output:
	// # HELP broker_up Whether the broker answered.
	// # TYPE broker_up gauge
	// broker_up 1
	// # HELP broker_messages Waiting, without "dead" ones.
	// # TYPE broker_messages gauge
	// broker_messages{queue="C:\\new \"jobs\""} 2
	// broker_messages{queue="mail"} 7
	// # HELP broker_up Whether the broker answered.
	// # TYPE broker_up gauge
	// broker_up 0
	// # HELP broker_messages Waiting, without "dead" ones.
	// # TYPE broker_messages gauge
}

func TestEscape(t *testing.T) {
	const text = "a\\b\n\"c\""
	if got := help.Replace(text); got != `a\\b\n"c"` {
		t.Error(got)
	}
	if got := val.Replace(text); got != `a\\b\n\"c\"` {
		t.Error(got)
	}
}
