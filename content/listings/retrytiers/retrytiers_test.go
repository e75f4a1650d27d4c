package retrytiers

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleNext() {
	down := errors.New("HTTP 503")
	topic, m := Next(Message{ID: "o-17"}, down)
	for topic != "dead" {
		fmt.Println(topic, m.Attempt)
		topic, m = Next(m, down)
	}
	fmt.Println(topic, m.Attempt, m.Cause)
	// Output:
	// retry-1m 1
	// retry-10m 2
	// dead 3 HTTP 503
}

func TestPermanent(t *testing.T) {
	topic, m := Next(Message{}, fmt.Errorf("bad JSON: %w", ErrPermanent))
	if topic != "dead" || m.Attempt != 1 {
		t.Errorf("%s after %d attempts", topic, m.Attempt)
	}
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, first := Next(Message{ID: "a"}, errors.New("down"))
		time.Sleep(10 * time.Second)
		_, second := Next(Message{ID: "b"}, errors.New("down"))
		for i, m := range []Message{first, second} {
			if err := Wait(t.Context(), m); err != nil {
				t.Fatal(err)
			}
			want := time.Minute + time.Duration(i)*10*time.Second
			if got := time.Since(start); got != want {
				t.Errorf("%s came after %v, want %v", m.ID, got, want)
			}
		}
		if err := Wait(t.Context(), first); err != nil {
			t.Error("an overdue message must not wait:", err)
		}
		stop := errors.New("shutdown")
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(stop)
		_, m := Next(Message{}, stop)
		if err := Wait(ctx, m); err != stop {
			t.Errorf("got %v, want %v", err, stop)
		}
	})
}
