package toolloop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
)

// script is a model that gives the replies of a list.
func script(replies ...Reply) Model {
	return func(_ context.Context, chat []Message) (Reply, error) {
		for i, m := range chat[1:] {
			if want := []string{"assistant", "tool"}[i%2]; m.Role != want {
				return Reply{}, fmt.Errorf("turn %d is of %s, not %s", i+1, m.Role, want)
			}
		}
		last := chat[len(chat)-1]
		fmt.Printf("%s: %s\n", last.Role, last.Text)
		reply := replies[0]
		replies = replies[1:]
		return reply, nil
	}
}

func stock(_ context.Context, args json.RawMessage) (string, error) {
	var in struct{ Item string }
	if err := json.Unmarshal(args, &in); err != nil {
		return "", err
	}
	if in.Item == "" {
		return "", errors.New("item is empty")
	}
	return "12 of " + in.Item, nil
}

func ExampleRun() {
	model := script(
		Reply{Tool: "prices"},
		Reply{Tool: "stock", Args: json.RawMessage(`{"itm":"pen"}`)},
		Reply{Tool: "stock", Args: json.RawMessage(`{"item":"pen"}`)},
		Reply{Answer: "There are 12 pens."},
	)
	answer, err := Run(context.Background(), model, 5, map[string]Tool{"stock": stock}, "How many pens?")
	fmt.Println(answer, err)
	// Output:
	// user: How many pens?
	// tool: error: there is no tool prices
	// tool: error: item is empty
	// tool: 12 of pen
	// There are 12 pens. <nil>
}

func TestLimit(t *testing.T) {
	calls := 0
	model := func(context.Context, []Message) (Reply, error) {
		calls++
		return Reply{Tool: "stock", Args: json.RawMessage(`{"item":"pen"}`)}, nil
	}
	if _, err := Run(t.Context(), model, 3, map[string]Tool{"stock": stock}, "loop"); err != ErrSteps || calls != 3 {
		t.Errorf("%d calls, %v; want 3 and %v", calls, err, ErrSteps)
	}
	down := errors.New("503")
	failing := func(context.Context, []Message) (Reply, error) { return Reply{}, down }
	if _, err := Run(t.Context(), failing, 3, nil, "x"); err != down {
		t.Errorf("got %v, want %v", err, down)
	}
}
