// Package fanout spreads one channel over several goroutines.
package fanout

import (
	"strings"
	"sync"
)

// region print

// Count shares the lines among n goroutines. Each counts into a
// map of its own, and the parts are added up at the end.
func Count(n int, lines <-chan string) map[string]int {
	parts := make(chan map[string]int)
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			part := make(map[string]int)
			for line := range lines {
				for word := range strings.FieldsSeq(line) {
					part[word]++
				}
			}
			parts <- part
		})
	}
	go func() {
		wg.Wait()
		close(parts)
	}()
	total := make(map[string]int)
	for part := range parts {
		for word, count := range part {
			total[word] += count
		}
	}
	return total
}

// endregion print
