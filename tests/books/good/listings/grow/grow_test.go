package grow

import "fmt"

func ExampleMoved() {
	s := make([]int, 1, 2)
	fmt.Println(Moved(s, 1))
	fmt.Println(Moved(append(s, 1), 2))
	// Output:
	// false
	// true
}
