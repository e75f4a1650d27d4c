// Package askloop asks a question until the answer is valid.
package askloop

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// region print

// Ask repeats the question until valid accepts the answer.
func Ask(
	in *bufio.Reader, out io.Writer, question string,
	valid func(string) error,
) (string, error) {
	for {
		fmt.Fprintf(out, "%s: ", question)
		line, err := in.ReadString('\n')
		if err != nil && line == "" { // Ctrl-D, or input ended
			return "", fmt.Errorf("%s: %w", question, err)
		}
		answer := strings.TrimSpace(line)
		problem := valid(answer)
		if problem == nil {
			return answer, nil
		}
		fmt.Fprintf(out, "  %v\n", problem)
	}
}

// endregion print
