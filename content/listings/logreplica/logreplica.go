// Package logreplica applies a replicated log to a state machine.
package logreplica

import (
	"encoding/json"
	"fmt"
)

// region print

type Entry struct {
	Index int
	Key   string
	Value int // decided by the leader, never by Apply
}

type Machine struct {
	Applied int
	Data    map[string]int
}

// Apply must give the same result on every replica.
func (m *Machine) Apply(e Entry) error {
	switch {
	case e.Index <= m.Applied:
		return nil // seen before: in the snapshot, or resent
	case e.Index > m.Applied+1:
		return fmt.Errorf("gap after entry %d", m.Applied)
	}
	m.Data[e.Key] = e.Value
	m.Applied = e.Index
	return nil
}

func (m *Machine) Snapshot() ([]byte, error) {
	return json.Marshal(m)
}

// endregion print

// New returns an empty machine.
func New() *Machine { return &Machine{Data: map[string]int{}} }

// Restore builds a machine from a snapshot.
func Restore(snapshot []byte) (*Machine, error) {
	m := New()
	return m, json.Unmarshal(snapshot, m)
}
