// Package retrytiers sends failed messages through topics with fixed delays.
package retrytiers

import (
	"context"
	"errors"
	"time"
)

// Message carries its own history.
type Message struct {
	ID      string
	Attempt int
	Due     time.Time
	Cause   string
}

// ErrPermanent marks what no retry can mend.
var ErrPermanent = errors.New("permanent")

// region print

var tiers = []struct {
	topic string
	delay time.Duration
}{{"retry-1m", time.Minute}, {"retry-10m", 10 * time.Minute}}

// Next says where a failed message goes.
func Next(m Message, err error) (string, Message) {
	m.Attempt++
	m.Cause = err.Error()
	if m.Attempt > len(tiers) || errors.Is(err, ErrPermanent) {
		return "dead", m
	}
	tier := tiers[m.Attempt-1]
	m.Due = time.Now().Add(tier.delay)
	return tier.topic, m
}

// Wait is for the consumer of a retry topic. All delays in it
// are equal, so what is behind m is not due before it.
func Wait(ctx context.Context, m Message) error {
	select {
	case <-time.After(time.Until(m.Due)):
		return nil
	case <-ctx.Done():
		return context.Cause(ctx) // not acked: it comes again
	}
}

// endregion print
