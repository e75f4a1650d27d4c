package genericmethod

import (
	"fmt"
	"strconv"
)

func Example() {
	prices := List[int]{250, 999}
	fmt.Printf("%q\n", prices.Map(strconv.Itoa))
	fmt.Println(prices.Fold(0, func(p int) Cents { return Cents(p) }))
	fmt.Println("satisfies the interface:", satisfies(prices))
	// Output:
	// ["250" "999"]
	// 12.49
	// satisfies the interface: false
}
