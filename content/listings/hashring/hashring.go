// Package hashring assigns keys to the nodes of a cache.
package hashring

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
)

func hash(s string) uint64 {
	sum := sha256.Sum256([]byte(s))
	return binary.BigEndian.Uint64(sum[:])
}

func byHash(a, b point) int { return cmp.Compare(a.hash, b.hash) }

// region print

type point struct {
	hash uint64
	node string
}

type Ring []point

func New(nodes []string, pointsPerNode int) (r Ring) {
	for _, node := range nodes {
		for i := range pointsPerNode {
			h := hash(fmt.Sprint(node, "#", i))
			r = append(r, point{h, node})
		}
	}
	slices.SortFunc(r, byHash)
	return r
}

// Owners walks clockwise from key to n different nodes.
func (r Ring) Owners(key string, n int) (nodes []string) {
	from := point{hash: hash(key)}
	start, _ := slices.BinarySearchFunc(r, from, byHash)
	for i := 0; i < len(r) && len(nodes) < n; i++ {
		node := r[(start+i)%len(r)].node
		if !slices.Contains(nodes, node) {
			nodes = append(nodes, node)
		}
	}
	return nodes
}

// endregion print
