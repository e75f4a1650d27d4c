package jsonends

import (
	"fmt"
	"testing"
)

func say(name string, n []int, err error) {
	fmt.Println(name, n, "failed:", err != nil)
}

func Example() {
	for _, s := range []string{`{"n":1}`, `{"n":1} {"n":2}`} {
		fmt.Println(s)
		n, err := Bytes(s)
		say("  Unmarshal    ", n, err)
		n, err = Stream(s)
		say("  Decode       ", n, err)
		n, err = Whole(s)
		say("  UnmarshalRead", n, err)
	}
	// Output:
	// {"n":1}
	//   Unmarshal     [1] failed: false
	//   Decode        [1] failed: false
	//   UnmarshalRead [1] failed: false
	// {"n":1} {"n":2}
	//   Unmarshal     [] failed: true
	//   Decode        [1 2] failed: false
	//   UnmarshalRead [] failed: true
}

func TestRest(t *testing.T) {
	n, err := Stream(`{"n":1} {"n":`)
	if len(n) != 1 || err == nil {
		t.Error("a cut value:", n, err)
	}
	if n, err := Stream(`{"n":1} {}`); len(n) != 2 || n[1] != 0 || err != nil {
		t.Error("a field survived:", n, err)
	}
	if n, err := Stream(``); len(n) != 0 || err != nil {
		t.Error(n, err)
	}
}
