// Package dedupwindow drops duplicates for a limited time.
package dedupwindow

import (
	"sync"
	"time"
)

// region print

// Window remembers message IDs for as long as Keep.
type Window struct {
	Keep time.Duration
	mu   sync.Mutex
	seen map[string]bool
	old  []entry // oldest first
}

type entry struct {
	id      string
	expires time.Time
}

// First says whether the ID is not in the window yet.
func (w *Window) First(id string, now time.Time) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.old) > 0 && !now.Before(w.old[0].expires) {
		delete(w.seen, w.old[0].id)
		w.old = w.old[1:]
	}
	if w.seen[id] {
		return false
	}
	w.seen[id] = true
	w.old = append(w.old, entry{id, now.Add(w.Keep)})
	return true
}

// endregion print

// New remembers IDs for as long as keep.
func New(keep time.Duration) *Window {
	return &Window{Keep: keep, seen: map[string]bool{}}
}
