// Package genericmethod has a method with a type parameter of its own (Go 1.27).
package genericmethod

import "fmt"

// region print

type List[T any] []T

// Map has a type parameter that List does not have.
func (l List[T]) Map[U any](f func(T) U) List[U] {
	out := make(List[U], 0, len(l))
	for _, v := range l {
		out = append(out, f(v))
	}
	return out
}

// Number names itself in its constraint, since Go 1.26.
type Number[N Number[N]] interface{ Add(N) N }

func (l List[T]) Fold[N Number[N]](zero N, f func(T) N) N {
	for _, v := range l {
		zero = zero.Add(f(v))
	}
	return zero
}

type Mapper interface {
	Map(func(int) string) List[string]
}

func satisfies(l List[int]) bool {
	_, ok := any(l).(Mapper)
	return ok
}

// endregion print

// Cents is an amount of money.
type Cents int

func (c Cents) Add(d Cents) Cents { return c + d }

func (c Cents) String() string { return fmt.Sprintf("%d.%02d", c/100, c%100) }
