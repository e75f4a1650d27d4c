package gasledger

import (
	"errors"
	"fmt"
	"math/big"
	"testing"
)

func transfer(from, to string, n int64) Tx {
	return func(s *State, charge func(uint64) error) error {
		if err := charge(20); err != nil { // two writes
			return err
		}
		amount := big.NewInt(n)
		s.Balances[to].Add(s.Balances[to], amount)
		s.Balances[from].Sub(s.Balances[from], amount)
		if s.Balances[from].Sign() < 0 {
			return errors.New("insufficient balance")
		}
		if err := charge(5); err != nil { // an event
			return err
		}
		s.Events = append(s.Events, fmt.Sprintf("%s paid %s %d", from, to, n))
		return nil
	}
}

func genesis() *State {
	return &State{Balances: map[string]*big.Int{"ada": big.NewInt(100), "bob": big.NewInt(0)}}
}

func ExampleRun() {
	s := genesis()
	show := func(gas uint64, err error) {
		fmt.Println(s.Balances["ada"], s.Balances["bob"], len(s.Events), "gas left", gas, err)
	}
	var gas uint64
	var err error

	s, gas, err = Run(s, transfer("ada", "bob", 30), 100)
	show(gas, err)
	s, gas, err = Run(s, transfer("ada", "bob", 500), 100)
	show(gas, err)
	s, gas, err = Run(s, transfer("ada", "bob", 1), 24)
	show(gas, err)
	// Output:
	// 70 30 1 gas left 75 <nil>
	// 70 30 1 gas left 80 insufficient balance
	// 70 30 1 gas left 4 out of gas
}

func TestOldStateStands(t *testing.T) {
	before := genesis()
	after, _, err := Run(before, transfer("ada", "bob", 30), 100)
	if err != nil {
		t.Fatal(err)
	}
	if before.Balances["ada"].Int64() != 100 || len(before.Events) != 0 {
		t.Error("the state before the transaction has changed")
	}
	if after.Balances["bob"].Int64() != 30 {
		t.Error("the transfer is lost")
	}
}
