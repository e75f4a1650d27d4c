package deadline

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func pause(d time.Duration) func(context.Context) error {
	return func(ctx context.Context) error { return Pause(ctx, d) }
}

func ExampleAll() {
	err := All(context.Background(), 5*time.Millisecond,
		pause(0), pause(time.Hour), pause(2*time.Hour))
	fmt.Println(err)
	// Output:
	// no answer within 5ms
	// no answer within 5ms
}

func TestAll(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		if err := All(t.Context(), time.Minute, pause(time.Second), pause(59*time.Second)); err != nil {
			t.Error("in time:", err)
		}
		if took := time.Since(start); took != 59*time.Second {
			t.Errorf("took %v, want the time of the slowest task, 59s", took)
		}

		start = time.Now()
		if err := All(t.Context(), time.Minute, pause(time.Second), pause(time.Hour)); err == nil {
			t.Error("no error after the limit")
		}
		if took := time.Since(start); took != time.Minute {
			t.Errorf("took %v, want 1m", took)
		}

		var after error
		start = time.Now()
		boom := errors.New("boom")
		err := All(t.Context(), time.Minute,
			func(context.Context) error { return boom },
			func(ctx context.Context) error { <-ctx.Done(); after = ctx.Err(); return nil },
		)
		if err == nil || !errors.Is(err, boom) || after != context.DeadlineExceeded {
			t.Errorf("error %v, ctx.Err() %v", err, after)
		}
	})
}
