package rowtests

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
)

// bug is set in the process that rerun starts: there the code under test is wrong.
var bug = os.Getenv("HANDBOOK_BUG") != ""

var durations = regexp.MustCompile(`\b\d+\.\d\ds\b`)

// rerun runs this test binary with args and prints its report, every duration as 0.00s.
func rerun(args ...string) {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), "HANDBOOK_BUG=1")
	report, _ := cmd.CombinedOutput() // a failing test is what we want to see
	fmt.Print(durations.ReplaceAllString(string(report), "0.00s"))
}
