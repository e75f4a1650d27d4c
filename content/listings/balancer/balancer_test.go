package balancer

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// server answers with its name, and is ready while ready says so.
func server(name string, ready *atomic.Bool) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/readyz" {
			if !ready.Load() {
				w.WriteHeader(http.StatusServiceUnavailable)
			}
			return
		}
		io.WriteString(w, name)
	}))
}

func ExampleBalancer() {
	ctx := context.Background()
	var urls []*url.URL
	ready := make([]atomic.Bool, 3)
	for i, name := range []string{"a", "b", "c"} {
		ready[i].Store(true)
		s := server(name, &ready[i])
		defer s.Close()
		u, _ := url.Parse(s.URL)
		urls = append(urls, u)
	}
	b := New(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}, urls...)
	ask := func(when string) {
		var got []string
		for range 6 {
			w := httptest.NewRecorder()
			b.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
			got = append(got, strings.TrimSpace(w.Body.String()))
		}
		fmt.Println(when, strings.Join(got, " "))
	}
	b.Probe(ctx)
	ask("all ready:")
	ready[1].Store(false)
	b.Probe(ctx)
	ask("without b:")
	ready[1].Store(true)
	b.Probe(ctx)
	ask("b is back:")
	// Output:
	// all ready: b c a b c a
	// without b: c a c a c a
	// b is back: b c a b c a
}

func TestNobody(t *testing.T) {
	var ready atomic.Bool
	s := server("a", &ready)
	defer s.Close()
	u, _ := url.Parse(s.URL)
	b := New(s.Client(), u)
	b.Probe(t.Context())
	w := httptest.NewRecorder()
	b.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != http.StatusServiceUnavailable {
		t.Error(w.Code)
	}
}

// A backend that hangs is dead when the context of the round ends,
// and does not keep the others from being probed.
func TestHangingProbe(t *testing.T) {
	var ready atomic.Bool
	ready.Store(true)
	good := server("good", &ready)
	defer good.Close()
	hanging := make(chan struct{})
	bad := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(hanging)
		<-r.Context().Done()
	}))
	defer bad.Close()
	u, _ := url.Parse(bad.URL)
	v, _ := url.Parse(good.URL)
	b := New(http.DefaultClient, u, v)
	b.live.Store(&b.backends)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	var wg sync.WaitGroup
	wg.Go(func() { b.Probe(ctx) })
	<-hanging
	cancel()
	wg.Wait()
	if live := *b.live.Load(); slices.Contains(live, b.backends[0]) {
		t.Error("the hanging backend is alive")
	}
}
