package wordpieces

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func ExamplePieces() {
	vocab := map[string]bool{"go": true, "routine": true, "route": true, "leak": true, "s": true}
	for _, word := range Words("Goroutines leak, naïvely: 2 of 3!") {
		fmt.Println(word, Pieces(vocab, word))
	}
	// Output:
	// goroutines [go routine s]
	// leak [leak]
	// naïvely [n a ï v e l y]
	// 2 [2]
	// of [o f]
	// 3 [3]
}

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"":                       nil,
		"Don't":                  {"don", "t"},
		"cafe\u0301 au lait":     {"cafe\u0301", "au", "lait"}, // e with a combining accent
		"ГОСТ-3410\u00a0сильный": {"гост", "3410", "сильный"},
		"snake_case v1.27":       {"snake", "case", "v1", "27"},
	} {
		if got := Words(text); !slices.Equal(got, want) {
			t.Errorf("Words(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	for _, s := range []string{"goroutines", "ïgo", "\xff\xfego", ""} {
		f.Add(s)
	}
	vocab := map[string]bool{"go": true, "routine": true}
	f.Fuzz(func(t *testing.T, word string) {
		pieces := Pieces(vocab, word)
		if strings.Join(pieces, "") != word {
			t.Fatalf("%q became %q", word, pieces)
		}
		for _, p := range pieces {
			if !vocab[p] && utf8.RuneCountInString(p) != 1 {
				t.Fatalf("unknown piece %q", p)
			}
		}
	})
}
