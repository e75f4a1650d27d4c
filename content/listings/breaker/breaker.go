// Package breaker stops calling a dependency that keeps failing.
package breaker

import (
	"errors"
	"sync"
	"time"
)

var ErrOpen = errors.New("circuit open")

// region print

type Breaker struct {
	Limit    int           // failures in a row that open it
	Cooldown time.Duration // pause before each probe
	mu       sync.Mutex
	failures int
	retryAt  time.Time
}

// Allow reports ErrOpen instead of letting a call through.
func (b *Breaker) Allow() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := time.Now()
	if b.failures >= b.Limit && now.Before(b.retryAt) {
		return ErrOpen
	}
	b.retryAt = now.Add(b.Cooldown) // one probe per cooldown
	return nil
}

// Record takes the result of a call that Allow let through.
func (b *Breaker) Record(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.failures++
	if err == nil {
		b.failures = 0
	}
	b.retryAt = time.Now().Add(b.Cooldown)
}

// endregion print
