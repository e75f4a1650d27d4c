package reorgwalk

import (
	"errors"
	"fmt"
	"testing"
)

// chain names each block; its hash is its name, its parent the name before.
func chain(names ...string) func(uint64) (*Block, error) {
	return func(height uint64) (*Block, error) {
		if height >= uint64(len(names)) {
			return nil, nil
		}
		b := &Block{Height: height, Hash: names[height]}
		if height > 0 {
			b.Parent = names[height-1]
		}
		return b, nil
	}
}

func (x *Index) String() string {
	var hashes []string
	for _, row := range x.rows {
		hashes = append(hashes, row.Hash)
	}
	return fmt.Sprint(hashes)
}

func ExampleIndex_Sync() {
	var x Index
	for _, node := range []func(uint64) (*Block, error){
		chain("a", "b", "c", "d"),
		chain("a", "b", "c2", "d2", "e2"), // two blocks replaced
	} {
		if err := x.Sync(node); err != nil {
			fmt.Println(err)
		}
		fmt.Println(&x)
	}
	// Output:
	// [a b c d]
	// [a b c2 d2 e2]
}

func TestSyncError(t *testing.T) {
	var x Index
	broken := errors.New("node is down")
	err := x.Sync(func(height uint64) (*Block, error) {
		if height == 1 {
			return nil, broken
		}
		return chain("a")(height)
	})
	if !errors.Is(err, broken) || len(x.rows) != 1 {
		t.Errorf("got %v with %d rows", err, len(x.rows))
	}
}
