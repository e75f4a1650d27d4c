package deadletter

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"testing"
)

// topics is a broker that may be down.
type topics struct {
	err    error
	queued map[string][]Message
}

func (t *topics) publish(_ context.Context, topic string, m Message) error {
	if t.err == nil {
		t.queued[topic] = append(t.queued[topic], m)
	}
	return t.err
}

func Example() {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	ctx := context.Background()
	broker := &topics{queued: map[string][]Message{}}
	m := Message{ID: "o-17", Topic: "orders", Attempt: 5}
	err := Bury(ctx, broker.publish, m, errors.New("no such customer"))
	dead := broker.queued["orders.dead"][0]
	fmt.Println(err, dead.ID, dead.Header)
	err = Revive(ctx, broker.publish, dead)
	fmt.Println(err, len(broker.queued["orders"]), "in orders")
	// Output:
	// <nil> o-17 map[attempt:5 error:no such customer origin:orders]
	// <nil> 1 in orders
}

func TestBury(t *testing.T) {
	var log bytes.Buffer
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(slog.New(slog.DiscardHandler)) })
	why, down := errors.New("malformed"), errors.New("broker down")
	broker := &topics{err: down, queued: map[string][]Message{}}
	m := Message{ID: "o-17", Topic: "orders", Header: map[string]string{"trace": "abc"}}

	err := Bury(t.Context(), broker.publish, m, why)
	if !errors.Is(err, why) || !errors.Is(err, down) || log.Len() != 0 {
		t.Errorf("got %v and logged %q", err, &log)
	}
	broker.err = nil
	if err := Bury(t.Context(), broker.publish, m, why); err != nil {
		t.Error(err)
	}
	dead := broker.queued["orders.dead"][0]
	if dead.Header["trace"] != "abc" || len(m.Header) != 1 {
		t.Errorf("headers: dead %v, original %v", dead.Header, m.Header)
	}
	if !bytes.Contains(log.Bytes(), []byte("id=o-17 err=malformed")) {
		t.Errorf("logged %q", &log)
	}
	dead.Attempt = 5
	if err := Revive(t.Context(), broker.publish, dead); err != nil || broker.queued["orders"][0].Attempt != 0 {
		t.Errorf("%v, %v", err, broker.queued["orders"])
	}
	again := broker.queued["orders"][0]
	if err := Bury(t.Context(), broker.publish, again, down); err != nil {
		t.Error(err)
	}
	if got := broker.queued["orders.dead"][1].Header["error"]; got != "broker down" {
		t.Errorf("the second time it died of %q", got)
	}
}
