// Package sealedfield encrypts single columns.
package sealedfield

import (
	"crypto/aes"
	"crypto/cipher"
	"fmt"
)

// region print

// NewKey makes an AES-256-GCM key; b comes from the KMS.
func NewKey(b [32]byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(b[:])
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// Keys are known by ID: Current seals, all of them open.
type Keys struct {
	Current string
	ByID    map[string]cipher.AEAD
}

// Seal encrypts for a place, as "users/42/iban".
func (k Keys) Seal(place, value string) (id string, b []byte) {
	return k.Current, k.ByID[k.Current].Seal(
		nil, nil, []byte(value), []byte(place))
}

// Open decrypts a value, if it is still in its place.
func (k Keys) Open(place, id string, b []byte) ([]byte, error) {
	key, ok := k.ByID[id]
	if !ok {
		return nil, fmt.Errorf("unknown key %q", id)
	}
	return key.Open(nil, nil, b, []byte(place))
}

// endregion print
