package merkleproof

import (
	"encoding/hex"
	"fmt"
	"slices"
	"testing"
)

func Example() {
	payments := [][]byte{[]byte("a 1"), []byte("b 2"), []byte("c 3"), []byte("d 4"), []byte("e 5")}
	root, proof := Prove(payments, 2)
	fmt.Println("hashes in the proof:", len(proof))
	fmt.Println("c 3 is in:", Verify(root, []byte("c 3"), proof))
	fmt.Println("c 9 is in:", Verify(root, []byte("c 9"), proof))
	// Output:
	// hashes in the proof: 3
	// c 3 is in: true
	// c 9 is in: false
}

// The inputs and the roots are those of the Certificate Transparency project's tests.
func TestKnownRoots(t *testing.T) {
	var inputs [][]byte
	for _, s := range []string{"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
		"606162636465666768696a6b6c6d6e6f"} {
		b, err := hex.DecodeString(s)
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, b)
	}
	for n, want := range map[int]string{
		1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	} {
		if root, _ := Prove(inputs[:n], 0); fmt.Sprintf("%x", root) != want {
			t.Errorf("%d leaves: %x, want %s", n, root, want)
		}
	}
	for n := 1; n <= len(inputs); n++ {
		for i := range n {
			root, proof := Prove(inputs[:n], i)
			if !Verify(root, inputs[i], proof) {
				t.Errorf("leaf %d of %d does not verify", i, n)
			}
		}
	}
}

// An inner node's bytes must not pass as a leaf of a shorter tree.
func TestSecondPreimage(t *testing.T) {
	data := [][]byte{[]byte("a"), []byte("b"), []byte("c"), []byte("d")}
	root, proof := Prove(data, 0)
	a, b := leaf(data[0]), leaf(data[1])
	for _, forged := range [][]byte{slices.Concat(a[:], b[:]), slices.Concat([]byte{1}, a[:], b[:])} {
		if Verify(root, forged, proof[1:]) {
			t.Errorf("%x passes as a leaf", forged)
		}
	}
}
