package consumerside

import (
	"context"
	"errors"
	"fmt"
	"testing"
)

// SMTP is the concrete type: it has methods that Remind never sees.
type SMTP struct{ Host string }

func (s *SMTP) Send(_ context.Context, to, text string) error {
	fmt.Printf("%s: to %s: %s\n", s.Host, to, text)
	return nil
}

func (s *SMTP) Verify(context.Context, string) error { return nil }
func (s *SMTP) Close() error                         { return nil }

func ExampleRemind() {
	sent, err := Remind(context.Background(), &SMTP{"mx1"}, []Invoice{
		{"R-17", "ada@example.com", true},
		{"R-18", "bob@example.com", false},
	})
	fmt.Println(sent, err)
	// Output:
	// mx1: to ada@example.com: Please pay R-17
	// 1 <nil>
}

type senderFunc func(to, text string) error

func (f senderFunc) Send(_ context.Context, to, text string) error { return f(to, text) }

func TestError(t *testing.T) {
	full := errors.New("mailbox full")
	calls := 0
	sent, err := Remind(t.Context(), senderFunc(func(string, string) error {
		if calls++; calls == 2 {
			return full
		}
		return nil
	}), []Invoice{{"a", "", true}, {"b", "", true}, {"c", "", true}})
	if sent != 1 || !errors.Is(err, full) || calls != 2 {
		t.Errorf("%d sent, %d calls, %v", sent, calls, err)
	}
}
