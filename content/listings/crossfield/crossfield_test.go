package crossfield

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

var monday = time.Date(2027, time.March, 1, 15, 0, 0, 0, time.UTC)

func ExampleBooking_Validate() {
	b := Booking{Guests: 5, From: monday, To: monday}
	err := b.Validate()
	fmt.Println(err)
	if p, ok := errors.AsType[Problems](err); ok {
		fmt.Println("to", p["to"])
	}
	b = Booking{Guests: 2, From: monday, To: monday.AddDate(0, 0, 3)}
	fmt.Println(b.Validate() == nil)
	// Output:
	// invalid: guests, to
	// to must be later than from
	// true
}

func TestGuests(t *testing.T) {
	for guests, valid := range map[int]bool{0: false, 1: true, 4: true, 5: false} {
		b := Booking{guests, monday, monday.Add(time.Hour)}
		if err := b.Validate(); (err == nil) != valid {
			t.Errorf("%d guests: %v", guests, err)
		}
	}
	if err := (Booking{1, monday, monday.Add(-1)}).Validate(); err == nil {
		t.Error("left before it arrived")
	}
}
