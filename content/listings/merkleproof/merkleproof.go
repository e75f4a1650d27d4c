// Package merkleproof builds a Merkle tree with the hashes of RFC 9162.
package merkleproof

import (
	"crypto/sha256"
	"slices"
)

// region print

type Hash [sha256.Size]byte

func leaf(data []byte) Hash {
	return sha256.Sum256(slices.Concat([]byte{0}, data))
}
func node(left, right Hash) Hash {
	return sha256.Sum256(slices.Concat(
		[]byte{1}, left[:], right[:]))
}

type Step struct {
	Sibling Hash
	Left    bool // the sibling stands on the left
}

// Verify climbs from data to a root that the caller trusts.
func Verify(root Hash, data []byte, proof []Step) bool {
	h := leaf(data)
	for _, s := range proof {
		if s.Left {
			h = node(s.Sibling, h)
		} else {
			h = node(h, s.Sibling)
		}
	}
	return h == root
}

// endregion print

// region prove

// Prove returns the root over data, which is not empty, and the
// proof for data[i].
func Prove(data [][]byte, i int) (Hash, []Step) {
	var level []Hash
	for _, d := range data {
		level = append(level, leaf(d))
	}
	var proof []Step
	for len(level) > 1 {
		if j := i ^ 1; j < len(level) { // its neighbour
			proof = append(proof, Step{level[j], j < i})
		}
		var up []Hash
		for pair := range slices.Chunk(level, 2) {
			if len(pair) == 2 {
				up = append(up, node(pair[0], pair[1]))
			} else {
				up = append(up, pair[0]) // odd: goes up alone
			}
		}
		level, i = up, i/2
	}
	return level[0], proof
}

// endregion prove
