// Package ecdsasign signs messages with ECDSA on P-256.
package ecdsasign

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
)

// NewKey makes a private key.
func NewKey() (*ecdsa.PrivateKey, error) {
	return ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
}

// region print

func Sign(key *ecdsa.PrivateKey, msg []byte) ([]byte, error) {
	digest := sha256.Sum256(msg)
	return ecdsa.SignASN1(rand.Reader, key, digest[:])
}

// Verify takes the public key as bytes: 0x04, X, Y.
func Verify(public, msg, sig []byte) bool {
	key, err := ecdsa.ParseUncompressedPublicKey(
		elliptic.P256(), public)
	if err != nil {
		return false // not a point on the curve
	}
	digest := sha256.Sum256(msg)
	return ecdsa.VerifyASN1(key, digest[:], sig)
}

// endregion print
