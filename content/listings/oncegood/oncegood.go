// Package oncegood builds a value once, and again only after a failure.
package oncegood

import "sync"

// region print

// Lazy builds its value at the first Get. Unlike OnceValues it
// keeps no error: the Get after a failed one tries again.
type Lazy[T any] struct {
	Build func() (T, error)

	mu    sync.Mutex
	built bool
	value T
}

func (l *Lazy[T]) Get() (T, error) {
	l.mu.Lock() // the others wait for the first
	defer l.mu.Unlock()
	if !l.built {
		value, err := l.Build()
		if err != nil {
			return *new(T), err
		}
		l.value, l.built = value, true
	}
	return l.value, nil
}

// endregion print
