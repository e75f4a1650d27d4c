package crashpoints

import (
	"fmt"
	"testing"
)

func ExampleCrash() {
	for n := 1; n <= 4; n++ { // the last one does not crash
		s, err := Crash(n)
		fmt.Printf("crash at step %d: %+v %v\n", n, s, err)
	}
	// Output:
	// crash at step 1: {Mails:1 Paid:true} <nil>
	// crash at step 2: {Mails:2 Paid:true} <nil>
	// crash at step 3: {Mails:1 Paid:true} <nil>
	// crash at step 4: {Mails:1 Paid:true} <nil>
}

// The first delivery fails, and so does one that dies each time.
func TestPay(t *testing.T) {
	for n := 1; n <= 3; n++ {
		var s Shop
		left := n
		err := Pay(&s, func() error {
			if left--; left == 0 {
				return errCrash
			}
			return nil
		})
		if err != errCrash || s.Paid != (n == 3) {
			t.Errorf("step %d: %v, %+v", n, err, s)
		}
	}
}
