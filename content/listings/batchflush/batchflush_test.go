package batchflush

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleRun() {
	in := make(chan Message, 7)
	for id := range 7 {
		in <- Message{id}
	}
	close(in) // the broker's channel ends at shutdown
	err := Run(in, 3, time.Hour, func(batch []Message) error {
		fmt.Println("insert, commit, ack:", batch)
		return nil
	})
	fmt.Println(err)
	// Output:
	// insert, commit, ack: [{0} {1} {2}]
	// insert, commit, ack: [{3} {4} {5}]
	// insert, commit, ack: [{6}]
	// <nil>
}

func TestTimes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		type flushed struct {
			after time.Duration
			size  int
		}
		var got []flushed
		start := time.Now()
		in := make(chan Message)
		ended := make(chan error)
		go func() {
			ended <- Run(in, 3, 200*time.Millisecond, func(batch []Message) error {
				got = append(got, flushed{time.Since(start), len(batch)})
				return nil
			})
		}()
		for _, pause := range []time.Duration{0, 150, 2000, 10, 10, 1000} {
			time.Sleep(pause * time.Millisecond)
			in <- Message{}
		}
		time.Sleep(time.Second)
		in <- Message{}
		time.Sleep(50 * time.Millisecond)
		close(in)
		if err := <-ended; err != nil {
			t.Error(err)
		}
		want := []flushed{
			{200 * time.Millisecond, 2},  // late
			{2170 * time.Millisecond, 3}, // full
			{3370 * time.Millisecond, 1}, // late
			{4220 * time.Millisecond, 1}, // closed
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func TestError(t *testing.T) {
	in := make(chan Message, 3)
	for id := range 3 {
		in <- Message{id}
	}
	down := errors.New("database down")
	calls := 0
	if err := Run(in, 2, time.Hour, func([]Message) error { calls++; return down }); err != down || calls != 1 {
		t.Errorf("got %v after %d calls", err, calls)
	}
}

// A batch that was kept does not change with the next one.
func TestKept(t *testing.T) {
	in := make(chan Message, 4)
	for id := range 4 {
		in <- Message{id}
	}
	close(in)
	var kept [][]Message
	if err := Run(in, 2, time.Hour, func(b []Message) error { kept = append(kept, b); return nil }); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(kept); got != "[[{0} {1}] [{2} {3}] []]" {
		t.Error(got)
	}
}
