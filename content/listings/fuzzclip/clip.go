// Package fuzzclip shortens text without cutting a character.
package fuzzclip

import "unicode/utf8"

// Clip returns the longest prefix of s that has at most limit bytes
// and does not end inside a character.
func Clip(s string, limit int) string {
	if limit < 0 {
		limit = 0
	}
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit]
}
