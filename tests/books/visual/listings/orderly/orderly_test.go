package orderly

import "fmt"

func ExampleStream() {
	stream := NewStream[int](2)
	for source := range 3 {
		stream.Add(func(emit func(int)) {
			for step := range 4 {
				emit(10*source + step)
			}
		})
	}
	sum := 0
	stream.Each(func(value int) { sum += value })
	fmt.Println("twelve values, together", sum)
	// Output:
	// twelve values, together 138
}
