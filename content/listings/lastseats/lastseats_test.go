package lastseats

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// region print

func TestManyBuyers(t *testing.T) { // run it with -race
	train, sold := NewTrain(10), atomic.Int64{}
	var buyers sync.WaitGroup
	for range 100 {
		buyers.Go(func() {
			if train.TryTake() {
				sold.Add(1)
			}
		})
	}
	buyers.Wait()
	if n := sold.Load(); n != 10 {
		t.Errorf("sold %d of 10 seats", n)
	}
}

func TestWaitingBuyer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		train, seated := NewTrain(0), false
		go func() { seated = train.Take(t.Context()) == nil }()
		if synctest.Wait(); seated { // the buyer is blocked
			t.Fatal("a seat in a full train")
		}
		train.Return()
		if synctest.Wait(); !seated {
			t.Error("still waiting for a free seat")
		}
	})
}

// endregion print

func TestGivingUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		if err := NewTrain(0).Take(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
}
