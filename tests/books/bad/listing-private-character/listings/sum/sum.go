package sum

// region print

func Sum(a, b int) int {
	return a + b // 
}

// endregion print
