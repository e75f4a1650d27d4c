// Package pinnedkey verifies detached signatures.
package pinnedkey

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"errors"
	"fmt"
)

// region print

var ErrSignature = errors.New("signature does not match")

// Verify checks a signature under a key that you pinned.
// The key's type chooses the algorithm, never the message.
func Verify(key crypto.PublicKey, message, sig []byte) error {
	hash := sha256.Sum256(message)
	ok := false
	switch key := key.(type) {
	case ed25519.PublicKey: // takes the message itself
		ok = len(key) == ed25519.PublicKeySize &&
			ed25519.Verify(key, message, sig)
	case *ecdsa.PublicKey:
		ok = ecdsa.VerifyASN1(key, hash[:], sig)
	case *rsa.PublicKey:
		ok = rsa.VerifyPSS(
			key, crypto.SHA256, hash[:], sig, nil) == nil
	default:
		return fmt.Errorf("no algorithm for a key of %T", key)
	}
	if !ok {
		return ErrSignature
	}
	return nil
}

// endregion print
