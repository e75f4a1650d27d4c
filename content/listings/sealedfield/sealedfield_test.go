package sealedfield

import (
	"bytes"
	"crypto/cipher"
	"fmt"
	"testing"
)

func keys(ids ...string) Keys {
	k := Keys{ids[len(ids)-1], map[string]cipher.AEAD{}}
	for _, id := range ids {
		key, err := NewKey([32]byte([]byte("a key of 32 bytes for the test " + id[:1])))
		if err != nil {
			panic(err)
		}
		k.ByID[id] = key
	}
	return k
}

func Example() {
	id, box := keys("a").Seal("users/42/iban", "DE02120300000000202051")

	rotated := keys("a", "b") // b seals, a still opens
	value, err := rotated.Open("users/42/iban", id, box)
	fmt.Printf("in its row: %s %v\n", value, err)
	_, err = rotated.Open("users/43/iban", id, box)
	fmt.Println("in another:", err)
	id, _ = rotated.Seal("users/42/iban", string(value))
	fmt.Println("sealed again with key", id)
	// Output:
	// in its row: DE02120300000000202051 <nil>
	// in another: cipher: message authentication failed
	// sealed again with key b
}

func TestSeal(t *testing.T) {
	k := keys("a", "b")
	_, first := k.Seal("p", "value")
	_, second := k.Seal("p", "value")
	if bytes.Equal(first, second) || bytes.Equal(first[:12], second[:12]) {
		t.Error("equal values can be told from the table")
	}
	if len(first) != len("value")+28 || bytes.Contains(first, []byte("value")) {
		t.Errorf("%d bytes: %q", len(first), first)
	}
	for i := range first {
		changed := bytes.Clone(first)
		changed[i] ^= 1
		if got, err := k.Open("p", "b", changed); err == nil {
			t.Errorf("byte %d changed: %q", i, got)
		}
	}
	for _, box := range [][]byte{nil, first[:12], first[:27], first[:len(first)-1]} {
		if got, err := k.Open("p", "b", box); err == nil {
			t.Errorf("%q opens as %q", box, got)
		}
	}
	for _, id := range []string{"", "a", "c"} {
		if got, err := k.Open("p", id, first); err == nil {
			t.Errorf("with key %q it opens as %q", id, got)
		}
	}
}
