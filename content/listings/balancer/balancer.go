// Package balancer spreads requests over backends that are alive.
package balancer

import (
	"context"
	"net/http"
	"net/http/httputil"
	"net/url"
	"slices"
	"sync"
	"sync/atomic"
)

// New balances over urls. None gets requests before the first Probe.
func New(client *http.Client, urls ...*url.URL) *Balancer {
	b := &Balancer{client: client}
	b.live.Store(new([]*Backend))
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
}

// Balancer is a handler.
type Balancer struct {
	client   *http.Client
	backends []*Backend
	live     atomic.Pointer[[]*Backend] // of the last Probe
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

// Probe asks all backends at once. A ticker calls it, with a
// context that ends before the next tick.
func (b *Balancer) Probe(ctx context.Context) {
	var wg sync.WaitGroup
	live := make([]*Backend, len(b.backends))
	for i, backend := range b.backends {
		wg.Go(func() {
			if get(ctx, b.client, backend.health) {
				live[i] = backend
			}
		})
	}
	wg.Wait()
	dead := func(b *Backend) bool { return b == nil }
	live = slices.DeleteFunc(live, dead)
	b.live.Store(&live)
}

func (b *Balancer) ServeHTTP(
	w http.ResponseWriter, r *http.Request,
) {
	live := *b.live.Load()
	if len(live) == 0 {
		http.Error(w, "no backend",
			http.StatusServiceUnavailable)
		return
	}
	i := b.turn.Add(1) % uint64(len(live))
	live[i].ServeHTTP(w, r) // a ReverseProxy
}

// endregion print
