// Package converge applies events that come twice and out of order.
package converge

// region print

type Event struct {
	Key     string
	Version int
	Value   string
	Deleted bool // a tombstone keeps its version
}

// Copy holds the newest event that it has seen of each key.
type Copy map[string]Event

func (c Copy) Apply(e Event) {
	if e.Version > c[e.Key].Version {
		c[e.Key] = e
	}
}

// Repair copies from source what differs, and lists the keys.
func (c Copy) Repair(source Copy) (drifted []string) {
	for key, e := range source {
		if c[key] != e {
			c[key] = e
			drifted = append(drifted, key)
		}
	}
	return drifted
}

// endregion print
