// Package rowtests shows a table-driven test and its report.
package rowtests

import (
	"regexp"
	"strings"
	"testing"
)

// region print

func TestSlug(t *testing.T) {
	for _, tc := range []struct {
		name, in, want string
	}{
		{"two words", "Go Maps", "go-maps"},
		{"apostrophe", "It's", "its"},
		{"space around", "  Go ", "go"},
		{"empty", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel() // the rows share nothing
			if got := Slug(tc.in); got != tc.want {
				t.Errorf("Slug(%q) = %q, want %q",
					tc.in, got, tc.want)
			}
		})
	}
}

// endregion print

var unwanted = regexp.MustCompile(`[^a-z0-9 ]`)

// Slug makes a path element of a title.
func Slug(title string) string {
	title = strings.ToLower(title)
	if !bug {
		title = unwanted.ReplaceAllString(title, "")
	}
	return strings.Join(strings.Fields(title), "-")
}

func ExampleSlug() {
	rerun("-test.run=^TestSlug$")

	// Output:
	// --- FAIL: TestSlug (0.00s)
	//     --- FAIL: TestSlug/apostrophe (0.00s)
	//         slug_test.go:24: Slug("It's") = "it's", want "its"
	// FAIL
}
