package probes

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleProbes() {
	var dbErr error
	p := &Probes{Checks: []Check{
		{"database", func(context.Context) error { return dbErr }},
	}}
	show := func(when string) {
		line := when + ":"
		for _, h := range []http.HandlerFunc{p.Live, p.Ready} {
			w := httptest.NewRecorder()
			h(w, httptest.NewRequest("GET", "/", nil))
			line += fmt.Sprint(" ", w.Code, " ", strings.TrimSpace(w.Body.String()))
		}
		fmt.Println(strings.TrimSpace(strings.Join(strings.Fields(line), " ")))
	}
	show("up")
	dbErr = errors.New("connection refused")
	show("database lost")
	dbErr = nil
	p.Draining.Store(true)
	show("SIGTERM")
	// Output:
	// up: 200 200
	// database lost: 200 503 database
	// SIGTERM: 200 503 draining
}

func TestHangingCheck(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &Probes{Checks: []Check{{"queue", func(ctx context.Context) error {
			<-ctx.Done()
			return ctx.Err()
		}}}}
		start, w := time.Now(), httptest.NewRecorder()
		p.Ready(w, httptest.NewRequest("GET", "/", nil))
		if took := time.Since(start); took != 500*time.Millisecond || w.Code != 503 {
			t.Error(took, w.Code)
		}
	})
}
