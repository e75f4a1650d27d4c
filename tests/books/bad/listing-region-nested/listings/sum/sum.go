package sum

// region print

func Sum(a, b int) int {
	// region body
	return a + b
}

// endregion print
