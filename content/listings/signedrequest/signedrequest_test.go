package signedrequest

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

var key = []byte("a key of 32 bytes for the tests!")

func pay(nonce string, ahead time.Duration) Message {
	m := Message{Method: "POST", Path: "/pay", Stamp: time.Now().Add(ahead).Unix(), Nonce: nonce, Body: []byte("10 EUR")}
	m.Sum = Sum(key, m)
	return m
}

func Example() {
	gate := &Gate{Key: key}
	m := pay("n-1", 0)
	fmt.Println("first: ", gate.Check(m))
	fmt.Println("again: ", gate.Check(m))
	m.Nonce = "n-2"
	fmt.Println("nonce changed:", gate.Check(m))
	fmt.Println("an hour old:  ", gate.Check(pay("n-3", -time.Hour)))
	// Output:
	// first:  <nil>
	// again:  nonce already used
	// nonce changed: signature does not match
	// an hour old:   outside the time window
}

func TestWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gate := &Gate{Key: key}
		early := pay("early", window) // its clock is five minutes ahead
		if err := gate.Check(early); err != nil {
			t.Fatal(err)
		}
		// The same message stays valid for ten minutes, and is a replay in each of them.
		for range 10 {
			time.Sleep(time.Minute)
			if err := gate.Check(early); err != ErrReplay {
				t.Errorf("after %v: %v", time.Since(time.Unix(early.Stamp, 0)), err)
			}
		}
		time.Sleep(1)
		if err := gate.Check(early); err != ErrStale {
			t.Error(err)
		}
		if err := gate.Check(pay("later", 0)); err != nil || len(gate.used) != 1 {
			t.Errorf("%v, %d nonces kept", err, len(gate.used))
		}
		if err := gate.Check(pay("future", window+time.Second)); err != ErrStale {
			t.Error("from the future:", err)
		}
	})
}

func TestForged(t *testing.T) {
	gate := &Gate{Key: key}
	for name, change := range map[string]func(*Message){
		"method": func(m *Message) { m.Method = "PUT" },
		"path":   func(m *Message) { m.Path = "/refund" },
		"stamp":  func(m *Message) { m.Stamp++ },
		"nonce":  func(m *Message) { m.Nonce += "x" },
		"body":   func(m *Message) { m.Body = []byte("99 EUR") },
		"shift":  func(m *Message) { m.Method, m.Path = "POS", "T/pay" },
		"sum":    func(m *Message) { m.Sum = nil },
		"key":    func(m *Message) { m.Sum = Sum([]byte("x"), *m) },
	} {
		m := pay("n", 0)
		change(&m)
		if err := gate.Check(m); err != ErrForged {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(gate.used) != 0 {
		t.Error("a forged message fills the store")
	}
}

// Of many copies that arrive at once, one passes.
func TestRace(t *testing.T) {
	gate, m := &Gate{Key: key}, pay("n", 0)
	passed := make(chan error)
	for range 20 {
		go func() { passed <- gate.Check(m) }()
	}
	n := 0
	for range 20 {
		if <-passed == nil {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d passed", n)
	}
}
