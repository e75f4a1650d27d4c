package asking

import "fmt"

func ExampleReason() {
	fmt.Println(Reason(Find("")))
	fmt.Println(Reason(Find("secret")))
	// Output:
	// absent: true
	// porter
}
