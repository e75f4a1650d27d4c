// Package rulebook evaluates rules over the facts of an order.
package rulebook

import "fmt"

// Order is what the rules know and change.
type Order struct {
	Total    int64
	Country  string
	New      bool
	Discount int64
	Review   bool
}

// region print

type Cond func(Order) bool

func And(a, b Cond) Cond {
	return func(o Order) bool { return a(o) && b(o) }
}

func Or(a, b Cond) Cond {
	return func(o Order) bool { return a(o) || b(o) }
}

type Rule struct {
	Name string
	When Cond
	Then func(*Order) error
}

// Run applies the rules that match. Their order is their
// priority, and a later one sees what earlier ones changed.
func Run(rules []Rule, o *Order) (fired []string, err error) {
	for _, r := range rules {
		if r.When(*o) {
			if err := r.Then(o); err != nil {
				return fired, fmt.Errorf("%s: %w", r.Name, err)
			}
			fired = append(fired, r.Name)
		}
	}
	return fired, nil
}

// endregion print
