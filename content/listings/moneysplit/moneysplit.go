// Package moneysplit adds and divides money without losing a cent.
package moneysplit

import (
	"cmp"
	"errors"
	"fmt"
)

var (
	ErrCurrency = errors.New("different currencies")
	ErrOverflow = errors.New("amount out of range")
	ErrParts    = errors.New("no parts to split into")
)

// region print

type Money struct {
	Minor    int64  // cents, yen, fils
	Currency string // ISO 4217: says how many digits
}

func (m Money) Add(n Money) (Money, error) {
	if m.Currency != n.Currency {
		return Money{}, ErrCurrency
	}
	sum := m.Minor + n.Minor
	if (sum > m.Minor) != (n.Minor > 0) {
		return Money{}, ErrOverflow
	}
	return Money{sum, m.Currency}, nil
}

// Split gives the units that remain to the first parts.
func (m Money) Split(parts int) ([]Money, error) {
	if parts < 1 {
		return nil, ErrParts
	}
	each, rest := m.Minor/int64(parts), m.Minor%int64(parts)
	out := make([]Money, parts)
	for i := range out {
		unit := int64(cmp.Compare(rest, 0)) // -1, 0 or 1
		out[i] = Money{each + unit, m.Currency}
		rest -= unit
	}
	return out, nil
}

// endregion print

var digits = map[string]int{"JPY": 0, "EUR": 2, "KWD": 3}

func (m Money) String() string {
	n, ok := digits[m.Currency]
	if !ok {
		return fmt.Sprint(m.Minor, " minor units of ", m.Currency)
	}
	s := fmt.Sprintf("%0*d", n+1, max(m.Minor, -m.Minor))
	sign := ""
	if m.Minor < 0 {
		sign = "-"
	}
	if n > 0 {
		s = s[:len(s)-n] + "." + s[len(s)-n:]
	}
	return sign + s + " " + m.Currency
}
