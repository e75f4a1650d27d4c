// Package tabcomplete answers bash when Tab is pressed.
package tabcomplete

import (
	"fmt"
	"io"
	"strings"
)

// region print

// follow lists what may come after each sequence of words.
var follow = map[string][]string{
	"todo":      {"add", "archive", "list"},
	"todo list": {"--all", "--format"},
	"todo add":  {"--due"},
}

// Complete prints the words that may end line. In bash, after
// "complete -C todo todo", every Tab runs todo with COMP_LINE
// set to the line; main then calls Complete and nothing else.
func Complete(line string, out io.Writer) {
	cut := strings.LastIndexByte(line, ' ') + 1
	words, last := strings.Fields(line[:cut]), line[cut:]
	for _, word := range follow[strings.Join(words, " ")] {
		if strings.HasPrefix(word, last) {
			fmt.Fprintln(out, word)
		}
	}
}

// endregion print
