// Package exitstatus tests a program's exit code by running it.
package exitstatus

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// region print

func TestMain(m *testing.M) {
	if os.Getenv("RUN_AS_PROGRAM") != "" {
		main() // this process is the program
		os.Exit(0)
	}
	m.Run() // go test exits with its result
}

func TestExitCode(t *testing.T) {
	for args, want := range map[string]int{
		"create box": 0,
		"create":     1, // an argument is missing
		"creat box":  2, // no such command
	} {
		cmd := exec.CommandContext(
			t.Context(), os.Args[0], strings.Fields(args)...)
		cmd.Env = append(os.Environ(), "RUN_AS_PROGRAM=1")
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState == nil {
			t.Fatal(err) // it did not even start
		}
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("%q exits with %d: %s", args, got, out)
		}
	}
}

// endregion print

func main() {
	switch args := os.Args[1:]; {
	case len(args) == 0 || args[0] != "create":
		fmt.Fprintln(os.Stderr, "vm: no such command")
		os.Exit(2)
	case len(args) != 2:
		fmt.Fprintln(os.Stderr, "vm: create wants a name")
		os.Exit(1)
	}
	fmt.Println("created", os.Args[2])
}
