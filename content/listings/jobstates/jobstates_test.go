package jobstates

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

var start = time.Date(2027, time.March, 1, 9, 0, 0, 0, time.UTC)

func ExampleJob() {
	now := start
	j := &Job{State: Ready, Due: now}
	for try := 1; j.Claim(now); try++ {
		now = now.Add(time.Second)
		if err := j.Finish(try, errors.New("timeout"), now); err != nil {
			fmt.Println(err)
		}
		fmt.Println("after try", try, j.State)
		if j.State == Ready {
			fmt.Println("  due in", j.Due.Sub(now))
		}
		now = j.Due
	}
	// Output:
	// after try 1 ready
	//   due in 10s
	// after try 2 ready
	//   due in 20s
	// after try 3 dead
}

func TestJob(t *testing.T) {
	j := &Job{State: Ready, Due: start}
	if j.Claim(start.Add(-1)) {
		t.Error("claimed early")
	}
	if !j.Claim(start) || j.Claim(start.Add(Lease-1)) {
		t.Error("claim, then lease")
	}
	// The first worker hangs, a second takes over.
	if !j.Claim(start.Add(Lease)) {
		t.Error("expired lease")
	}
	if err := j.Finish(1, nil, start); err != ErrLost || j.State != Running {
		t.Error("stale worker:", err, j.State)
	}
	if err := j.Finish(2, nil, start); err != nil || j.State != Done {
		t.Error("second worker:", err, j.State)
	}
	if err := j.Finish(2, nil, start); err != ErrLost {
		t.Error("finished twice:", err)
	}
	if j.Claim(start.Add(24 * time.Hour)) {
		t.Error("claimed a job that is done")
	}

	j = &Job{State: Ready, Due: start}
	j.Claim(start)
	if j.Finish(1, fmt.Errorf("parse: %w", ErrPermanent), start); j.State != Dead {
		t.Error("permanent error:", j.State)
	}

	// Every worker that takes it dies.
	j, now := &Job{State: Ready, Due: start}, start
	for range Limit {
		if !j.Claim(now) {
			t.Fatal("not claimed")
		}
		now = now.Add(Lease)
	}
	if j.Claim(now) || j.State != Dead {
		t.Error("poison job:", j.State)
	}
}
