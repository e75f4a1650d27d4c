package sum

import "fmt"

func ExampleSum() {
	fmt.Println(Sum(1, 2))
	// Output: 3
}
