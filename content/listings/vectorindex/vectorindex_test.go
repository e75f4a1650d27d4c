package vectorindex

import (
	"fmt"
	"strings"
	"testing"
)

// embed stands for a model: it counts words of two subjects, synonyms together.
func embed(text string) []float32 {
	v := []float32{0.1, 0.1}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		switch word {
		case "goroutine", "channel", "concurrency", "thread":
			v[0]++
		case "invoice", "payment", "refund", "money":
			v[1]++
		}
	}
	return v
}

func build() *Index {
	x := &Index{Model: "toy-1"}
	for _, text := range []string{"send on a channel", "refund a payment", "start a goroutine and a channel for each invoice"} {
		x.Add(text, embed(text))
	}
	return x
}

func ExampleIndex_Search() {
	hits, err := build().Search("toy-1", unit(embed("money back")), 2)
	for _, hit := range hits {
		fmt.Printf("%.2f %s\n", hit.Score, hit.Text)
	}
	fmt.Println(err)
	_, err = build().Search("toy-2", unit(embed("money back")), 2)
	fmt.Println(err)
	// Output:
	// 1.00 refund a payment
	// 0.54 start a goroutine and a channel for each invoice
	// <nil>
	// vectors are by toy-1
}

func TestSearch(t *testing.T) {
	hits, err := build().Search("toy-1", unit(embed("thread")), 10)
	if err != nil || len(hits) != 3 || hits[0].Text != "send on a channel" || hits[2].Text != "refund a payment" {
		t.Errorf("got %v, %v", hits, err)
	}
	if hits, err := new(Index).Search("", nil, 3); err != nil || len(hits) != 0 {
		t.Errorf("empty index: %v, %v", hits, err)
	}
}
