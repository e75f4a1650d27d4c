// Package jobstates is the state machine of a job that is retried.
package jobstates

import (
	"errors"
	"time"
)

const (
	Ready   = "ready"
	Running = "running"
	Done    = "done"
	Dead    = "dead"

	Limit = 3
	Lease = time.Minute
	Pause = 10 * time.Second
)

var (
	ErrPermanent = errors.New("will not succeed")
	ErrLost      = errors.New("lease lost")
)

// A Job is a row, and the caller of its methods holds its lock.
type Job struct {
	State    string
	Attempts int
	Due      time.Time // while running: the end of the lease
}

// region print

// Claim starts the next try of a job that is due. While it
// runs, Due is the end of its lease.
func (j *Job) Claim(now time.Time) bool {
	if j.State == Done || j.State == Dead || now.Before(j.Due) {
		return false
	}
	if j.Attempts == Limit { // the last worker died of it
		j.State = Dead
		return false
	}
	j.State, j.Attempts = Running, j.Attempts+1
	j.Due = now.Add(Lease)
	return true
}

func (j *Job) Finish(try int, err error, now time.Time) error {
	switch {
	case j.State != Running || j.Attempts != try:
		return ErrLost // somebody else has it now
	case err == nil:
		j.State = Done
	case try == Limit || errors.Is(err, ErrPermanent):
		j.State = Dead
	default:
		j.State, j.Due = Ready, now.Add(Pause<<(try-1))
	}
	return nil
}

// endregion print
