// Package lastseats sells a limited number of seats to many buyers.
package lastseats

import "context"

// A Train has free seats to take.
type Train struct{ free chan struct{} }

// NewTrain returns a train with n free seats.
func NewTrain(n int) *Train {
	t := &Train{free: make(chan struct{}, n)}
	for range n {
		t.free <- struct{}{}
	}
	return t
}

// TryTake takes a seat if one is free.
func (t *Train) TryTake() bool {
	select {
	case <-t.free:
		return true
	default:
		return false
	}
}

// Take waits for a seat.
func (t *Train) Take(ctx context.Context) error {
	select {
	case <-t.free:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// Return gives a seat back.
func (t *Train) Return() { t.free <- struct{}{} }
