// Package deadletter moves aside what keeps failing.
package deadletter

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"strconv"
)

// Message is as the broker hands it over.
type Message struct {
	ID, Topic, Body string
	Attempt         int
	Header          map[string]string
}

// Publish returns nil once the broker has confirmed.
type Publish func(ctx context.Context, topic string, m Message) error

// region print

// Bury is called after the last attempt. It returns nil when
// the original may be acked.
func Bury(
	ctx context.Context, publish Publish, m Message, why error,
) error {
	dead := m
	dead.Header = map[string]string{}
	maps.Copy(dead.Header, m.Header) // such as a trace ID
	dead.Header["error"] = why.Error()
	dead.Header["attempt"] = strconv.Itoa(m.Attempt)
	dead.Header["origin"] = m.Topic
	if err := publish(ctx, m.Topic+".dead", dead); err != nil {
		return errors.Join(why, err) // do not ack
	}
	slog.ErrorContext(ctx, "dead letter",
		"id", m.ID, "err", why)
	return nil
}

// Revive sends a dead letter to where it came from.
func Revive(
	ctx context.Context, publish Publish, dead Message,
) error {
	dead.Attempt = 0
	return publish(ctx, dead.Header["origin"], dead)
}

// endregion print
