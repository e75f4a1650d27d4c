// Package auditchain makes changes to an audit log show.
package auditchain

import (
	"crypto/sha256"
	"fmt"
	"time"
)

// region print

type Entry struct {
	At                            time.Time
	Actor, Action, Target, Source string
	Prev, Hash                    string
}

// Seal links e to the entry before it, whose hash is prev.
func Seal(prev string, e Entry) Entry {
	data := fmt.Appendf(nil, "%q %q %q %q %q %d", prev,
		e.Actor, e.Action, e.Target, e.Source, e.At.UnixMicro())
	e.Prev = prev
	e.Hash = fmt.Sprintf("%x", sha256.Sum256(data))
	return e
}

// Verify returns the index of the first bad entry, or -1.
func Verify(log []Entry) int {
	prev := ""
	for i, e := range log {
		if e != Seal(prev, e) {
			return i
		}
		prev = e.Hash
	}
	return -1
}

// endregion print
