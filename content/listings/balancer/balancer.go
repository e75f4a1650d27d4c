// Package balancer spreads requests over backends that are alive.
package balancer

import (
	"context"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync"
	"sync/atomic"
)

// New balances over urls. None gets requests before the first Probe.
func New(client *http.Client, urls ...*url.URL) *Balancer {
	b := &Balancer{client: client}
	for _, u := range urls {
		b.backends = append(b.backends, &Backend{
			health: u.JoinPath("readyz").String(),
			Handler: &httputil.ReverseProxy{
				Transport: client.Transport, // one pool for all
				Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(u); r.SetXForwarded() },
			},
		})
	}
	return b
}

// Backend is a reverse proxy to one server.
type Backend struct {
	http.Handler
	health string
	alive  atomic.Bool
}

// Balancer is a handler.
type Balancer struct {
	client   *http.Client
	backends []*Backend
	turn     atomic.Uint64
}

func get(ctx context.Context, c *http.Client, target string) bool {
	req, err := http.NewRequestWithContext(ctx, "GET", target, nil)
	if err != nil {
		return false
	}
	res, err := c.Do(req)
	if err != nil {
		return false
	}
	res.Body.Close()
	return res.StatusCode == http.StatusOK
}

// region print

func (b *Balancer) ServeHTTP(
	w http.ResponseWriter, r *http.Request,
) {
	n := uint64(len(b.backends))
	turn := b.turn.Add(1)
	for i := range n {
		backend := b.backends[(turn+i)%n]
		if backend.alive.Load() {
			backend.ServeHTTP(w, r) // a ReverseProxy
			return
		}
	}
	http.Error(w, "no backend", http.StatusServiceUnavailable)
}

// Probe asks all backends at once. A ticker calls it, with a
// context that ends before the next tick.
func (b *Balancer) Probe(ctx context.Context) {
	var wg sync.WaitGroup
	for _, backend := range b.backends {
		wg.Go(func() {
			ok := get(ctx, b.client, backend.health)
			backend.alive.Store(ok)
		})
	}
	wg.Wait()
}

// endregion print
