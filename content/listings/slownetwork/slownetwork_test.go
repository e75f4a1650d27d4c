// Package slownetwork tests a client against a network that is slow.
package slownetwork

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

// region print

// Slow delays each request, unless its context ends first.
type Slow struct {
	http.RoundTripper
	Delay time.Duration
}

func (s Slow) RoundTrip(
	r *http.Request,
) (*http.Response, error) {
	select {
	case <-time.After(s.Delay):
		return s.RoundTripper.RoundTrip(r)
	case <-r.Context().Done():
		return nil, context.Cause(r.Context()) // GET: no body
	}
}

func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := httptest.NewTestServer(t, shop).Client()
		client.Transport = Slow{client.Transport, time.Hour}
		client.Timeout = 2 * time.Second
		start := time.Now() // the clock of the bubble
		_, err := client.Get("http://shop.example/")
		took := time.Since(start)
		if err == nil || took != client.Timeout {
			t.Errorf("%v after %v", err, took)
		}
	})
}

// endregion print

var shop = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})

func TestDelay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := httptest.NewTestServer(t, shop).Client()
		client.Transport = Slow{client.Transport, time.Second}
		client.Timeout = 2 * time.Second
		start := time.Now()
		resp, err := client.Get("http://shop.example/")
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if took := time.Since(start); took != time.Second {
			t.Errorf("took %v", took)
		}
	})
}
