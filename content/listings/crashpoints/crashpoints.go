// Package crashpoints interrupts a handler after each of its steps.
package crashpoints

import "errors"

// region print

var errCrash = errors.New("crash")

// Redeliver lets the first delivery die at its first step, then
// at the second and so on, and delivers again. The last round
// has no crash: it is a plain duplicate.
func Redeliver[S any](
	fresh func() S,
	handle func(state S, step func() error) error,
	check func(crash int, state S),
) error {
	for crash := 1; ; crash++ {
		state, steps := fresh(), 0
		step := func() error {
			if steps++; steps == crash {
				return errCrash
			}
			return nil
		}
		first := handle(state, step)
		if err := handle(state, step); err != nil {
			return err
		}
		check(crash, state)
		if !errors.Is(first, errCrash) {
			return first
		}
	}
}

// endregion print
