// Package idlesession tests a session that expires, on a fake clock.
package idlesession

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// region print

func TestIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var ended atomic.Bool
		end := func() { ended.Store(true) }
		s := NewSession(30*time.Minute, end)
		t.Log("born ", time.Now().UTC().Format(time.DateTime))

		synctest.Sleep(29 * time.Minute)
		s.Touch() // from here 30 more minutes
		synctest.Sleep(30*time.Minute - 1)
		if ended.Load() {
			t.Error("it ended before its time")
		}
		synctest.Sleep(1) // the last nanosecond
		if !ended.Load() {
			t.Error("it outlived its time")
		}
		t.Log("ended", time.Now().UTC().Format(time.DateTime))
	})
}

// endregion print

// A Session ends when nobody has touched it for a while.
type Session struct {
	idle  time.Duration
	timer *time.Timer
}

// NewSession returns a session that calls end after a pause of idle.
func NewSession(idle time.Duration, end func()) *Session {
	return &Session{idle, time.AfterFunc(idle, end)}
}

// Touch starts the pause anew.
func (s *Session) Touch() { s.timer.Reset(s.idle) }

func ExampleSession() {
	rerun("-test.run=^TestIdle$", "-test.v")

	// Output:
	// === RUN   TestIdle
	//     idle_test.go:18: born  2000-01-01 00:00:00
	//     idle_test.go:30: ended 2000-01-01 00:59:00
	// --- PASS: TestIdle (0.00s)
	// PASS
}
