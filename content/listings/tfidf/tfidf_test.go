package tfidf

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func ExampleWeigh() {
	docs := [][]string{
		strings.Fields("the channel blocks the sender"),
		strings.Fields("the mutex blocks the goroutine"),
		strings.Fields("the map grows"),
	}
	first := Weigh(docs)[0]
	for _, term := range []string{"the", "blocks", "channel"} {
		fmt.Printf("%-8s %.3f\n", term, first[term])
	}
	// Output:
	// the      0.000
	// blocks   0.081
	// channel  0.220
}

func TestWeigh(t *testing.T) {
	got := Weigh([][]string{{"a", "a", "b"}, {"b"}, {}})
	want := Vector{"a": 2.0 / 3 * math.Log(3), "b": 1.0 / 3 * math.Log(1.5)}
	for term, want := range want {
		if math.Abs(got[0][term]-want) > 1e-12 {
			t.Errorf("weight of %q is %v, want %v", term, got[0][term], want)
		}
	}
	if len(got) != 3 || len(got[2]) != 0 {
		t.Errorf("got %v", got)
	}
}
