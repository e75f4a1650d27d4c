// Package wordpieces splits text into words, and words into known pieces.
package wordpieces

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// region print

// Words folds case and cuts at all but letters, marks, digits.
func Words(text string) []string {
	cut := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) &&
			!unicode.IsDigit(r)
	}
	return strings.FieldsFunc(strings.ToLower(text), cut)
}

// Pieces cuts a word, from the left, into the longest pieces
// that the vocabulary holds; an unknown rune stands alone.
func Pieces(vocab map[string]bool, word string) []string {
	var pieces []string
	for word != "" {
		_, one := utf8.DecodeRuneInString(word)
		end := len(word)
		for end > one && !vocab[word[:end]] {
			end--
		}
		pieces = append(pieces, word[:end])
		word = word[end:]
	}
	return pieces
}

// endregion print
