// Package clirun shows a program whose main can be tested.
package clirun

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// region print

// Run is the program; main is one line:
// os.Exit(Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
func Run(
	args []string, in io.Reader, out, errOut io.Writer,
) int {
	fs := flag.NewFlagSet("grab", flag.ContinueOnError)
	fs.SetOutput(errOut)
	word := fs.String("word", "", "print lines with this word")
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2 // Parse has written why
	case *word == "":
		fmt.Fprintln(errOut, "grab: want -word")
		return 2 // the command line is wrong
	}
	code, lines := 1, bufio.NewScanner(in) // 1: nothing found
	for lines.Scan() {
		if strings.Contains(lines.Text(), *word) {
			fmt.Fprintln(out, lines.Text())
			code = 0
		}
	}
	if err := lines.Err(); err != nil {
		fmt.Fprintln(errOut, "grab:", err)
		return 2
	}
	return code
}

// endregion print
