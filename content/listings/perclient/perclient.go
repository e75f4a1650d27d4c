// Package perclient limits the requests of each client.
package perclient

import (
	"maps"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"
)

// A Limiter allows each client Burst requests at once and one more per Every.
type Limiter struct {
	Every time.Duration
	Burst int
	mu    sync.Mutex
	full  map[netip.Prefix]time.Time
	swept time.Time
}

// region print

// wait takes a token of client's bucket or says when to retry.
// A bucket is one time: when it will be full again.
func (l *Limiter) wait(client netip.Prefix) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	isFull := func(_ netip.Prefix, at time.Time) bool {
		return !at.After(now)
	}
	if l.full == nil {
		l.full = map[netip.Prefix]time.Time{}
	} else if now.Sub(l.swept) > time.Minute {
		maps.DeleteFunc(l.full, isFull) // forget the idle
		l.swept = now
	}
	full := l.full[client]
	if isFull(client, full) {
		full = now
	}
	most := time.Duration(l.Burst-1) * l.Every
	if over := full.Sub(now) - most; over > 0 {
		return over
	}
	l.full[client] = full.Add(l.Every)
	return 0
}

// endregion print

// Wrap answers 429 to clients that ask too often.
func (l *Limiter) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait := l.wait(subnet(r.RemoteAddr)); wait > 0 {
			w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
			http.Error(w, "too many requests", http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// subnet is an IPv4 address, or the /64 that an IPv6 client can choose its addresses from.
func subnet(remote string) netip.Prefix {
	peer, err := netip.ParseAddrPort(remote)
	if err != nil {
		return netip.Prefix{}
	}
	addr := peer.Addr().Unmap()
	prefix, err := addr.WithZone("").Prefix(min(64, addr.BitLen()))
	if err != nil {
		return netip.Prefix{}
	}
	return prefix
}
