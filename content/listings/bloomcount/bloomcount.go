// Package bloomcount is a Bloom filter whose false positives are counted.
package bloomcount

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
)

// region print

type Filter struct {
	bits      []uint64
	m, hashes uint64 // bits in all, bits set for each key
}

// New sizes a filter for n keys at rate p of false positives.
func New(n, p float64) *Filter {
	m := -n * math.Log(p) / (math.Ln2 * math.Ln2)
	bits := make([]uint64, int(m)/64+1)
	return &Filter{bits, uint64(m), uint64(m/n*math.Ln2 + 0.5)}
}

func (f *Filter) Add(key string) {
	a, b := hash(key)
	for i := range f.hashes { // k hashes out of two
		bit := (a + i*b) % f.m
		f.bits[bit/64] |= 1 << (bit % 64)
	}
}

func (f *Filter) Has(key string) bool {
	a, b := hash(key)
	for i := range f.hashes {
		bit := (a + i*b) % f.m
		if f.bits[bit/64]&(1<<(bit%64)) == 0 {
			return false // certainly not added
		}
	}
	return true // perhaps
}

// endregion print

// hash is the same in every process, unlike that of hash/maphash.
func hash(key string) (a, b uint64) {
	sum := sha256.Sum256([]byte(key))
	return binary.LittleEndian.Uint64(sum[:]), binary.LittleEndian.Uint64(sum[8:]) | 1
}
