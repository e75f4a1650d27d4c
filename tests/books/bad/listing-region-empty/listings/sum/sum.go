package sum

// region print

// endregion print
