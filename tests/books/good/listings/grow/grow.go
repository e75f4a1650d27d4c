// Package grow shows when append moves a slice.
package grow

// region print

// Moved tells whether appending v gives s another array.
func Moved(s []int, v int) bool {
	if len(s) < cap(s) {
		return false // there is room
	}
	grown := append(s, v)
	return len(s) > 0 && &grown[0] != &s[0]
}

// endregion print
