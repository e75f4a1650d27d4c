package ahead

import "fmt"

func ExampleMeasure() {
	for _, room := range []int{0, 1, 8} {
		fmt.Printf("%+v\n", Measure(room, 100))
	}
	// Output:
	// {Room:0 Most:0}
	// {Room:1 Most:1}
	// {Room:8 Most:8}
}
