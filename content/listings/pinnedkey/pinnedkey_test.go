package pinnedkey

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"fmt"
	"sync"
	"testing"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A generated RSA key is slow, so all tests share these.
var signers = sync.OnceValue(func() map[string]crypto.Signer {
	_, edward, err := ed25519.GenerateKey(nil)
	return map[string]crypto.Signer{
		"Ed25519":     must(edward, err),
		"ECDSA P-256": must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader)),
		"RSA-PSS":     must(rsa.GenerateKey(rand.Reader, 2048)),
	}
})

func sign(key crypto.Signer, message []byte) []byte {
	hash := sha256.Sum256(message)
	switch key.(type) {
	case ed25519.PrivateKey:
		return must(key.Sign(rand.Reader, message, crypto.Hash(0)))
	case *rsa.PrivateKey:
		return must(key.Sign(rand.Reader, hash[:], &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash, Hash: crypto.SHA256}))
	}
	return must(key.Sign(rand.Reader, hash[:], crypto.SHA256))
}

func Example() {
	for _, name := range []string{"Ed25519", "ECDSA P-256", "RSA-PSS"} {
		key := signers()[name]
		sig := sign(key, []byte("release 1.4.2"))
		fmt.Println(name, Verify(key.Public(), []byte("release 1.4.2"), sig))
		fmt.Println(name, Verify(key.Public(), []byte("release 6.6.6"), sig))
	}
	// Output:
	// Ed25519 <nil>
	// Ed25519 signature does not match
	// ECDSA P-256 <nil>
	// ECDSA P-256 signature does not match
	// RSA-PSS <nil>
	// RSA-PSS signature does not match
}

func TestForgeries(t *testing.T) {
	message := []byte("m")
	for name, key := range signers() {
		for other, thief := range signers() {
			err := Verify(key.Public(), message, sign(thief, message))
			if (err == nil) != (name == other) {
				t.Errorf("signed with %s, verified with %s: %v", other, name, err)
			}
		}
		sig := sign(key, message)
		for _, bad := range [][]byte{nil, {}, sig[1:], append(bytes.Clone(sig), 0), make([]byte, len(sig))} {
			if err := Verify(key.Public(), message, bad); err != ErrSignature {
				t.Errorf("%s: %x: %v", name, bad, err)
			}
		}
	}
}

func TestKeys(t *testing.T) {
	for _, key := range []crypto.PublicKey{nil, "key", []byte("shared"), signers()["RSA-PSS"]} {
		if err := Verify(key, nil, nil); err == nil || err == ErrSignature {
			t.Errorf("%T: %v", key, err)
		}
	}
	if err := Verify(ed25519.PublicKey{1}, nil, nil); err != ErrSignature {
		t.Error("a short key:", err)
	}
}
