package contentid

import (
	"errors"
	"fmt"
	"testing"
)

func Example() {
	cid := CID([]byte("hello IPFS\n"))
	fmt.Println(cid)

	liar := func(string) ([]byte, bool) { return []byte("malware"), true }
	honest := func(string) ([]byte, bool) { return []byte("hello IPFS\n"), true }
	block, err := Get(cid, liar, honest)
	fmt.Printf("%q %v\n", block, err)
	_, err = Get(cid, liar)
	fmt.Println(err)
	// Output:
	// bafkreicouv3sksjuzxb3rbb6rziy6duakk2aikegsmtqtz5rsuppjorxsa
	// "hello IPFS\n" <nil>
	// no peer has the block
}

func TestNobodyHasIt(t *testing.T) {
	empty := CID(nil)
	absent := func(string) ([]byte, bool) { return nil, false }
	if _, err := Get(empty, absent); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}
