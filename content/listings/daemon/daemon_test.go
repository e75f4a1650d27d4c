package daemon

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleRun() {
	err := Run(context.Background(),
		func(ctx context.Context) error { // a server
			<-ctx.Done()
			fmt.Println("server stops:", context.Cause(ctx))
			return ctx.Err()
		},
		func(context.Context) error { // a consumer
			return errors.New("consumer: connection lost")
		},
	)
	fmt.Println("exit:", err)
	// Output:
	// server stops: consumer: connection lost
	// exit: consumer: connection lost
}

func until(d time.Duration, err error) func(context.Context) error {
	return func(ctx context.Context) error {
		select {
		case <-time.After(d):
			return err
		case <-ctx.Done():
			time.Sleep(time.Second) // cleans up
			return ctx.Err()
		}
	}
}

func TestRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		if err := Run(t.Context(), until(time.Hour, nil), until(time.Minute, nil)); err != ErrStopped {
			t.Errorf("got %v, want %v", err, ErrStopped)
		}
		if took := time.Since(start); took != time.Minute+time.Second {
			t.Errorf("took %v: Run did not wait for the clean-up", took)
		}

		ctx, cancel := context.WithCancelCause(t.Context())
		signal := errors.New("terminated")
		time.AfterFunc(time.Second, func() { cancel(signal) })
		if err := Run(ctx, until(time.Hour, nil)); err != signal {
			t.Errorf("got %v, want %v", err, signal)
		}
	})
}
