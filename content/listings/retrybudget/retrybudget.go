// Package retrybudget keeps retries a small share of the calls.
package retrybudget

import (
	"errors"
	"sync"
)

var ErrTransient = errors.New("may pass")

// region print

type Budget struct {
	Ratio, Max float64 // retries earned per call, and saved
	mu         sync.Mutex
	tokens     float64
}

func (b *Budget) change(by float64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	enough := b.tokens+by >= 0
	if enough {
		b.tokens = min(b.tokens+by, b.Max)
	}
	return enough
}

// Do retries an idempotent call, with pauses from wait.
func (b *Budget) Do(limit int, wait, call func() error) error {
	b.change(b.Ratio)
	for n := 1; ; n++ {
		err := call()
		again := errors.Is(err, ErrTransient) && n < limit
		if !again || !b.change(-1) {
			return err
		}
		if ended := wait(); ended != nil {
			return errors.Join(ended, err)
		}
	}
}

// endregion print
