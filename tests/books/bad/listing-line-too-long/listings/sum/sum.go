package sum

// region print

func Sum(a, b int) int {
	return a + b // which is more than either, if neither is below 0
}

// endregion print
