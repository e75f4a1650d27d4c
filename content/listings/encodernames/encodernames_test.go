package encodernames

import (
	"fmt"
	"os"
	"testing"
)

func ExampleNew() {
	for _, format := range []string{"json", "xml", "yaml"} {
		e, err := New(format, os.Stdout)
		if err != nil {
			fmt.Println(err)
			continue
		}
		if err := e.Encode([]int{1, 2}); err != nil {
			fmt.Println(err)
		}
		if format == "xml" {
			fmt.Println()
		}
	}
	// Output:
	// [1,2]
	// <int>1</int><int>2</int>
	// "yaml" is not in ["json" "xml"]
}

func TestUnknown(t *testing.T) {
	if e, err := New("", nil); e != nil || err == nil {
		t.Errorf("got %v, %v", e, err)
	}
}
