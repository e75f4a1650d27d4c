package crashpoints

import (
	"errors"
	"fmt"
	"testing"
)

// shop is what the outside world has seen.
type shop struct {
	paid  map[string]bool
	mails int
}

func fresh() *shop { return &shop{paid: map[string]bool{}} }

func ExampleRedeliver() {
	handle := func(s *shop, step func() error) error {
		if s.paid["o-17"] {
			return nil // handled before
		}
		if err := step(); err != nil {
			return err
		}
		s.mails++ // leaves at once, and cannot be undone
		if err := step(); err != nil {
			return err
		}
		s.paid["o-17"] = true // commit
		return step()         // then ack
	}
	err := Redeliver(fresh, handle, func(crash int, s *shop) {
		fmt.Println("crash", crash, "paid", s.paid, "mails", s.mails)
	})
	fmt.Println(err)
	// Output:
	// crash 1 paid map[o-17:true] mails 1
	// crash 2 paid map[o-17:true] mails 2
	// crash 3 paid map[o-17:true] mails 1
	// crash 4 paid map[o-17:true] mails 1
	// <nil>
}

// Handling must succeed in the end, and other errors are passed on.
func TestErrors(t *testing.T) {
	own := errors.New("bad message")
	rounds := 0
	err := Redeliver(fresh, func(s *shop, step func() error) error {
		return errors.Join(step(), own)
	}, func(int, *shop) { rounds++ })
	if !errors.Is(err, own) || rounds != 0 {
		t.Errorf("got %v after %d rounds", err, rounds)
	}
	once := true
	err = Redeliver(fresh, func(s *shop, step func() error) error {
		if once {
			once = false
			return own
		}
		return nil
	}, func(int, *shop) { rounds++ })
	if err != own || rounds != 1 {
		t.Errorf("got %v after %d rounds", err, rounds)
	}
}
