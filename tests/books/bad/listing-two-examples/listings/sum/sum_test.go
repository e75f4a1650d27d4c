package sum

import "fmt"

func ExampleSum() {
	fmt.Println(Sum(1, 2))
	// Output: 3
}

func ExampleSum_zero() {
	fmt.Println(Sum(0, 0))
	// Output: 0
}
