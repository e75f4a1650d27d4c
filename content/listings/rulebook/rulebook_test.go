package rulebook

import (
	"errors"
	"fmt"
	"slices"
	"testing"
)

func above(total int64) Cond   { return func(o Order) bool { return o.Total > total } }
func from(country string) Cond { return func(o Order) bool { return o.Country == country } }
func isNew(o Order) bool       { return o.New }

func ExampleRun() {
	rules := []Rule{
		{"check", Or(And(isNew, above(500_00)), from("XX")), func(o *Order) error {
			o.Review = true
			return nil
		}},
		{"bulk", above(100_00), func(o *Order) error {
			o.Discount = o.Total / 20
			return nil
		}},
	}
	for _, o := range []Order{
		{Total: 600_00, Country: "SE", New: true},
		{Total: 200_00, Country: "SE", New: true},
		{Total: 50_00, Country: "XX"},
	} {
		fired, err := Run(rules, &o)
		fmt.Println(fired, o.Discount, o.Review, err)
	}
	// Output:
	// [check bulk] 3000 true <nil>
	// [bulk] 1000 false <nil>
	// [check] 0 true <nil>
}

func TestRun(t *testing.T) {
	full := errors.New("full")
	yes := func(Order) bool { return true }
	ok := func(*Order) error { return nil }
	fired, err := Run([]Rule{
		{"sets", yes, func(o *Order) error { o.Review = true; return nil }},
		{"sees", func(o Order) bool { return o.Review }, ok},
		{"no", func(o Order) bool { return !o.Review }, ok},
		{"fails", yes, func(*Order) error { return full }},
		{"never", yes, ok},
	}, new(Order))
	if !slices.Equal(fired, []string{"sets", "sees"}) || !errors.Is(err, full) {
		t.Error(fired, err)
	}
}
