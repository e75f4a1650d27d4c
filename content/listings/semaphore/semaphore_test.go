package semaphore

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleSemaphore() {
	ctx, cancel := context.WithCancelCause(context.Background())
	sem := New(2)
	fmt.Println("first: ", sem.Acquire(ctx))
	fmt.Println("second:", sem.Acquire(ctx))
	cancel(errors.New("no permit in time"))
	fmt.Println("third: ", sem.Acquire(ctx))
	sem.Release()
	fmt.Println("after a release:", sem.Acquire(context.Background()))
	// Output:
	// first:  <nil>
	// second: <nil>
	// third:  no permit in time
	// after a release: <nil>
}

func TestBound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sem, start := New(2), time.Now()
		var wg sync.WaitGroup
		for range 6 {
			wg.Go(func() {
				if err := sem.Acquire(t.Context()); err != nil {
					t.Error(err)
					return
				}
				defer sem.Release()
				time.Sleep(time.Second)
			})
		}
		wg.Wait()
		if took := time.Since(start); took != 3*time.Second {
			t.Errorf("six seconds of work took %v on two permits, want 3s", took)
		}
	})
}

func TestReleaseTooOften(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	New(1).Release()
}
