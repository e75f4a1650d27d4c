package tabcomplete

import (
	"os"
	"strings"
	"testing"
)

func ExampleComplete() {
	Complete("todo a", os.Stdout)
	Complete("todo list ", os.Stdout)
	// Output:
	// add
	// archive
	// --all
	// --format
}

func TestComplete(t *testing.T) {
	for line, want := range map[string]string{
		"todo":              "",
		"todo ":             "add archive list",
		"todo  l":           "list",
		"todo list --f":     "--format",
		"todo list --all x": "",
		"todo add --due ":   "",
		"":                  "",
	} {
		var out strings.Builder
		Complete(line, &out)
		if got := strings.Join(strings.Fields(out.String()), " "); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
