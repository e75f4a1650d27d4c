package embedreport

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

type check struct {
	Name string
	OK   bool
}

func ExampleWrite() {
	err := Write(os.Stdout, "status", map[string]any{
		"Service": "billing",
		"Host":    "db<1>", // text/template escapes nothing
		"Checks":  []check{{"disk", true}, {"replica", false}},
	})
	fmt.Println(err)
	// Output:
	// billing on db<1>
	//   disk     up
	//   replica  DOWN
	// <nil>
}

func TestWrite(t *testing.T) {
	var out strings.Builder
	err := Write(&out, "status", map[string]any{"Service": "billing"})
	if err == nil || out.Len() != 0 {
		t.Errorf("a missing key: got %v and %q", err, &out)
	}
	if err := Write(&out, "absent", nil); err == nil {
		t.Error("an unknown report passed")
	}
}
