// Package crashpoints interrupts a handler at each of its steps.
package crashpoints

import "errors"

// Shop is what the outside world has seen.
type Shop struct {
	Mails int
	Paid  bool
}

var errCrash = errors.New("crash")

// region print

// Pay handles a message. The test can let it die at each step.
func Pay(s *Shop, step func() error) error {
	if s.Paid {
		return nil // a duplicate
	}
	if err := step(); err != nil {
		return err
	}
	s.Mails++ // leaves at once
	if err := step(); err != nil {
		return err
	}
	s.Paid = true // commit
	return step() // ack
}

// Crash delivers twice: the first delivery dies at step n.
func Crash(n int) (s Shop, err error) {
	step := func() error {
		if n--; n == 0 {
			return errCrash
		}
		return nil
	}
	_ = Pay(&s, step) // not acked, so it comes again
	return s, Pay(&s, step)
}

// endregion print
