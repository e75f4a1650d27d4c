package creditpull

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
)

func filled(n int) Queue {
	queue := make(Queue, n)
	for i := range n {
		queue <- Msg(i)
	}
	return queue
}

func Example() {
	ctx := context.Background()
	queue := filled(5)
	for len(queue) > 0 {
		batch, err := queue.Pull(ctx, 3)
		fmt.Println("pulled", batch, err)
	}
	queue = filled(4)
	close(queue)
	var acks []func()
	queue.Push(3, func(m Msg, ack func()) {
		fmt.Println("pushed", m)
		if acks = append(acks, ack); len(acks) == 3 {
			acks[0]() // or the fourth would never come
		}
	})
	// Output:
	// pulled [0 1 2] <nil>
	// pulled [3 4] <nil>
	// pushed 0
	// pushed 1
	// pushed 2
	// pushed 3
}

func TestPush(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		queue := filled(10)
		close(queue)
		acks := make(chan func(), 10)
		go queue.Push(3, func(_ Msg, ack func()) { acks <- ack })
		for delivered := 3; delivered <= 10; delivered++ {
			synctest.Wait()
			if got := 10 - len(queue); got != min(delivered+1, 10) { // one more is in Push's hands
				t.Errorf("%d left the queue, want %d", got, delivered+1)
			}
			if len(acks) != 3 {
				t.Errorf("%d unacked, want 3", len(acks))
			}
			(<-acks)()
		}
		(<-acks)()
		(<-acks)()
	})
}

func TestPull(t *testing.T) {
	stop := errors.New("shutdown")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(stop)
	if batch, err := make(Queue).Pull(ctx, 3); batch != nil || err != stop {
		t.Errorf("got %v, %v", batch, err)
	}
	synctest.Test(t, func(t *testing.T) {
		queue := make(Queue, 1)
		var got []Msg
		go func() { got, _ = queue.Pull(t.Context(), 3) }()
		synctest.Wait()
		if got != nil {
			t.Error("returned without a message")
		}
		queue <- 7
		synctest.Wait()
		if !slices.Equal(got, []Msg{7}) {
			t.Errorf("got %v", got)
		}
	})
}
