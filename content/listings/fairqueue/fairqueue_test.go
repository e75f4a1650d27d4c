package fairqueue

import (
	"fmt"
	"slices"
	"sync"
	"testing"
)

func ExampleFair() {
	queue := New()
	for n := range 4 {
		queue.Push("big", fmt.Sprint("big ", n+1))
	}
	queue.Push("small", "small 1")
	queue.Push("tiny", "tiny 1")
	for job, ok := queue.Pop(); ok; job, ok = queue.Pop() {
		fmt.Println(job)
	}
	// Output:
	// big 1
	// small 1
	// tiny 1
	// big 2
	// big 3
	// big 4
}

func TestFair(t *testing.T) {
	queue := New()
	var got []string
	pop := func() {
		job, ok := queue.Pop()
		if !ok {
			job = "-"
		}
		got = append(got, job)
	}
	pop()
	queue.Push("a", "a1")
	queue.Push("a", "a2")
	pop()
	queue.Push("b", "b1")
	queue.Push("b", "b2")
	queue.Push("a", "a3")
	for range 5 {
		pop()
	}
	if want := []string{"-", "a1", "a2", "b1", "a3", "b2", "-"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(queue.jobs) != 0 {
		t.Errorf("%d tenants are left in the map", len(queue.jobs))
	}
}

func TestConcurrent(t *testing.T) {
	queue := New()
	var wg sync.WaitGroup
	counts := make([]int, 8)
	for n := range 8 {
		wg.Go(func() {
			for range 500 {
				queue.Push(fmt.Sprint(n%3), "job")
				if _, ok := queue.Pop(); ok {
					counts[n]++
				}
			}
		})
	}
	wg.Wait()
	total := 0
	for _, n := range counts {
		total += n
	}
	if total != 4000 {
		t.Errorf("%d jobs came out, want 4000", total)
	}
}
