// Package sessionrenew keeps sessions on the server.
package sessionrenew

import (
	"crypto/rand"
	"crypto/sha256"
	"net/http"
	"sync"
	"time"
)

const cookie = "__Host-session"

type session struct {
	user string
	ends time.Time
}

// Sessions knows its sessions by the hash of their IDs.
type Sessions struct {
	Life time.Duration
	mu   sync.Mutex
	live map[[32]byte]session
}

// New makes an empty store.
func New(life time.Duration) *Sessions {
	return &Sessions{Life: life, live: map[[32]byte]session{}}
}

// region print

// Start logs user in: a new ID, and the old one is dead.
func (s *Sessions) Start(
	w http.ResponseWriter, r *http.Request, user string,
) {
	s.End(r)
	id := rand.Text()
	s.mu.Lock()
	s.live[sha256.Sum256([]byte(id))] = session{
		user, time.Now().Add(s.Life)}
	s.mu.Unlock()
	http.SetCookie(w, &http.Cookie{Name: cookie, Value: id,
		Path: "/", MaxAge: int(s.Life.Seconds()), Secure: true,
		HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

// User says whose session r belongs to, if any.
func (s *Sessions) User(r *http.Request) (string, bool) {
	c, err := r.Cookie(cookie)
	if err != nil {
		return "", false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	found, ok := s.live[sha256.Sum256([]byte(c.Value))]
	return found.user, ok && time.Now().Before(found.ends)
}

// endregion print

// End revokes the session of r at once.
func (s *Sessions) End(r *http.Request) {
	if c, err := r.Cookie(cookie); err == nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.live, sha256.Sum256([]byte(c.Value)))
	}
}
