// Package ttlregistry knows which instances of a service are alive.
package ttlregistry

import (
	"errors"
	"maps"
	"slices"
	"sync"
	"time"
)

var ErrNoInstance = errors.New("no live instance")

func New(ttl time.Duration) *Registry {
	return &Registry{ttl: ttl, seen: map[string]time.Time{}}
}

// region print

type Registry struct {
	ttl  time.Duration
	mu   sync.Mutex
	seen map[string]time.Time // address to last heartbeat
	turn int
}

// Heartbeat registers addr, or keeps it registered.
func (r *Registry) Heartbeat(addr string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen[addr] = time.Now()
}

// Pick returns the live instances in turn.
func (r *Registry) Pick() (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	maps.DeleteFunc(r.seen, func(_ string, at time.Time) bool {
		return time.Since(at) >= r.ttl
	})
	if len(r.seen) == 0 {
		return "", ErrNoInstance
	}
	live := slices.Sorted(maps.Keys(r.seen))
	r.turn++
	return live[r.turn%len(live)], nil
}

// endregion print
