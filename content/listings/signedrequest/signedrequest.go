// Package signedrequest accepts each signed message once.
package signedrequest

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"sync"
	"time"
)

// A Message is what the sender puts into the request and its headers.
type Message struct {
	Method, Path string
	Stamp        int64 // Unix time
	Nonce        string
	Body, Sum    []byte
}

var (
	ErrForged = errors.New("signature does not match")
	ErrStale  = errors.New("outside the time window")
	ErrReplay = errors.New("nonce already used")
)

// region print

const window = 5 * time.Minute

// Sum signs every field; %q keeps their borders apart.
func Sum(key []byte, m Message) []byte {
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%q %q %d %q %q",
		m.Method, m.Path, m.Stamp, m.Nonce, m.Body)
	return mac.Sum(nil)
}

// Check refuses what is forged, then stale, then repeated.
func (g *Gate) Check(m Message) error {
	if !hmac.Equal(m.Sum, Sum(g.Key, m)) {
		return ErrForged
	}
	sent := time.Unix(m.Stamp, 0)
	if time.Since(sent).Abs() > window {
		return ErrStale
	}
	if !g.claim(m.Nonce, sent.Add(window)) {
		return ErrReplay
	}
	return nil
}

// endregion print

// A Gate knows the nonces of the messages that are not stale yet.
type Gate struct {
	Key  []byte
	mu   sync.Mutex
	used map[string]time.Time
}

// claim is SET NX with an expiry: it is true for one caller only.
func (g *Gate) claim(nonce string, until time.Time) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := time.Now()
	maps.DeleteFunc(g.used, func(_ string, until time.Time) bool { return until.Before(now) })
	if g.used == nil {
		g.used = map[string]time.Time{}
	}
	_, found := g.used[nonce]
	if !found {
		g.used[nonce] = until
	}
	return !found
}
