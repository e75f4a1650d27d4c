package fanout

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
)

const song = `row row row your boat
gently down the stream
merrily merrily merrily merrily
life is but a dream`

func ExampleCount() {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for line := range strings.Lines(song) {
			lines <- line
		}
	}()
	total := Count(3, lines)
	for _, word := range slices.Sorted(maps.Keys(total)) {
		if total[word] > 1 {
			fmt.Println(word, total[word])
		}
	}
	// Output:
	// merrily 4
	// row 3
}

// Every line is read by exactly one goroutine, and none is left behind.
func TestCount(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		lines := make(chan string)
		go func() {
			defer close(lines)
			for range 1000 {
				lines <- "a b a"
				synctest.Wait()
			}
		}()
		total := Count(4, lines)
		if want := map[string]int{"a": 2000, "b": 1000}; !maps.Equal(total, want) {
			t.Errorf("got %v, want %v", total, want)
		}
	})
}
