package moneysplit

import (
	"fmt"
	"math"
	"testing"
)

func ExampleMoney() {
	price := Money{1000, "EUR"}
	parts, err := price.Split(3)
	fmt.Println(parts, err)
	refund, err := Money{-100, "EUR"}.Split(3)
	fmt.Println(refund, err)
	fmt.Println(price.Add(Money{5, "EUR"}))
	_, err = price.Add(Money{500, "JPY"})
	fmt.Println(err)
	dime, fifth := 0.1, 0.2
	fmt.Println(dime+fifth == 0.3)
	// Output:
	// [3.34 EUR 3.33 EUR 3.33 EUR] <nil>
	// [-0.34 EUR -0.33 EUR -0.33 EUR] <nil>
	// 10.05 EUR <nil>
	// different currencies
	// false
}

func TestSplitLosesNothing(t *testing.T) {
	for minor := int64(-50); minor <= 50; minor++ {
		for n := 1; n <= 7; n++ {
			parts, err := Money{minor, "EUR"}.Split(n)
			if err != nil || len(parts) != n {
				t.Fatal(parts, err)
			}
			var sum, least, most int64 = 0, math.MaxInt64, math.MinInt64
			for _, p := range parts {
				sum, least, most = sum+p.Minor, min(least, p.Minor), max(most, p.Minor)
			}
			if sum != minor || most-least > 1 {
				t.Errorf("%d in %d: %v", minor, n, parts)
			}
		}
	}
	if _, err := (Money{1, "EUR"}).Split(0); err != ErrParts {
		t.Error(err)
	}
}

func TestOverflow(t *testing.T) {
	eur := func(n int64) Money { return Money{n, "EUR"} }
	for _, c := range []struct {
		a, b int64
		err  error
	}{
		{math.MaxInt64, 1, ErrOverflow},
		{math.MinInt64, -1, ErrOverflow},
		{math.MaxInt64, 0, nil},
		{math.MaxInt64, math.MinInt64, nil},
		{5, -7, nil},
	} {
		if _, err := eur(c.a).Add(eur(c.b)); err != c.err {
			t.Errorf("%d + %d: %v", c.a, c.b, err)
		}
	}
	for m, want := range map[Money]string{{7, "JPY"}: "7 JPY", {-5, "KWD"}: "-0.005 KWD", {12, "XYZ"}: "12 minor units of XYZ"} {
		if got := m.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
