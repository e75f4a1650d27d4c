package subcmds

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

func ExampleRun() {
	fmt.Println(Run([]string{"add", "-due", "friday", "milk"}, os.Stdout))
	fmt.Println(Run([]string{"add", "milk", "-due", "friday"}, os.Stdout))
	fmt.Println(Run([]string{"ad", "milk"}, os.Stdout))
	// Output:
	// due friday: ["milk"]
	// <nil>
	// due never: ["milk" "-due" "friday"]
	// <nil>
	// todo: unknown command "ad"
}

func TestRun(t *testing.T) {
	if err := Run(nil, io.Discard); err == nil || !strings.HasPrefix(err.Error(), "usage") {
		t.Errorf("no command: got %v", err)
	}
	var out strings.Builder
	if err := Run([]string{"list", "-all"}, &out); err != nil || !strings.Contains(out.String(), "true") {
		t.Errorf("list: %v, %q", err, &out)
	}
	out.Reset()
	if err := Run([]string{"add", "-h"}, &out); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("help: got %v", err)
	}
	if !strings.Contains(out.String(), "Usage of todo add") {
		t.Errorf("help went elsewhere: %q", &out)
	}
	if err := Run([]string{"add", "-x"}, io.Discard); err == nil {
		t.Error("an unknown flag passed")
	}
}
