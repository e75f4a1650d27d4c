package latest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
)

func ExampleLatest() {
	config := New[string]()
	config.Set("debug=off")
	value, version, _ := config.Next(context.Background(), 0)
	fmt.Println(version, value)

	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("shutting down"))
	_, _, err := config.Next(ctx, version)
	fmt.Println(err)
	// Output:
	// 1 debug=off
	// shutting down
}

func TestLatest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		config := New[string]()
		var wg sync.WaitGroup
		woken := make(chan int, 100)
		for n := range 5 {
			wg.Go(func() {
				_, version, err := config.Next(context.Background(), n/4) // four wait for 1, one for 2
				if err != nil {
					t.Error(err)
				}
				woken <- version
			})
		}
		synctest.Wait()
		if len(woken) != 0 {
			t.Errorf("%d returned before the first version", len(woken))
		}
		config.Set("a")
		synctest.Wait()
		if len(woken) != 4 {
			t.Errorf("%d returned at version 1, want 4", len(woken))
		}
		config.Set("b")
		wg.Wait()
	})
}

func TestCancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		config := New[int]()
		ctx, cancel := context.WithCancelCause(context.Background())
		boom := errors.New("boom")
		result := make(chan error)
		go func() {
			_, _, err := config.Next(ctx, 0)
			result <- err
		}()
		synctest.Wait()
		cancel(boom)
		if err := <-result; err != boom {
			t.Errorf("got %v, want %v", err, boom)
		}
	})
}
