package drain

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestStop(t *testing.T) {
	tests := []struct {
		name          string
		grace         time.Duration
		err           error
		done, aborted int
		took          time.Duration
	}{
		{"everything drains", 3 * time.Second, nil, 4, 0, 2 * time.Second},
		{"the deadline aborts", 1500 * time.Millisecond, context.DeadlineExceeded, 2, 2, 1600 * time.Millisecond},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				pool := New(2)
				results := make(chan error, 4)
				submit := func() error {
					return pool.Submit(func(ctx context.Context) {
						select {
						case <-time.After(time.Second):
						case <-ctx.Done():
							time.Sleep(100 * time.Millisecond) // rolls back
						}
						results <- ctx.Err()
					})
				}
				for range 4 {
					if err := submit(); err != nil {
						t.Fatal(err)
					}
					synctest.Wait()
				}
				if err := submit(); err != ErrFull {
					t.Errorf("fifth job: %v, want %v", err, ErrFull)
				}

				start := time.Now()
				ctx, cancel := context.WithTimeout(context.Background(), test.grace)
				defer cancel()
				if err := pool.Stop(ctx); err != test.err {
					t.Errorf("Stop() = %v, want %v", err, test.err)
				}
				if took := time.Since(start); took != test.took {
					t.Errorf("took %v, want %v", took, test.took)
				}
				if err := submit(); err != ErrClosed {
					t.Errorf("Submit after Stop: %v, want %v", err, ErrClosed)
				}
				if err := pool.Stop(context.Background()); err != nil {
					t.Error("second Stop:", err)
				}

				close(results)
				done, aborted := 0, 0
				for err := range results {
					if err == nil {
						done++
					} else {
						aborted++
					}
				}
				if done != test.done || aborted != test.aborted {
					t.Errorf("%d done and %d aborted, want %d and %d", done, aborted, test.done, test.aborted)
				}
			})
		})
	}
}

// Workers that finish in time get a context that is still alive.
func TestStopIdle(t *testing.T) {
	pool := New(1)
	if err := pool.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}
