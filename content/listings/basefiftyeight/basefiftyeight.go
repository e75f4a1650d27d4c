// Package basefiftyeight writes bytes as Base58, the way that Bitcoin does.
package basefiftyeight

import (
	"crypto/sha256"
	"math/big"
	"slices"
)

// region print

const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZ" +
	"abcdefghijkmnopqrstuvwxyz"

// Encode reads b as one large number: not for megabytes.
func Encode(b []byte) string {
	var out []byte
	n, digit := new(big.Int).SetBytes(b), new(big.Int)
	for radix := big.NewInt(58); n.Sign() > 0; {
		n.DivMod(n, radix, digit)
		out = append(out, alphabet[digit.Int64()])
	}
	for i := 0; i < len(b) && b[i] == 0; i++ {
		out = append(out, alphabet[0]) // a leading zero byte
	}
	slices.Reverse(out)
	return string(out)
}

// CheckEncode puts a version in front, a checksum behind.
func CheckEncode(version byte, payload []byte) string {
	b := append([]byte{version}, payload...)
	once := sha256.Sum256(b)
	twice := sha256.Sum256(once[:])
	return Encode(append(b, twice[:4]...))
}

// endregion print
