// Package gasledger applies transactions to a copy of the state, and counts gas.
package gasledger

import (
	"errors"
	"math/big"
	"slices"
)

var ErrOutOfGas = errors.New("out of gas")

// region print

type State struct {
	Balances map[string]*big.Int
	Events   []string
}

func (s *State) Clone() *State {
	c := &State{map[string]*big.Int{}, slices.Clone(s.Events)}
	for account, amount := range s.Balances {
		c.Balances[account] = new(big.Int).Set(amount) // deep
	}
	return c
}

type Tx func(s *State, charge func(cost uint64) error) error

// Run calls tx on a copy. If it fails, the old state stands.
func Run(s *State, tx Tx, gas uint64) (*State, uint64, error) {
	next := s.Clone()
	err := tx(next, func(cost uint64) error {
		if cost > gas {
			return ErrOutOfGas
		}
		gas -= cost
		return nil
	})
	if err != nil {
		return s, gas, err
	}
	return next, gas, nil
}

// endregion print
