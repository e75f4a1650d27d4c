package retryafter

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

// region print

func TestGetWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		handler := http.HandlerFunc(func(
			w http.ResponseWriter, r *http.Request,
		) {
			if r.Method != "GET" || r.URL.Path != "/price" {
				t.Errorf("asked for %s %s", r.Method, r.URL)
			}
			if calls++; calls == 1 {
				w.Header().Set("Retry-After", "30")
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			io.WriteString(w, "9.90")
		})
		srv := httptest.NewTestServer(t, handler)
		client := srv.Client() // sets srv.URL, too
		start := time.Now()    // the bubble's clock
		got, err := Get(t.Context(), client, srv.URL+"/price")
		if err != nil || got != "9.90" {
			t.Errorf("Get = %q, %v", got, err)
		}
		if took := time.Since(start); took != 30*time.Second {
			t.Errorf("it waited %v, want 30s", took)
		}
	})
}

// endregion print

func TestGetGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		retry := "30"
		srv := httptest.NewTestServer(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", retry)
			w.WriteHeader(http.StatusServiceUnavailable)
		}))
		srv.Client() // sets srv.URL
		start := time.Now()
		if got, err := Get(t.Context(), srv.Client(), srv.URL); err == nil {
			t.Errorf("got %q", got)
		}
		if took := time.Since(start); took != 30*time.Second {
			t.Errorf("two attempts took %v", took)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := Get(ctx, srv.Client(), srv.URL); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		retry = "soon"
		if _, err := Get(t.Context(), srv.Client(), srv.URL); err == nil {
			t.Error("no error")
		}
	})
}
