package ecdsasign

import (
	"bytes"
	"fmt"
	"testing"
)

func Example() {
	key, err := NewKey()
	if err != nil {
		fmt.Println(err)
		return
	}
	public, err := key.PublicKey.Bytes()
	if err != nil {
		fmt.Println(err)
		return
	}
	msg := []byte("pay bob 10")
	first, err := Sign(key, msg)
	if err != nil {
		fmt.Println(err)
		return
	}
	second, err := Sign(key, msg)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("public key:", len(public), "bytes")
	fmt.Println("valid:", Verify(public, msg, first), Verify(public, msg, second))
	fmt.Println("same signature:", bytes.Equal(first, second))
	fmt.Println("changed message:", Verify(public, []byte("pay bob 90"), first))
	// Output:
	// public key: 65 bytes
	// valid: true true
	// same signature: false
	// changed message: false
}

func TestAttacks(t *testing.T) {
	key, err := NewKey()
	if err != nil {
		t.Fatal(err)
	}
	other, err := NewKey()
	if err != nil {
		t.Fatal(err)
	}
	public, err := key.PublicKey.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	stranger, err := other.PublicKey.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	msg := []byte("pay bob 10")
	sig, err := Sign(key, msg)
	if err != nil {
		t.Fatal(err)
	}
	offCurve := bytes.Clone(public)
	offCurve[64] ^= 1
	flipped := bytes.Clone(sig)
	flipped[len(flipped)-1] ^= 1
	for name, ok := range map[string]bool{
		"other key":         Verify(stranger, msg, sig),
		"off the curve":     Verify(offCurve, msg, sig),
		"no key":            Verify(nil, msg, sig),
		"flipped signature": Verify(public, msg, flipped),
		"cut signature":     Verify(public, msg, sig[:len(sig)-1]),
		"longer signature":  Verify(public, msg, append(bytes.Clone(sig), 0)),
		"no signature":      Verify(public, msg, nil),
	} {
		if ok {
			t.Errorf("%s is accepted", name)
		}
	}
}
