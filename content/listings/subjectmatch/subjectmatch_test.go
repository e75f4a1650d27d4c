package subjectmatch

import (
	"fmt"
	"testing"
)

func ExampleMatch() {
	for _, pattern := range []string{
		"orders.*.paid", "orders.*", "orders.>", ">",
	} {
		fmt.Printf("%-13s %v\n", pattern,
			Match(pattern, "orders.eu.paid"))
	}
	// Output:
	// orders.*.paid true
	// orders.*      false
	// orders.>      true
	// >             true
}

func TestMatch(t *testing.T) {
	for _, test := range []struct {
		pattern, subject string
		want             bool
	}{
		{"orders", "orders", true},
		{"orders", "order", false},
		{"orders", "orders.eu", false},
		{"orders.eu", "orders", false},
		{"orders.>", "orders", false},
		{"orders.>", "orders.eu.paid.late", true},
		{"orders.>", "bills.eu", false},
		{"*.eu", "bills.eu", true},
		{"*", "bills.eu", false},
		{">.eu", "bills.eu", false},
		{"orders.*.paid", "orders.eu.sent", false},
	} {
		if got := Match(test.pattern, test.subject); got != test.want {
			t.Errorf("Match(%q, %q) = %v", test.pattern, test.subject, got)
		}
	}
}
