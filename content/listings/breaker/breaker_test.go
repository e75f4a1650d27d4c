package breaker

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

func TestBreaker(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &Breaker{Limit: 3, Cooldown: time.Minute}
		failure := errors.New("refused")
		want := func(when string, want error) {
			t.Helper()
			if got := b.Allow(); got != want {
				t.Errorf("%s: Allow() = %v, want %v", when, got, want)
			}
		}

		for range 2 {
			want("closed", nil)
			b.Record(failure)
		}
		want("after two failures", nil)
		time.Sleep(10 * time.Second)
		b.Record(failure)
		want("open", ErrOpen)
		time.Sleep(time.Minute - 1)
		want("end of the cooldown", ErrOpen)

		time.Sleep(1)
		want("half-open", nil)
		want("second call beside the probe", ErrOpen)
		time.Sleep(time.Second)
		b.Record(failure)
		want("the probe failed", ErrOpen)

		time.Sleep(time.Minute - 1)
		want("end of the second cooldown", ErrOpen)
		time.Sleep(1)
		want("half-open again", nil)
		b.Record(nil)
		want("closed again", nil)
		b.Record(failure)
		b.Record(failure)
		want("two failures since it closed", nil)
		b.Record(nil)
		b.Record(failure)
		want("a success resets the count", nil)
	})
}

// A probe that panics never calls Record; the next one is let through all the same.
func TestLostProbe(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &Breaker{Limit: 1, Cooldown: time.Minute}
		b.Record(errors.New("refused"))
		time.Sleep(time.Minute)
		if err := b.Allow(); err != nil {
			t.Fatal("probe:", err)
		}
		time.Sleep(time.Minute)
		if err := b.Allow(); err != nil {
			t.Error("second probe:", err)
		}
	})
}
