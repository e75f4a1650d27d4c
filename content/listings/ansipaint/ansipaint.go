// Package ansipaint colours text, where colour is wanted.
package ansipaint

import "fmt"

// region print

// Painter colours one stream; stdout and stderr have one each.
type Painter struct{ on bool }

// For decides for a stream: the --color flag, then NO_COLOR and
// TERM, then whether term.IsTerminal says it is a terminal.
func For(
	flag string, getenv func(string) string, isTerminal bool,
) Painter {
	switch flag {
	case "always":
		return Painter{on: true}
	case "never":
		return Painter{}
	}
	return Painter{on: isTerminal &&
		getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"}
}

// Red wraps text in "bold red" and "reset", or leaves it alone.
func (p Painter) Red(text string) string {
	if !p.on {
		return text
	}
	return fmt.Sprintf("\x1b[1;31m%s\x1b[0m", text)
}

// endregion print
