// Package offlinesync queues changes while offline and merges conflicts later.
package offlinesync

import (
	"errors"
	"slices"
)

var ErrConflict = errors.New("version conflict")

// Note is a set of tags with a version.
type Note struct {
	Version int
	Tags    []string
}

// Server keeps one note, and the keys of the changes that it has applied.
type Server struct {
	note Note
	done map[string]bool
}

// region server

// Apply makes a change once, and only to the version it is based on.
func (s *Server) Apply(c Change) (Note, error) {
	if s.done[c.Key] {
		return s.note, nil // the reply to this change was lost
	}
	if s.note.Version != c.Base {
		return s.note, ErrConflict
	}
	s.note = Note{c.Base + 1, c.Tags}
	s.done[c.Key] = true
	return s.note, nil
}

// endregion server

// region print

// Change is a row of the outbox.
type Change struct {
	Key  string   // idempotency key, one a change
	Base int      // the version that the user saw
	Tags []string // as the user left them
}

// Flush posts the oldest change until the outbox is empty.
// On an error that is no conflict, the rest waits.
func Flush(outbox []Change, post func(Change) (Note, error),
	newKey func() string) ([]Change, error) {
	for len(outbox) > 0 {
		c := outbox[0]
		theirs, err := post(c)
		switch {
		case errors.Is(err, ErrConflict):
			tags := slices.Concat(theirs.Tags, c.Tags)
			slices.Sort(tags)
			tags = slices.Compact(tags) // the union of both
			outbox[0] = Change{newKey(), theirs.Version, tags}
		case err != nil:
			return outbox, err
		default:
			outbox = outbox[1:]
		}
	}
	return nil, nil
}

// endregion print
