// Package probes serves liveness and readiness.
package probes

import (
	"context"
	"net/http"
	"sync/atomic"
	"time"
)

// region print

type Check struct {
	Name string
	Run  func(context.Context) error
}

type Probes struct {
	Checks   []Check
	Draining atomic.Bool // set on SIGTERM
}

func (p *Probes) Live(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusOK)
}

func (p *Probes) Ready(w http.ResponseWriter, r *http.Request) {
	if p.Draining.Load() {
		http.Error(w, "draining", http.StatusServiceUnavailable)
		return
	}
	ctx, cancel := context.WithTimeout(
		r.Context(), 500*time.Millisecond)
	defer cancel()
	for _, c := range p.Checks {
		if err := c.Run(ctx); err != nil {
			http.Error(w, c.Name, http.StatusServiceUnavailable)
			return
		}
	}
}

// endregion print
