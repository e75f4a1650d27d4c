package sum

// region prints

func Sum(a, b int) int {
	return a + b
}

// endregion prints
