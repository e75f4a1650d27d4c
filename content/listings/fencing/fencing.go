// Package fencing pairs a lock that expires with a store that checks.
package fencing

import (
	"errors"
	"sync"
	"time"
)

var (
	ErrHeld  = errors.New("lock is held")
	ErrStale = errors.New("stale fencing token")
)

type Lock struct {
	mu    sync.Mutex
	token int // grows with each holder
	until time.Time
}

func (l *Lock) Acquire(ttl time.Duration) (token int, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if time.Now().Before(l.until) {
		return 0, ErrHeld
	}
	l.token++
	l.until = time.Now().Add(ttl)
	return l.token, nil
}

// Release leaves the lock alone if a later holder has it.
func (l *Lock) Release(token int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if token == l.token {
		l.until = time.Time{}
	}
}

// region print

// Store trusts no holder: it remembers the highest token.
type Store struct {
	mu    sync.Mutex
	token int
	value string
}

func (s *Store) Write(token int, value string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if token < s.token { // a later holder has been here
		return ErrStale
	}
	s.token, s.value = token, value
	return nil
}

// endregion print
