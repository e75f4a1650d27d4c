// Package ringjoin measures what moves when a node joins a hash ring.
package ringjoin

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
)

func hash(s string) uint64 {
	sum := sha256.Sum256([]byte(s))
	return binary.BigEndian.Uint64(sum[:])
}

// region print

type Ring struct {
	points []uint64 // sorted
	owner  map[uint64]string
}

// Join adds a node; one with twice the memory gets twice the
// points.
func (r *Ring) Join(node string, points int) {
	if r.owner == nil {
		r.owner = map[uint64]string{}
	}
	for i := range points {
		h := hash(fmt.Sprint(node, "#", i))
		at, taken := slices.BinarySearch(r.points, h)
		if !taken {
			r.points = slices.Insert(r.points, at, h)
			r.owner[h] = node
		}
	}
}

// Owner needs a ring with at least one node.
func (r *Ring) Owner(key string) string {
	at, _ := slices.BinarySearch(r.points, hash(key))
	return r.owner[r.points[at%len(r.points)]]
}

// endregion print
