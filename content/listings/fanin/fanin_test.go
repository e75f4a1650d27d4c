package fanin

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
)

func source(values ...int) <-chan int {
	out := make(chan int, len(values))
	for _, v := range values {
		out <- v
	}
	close(out)
	return out
}

func ExampleMerge() {
	var got []int
	for v := range Merge(context.Background(), source(1, 2, 3), source(10, 20), source(100)) {
		got = append(got, v)
	}
	slices.Sort(got) // the inputs interleave in no fixed order
	fmt.Println(len(got), "values:", got)
	// Output:
	// 6 values: [1 2 3 10 20 100]
}

// The reader leaves after one value. The bubble panics if a goroutine outlives it.
func TestMergeStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		out := Merge(ctx, source(1, 2), source(3, 4))
		<-out
		synctest.Wait()
		cancel()
		synctest.Wait()
		if v, ok := <-out; ok {
			t.Errorf("got %d after the cancellation, want a closed channel", v)
		}
	})
}
