package tokenbucket

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// take receives n tokens and returns the second at which each came.
func take(n int, tokens <-chan struct{}) []int {
	start := time.Now()
	var seconds []int
	for range n {
		<-tokens
		seconds = append(seconds, int(time.Since(start)/time.Second))
	}
	return seconds
}

func TestBucket(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		tokens := Bucket(ctx, 3, time.Second)
		if got, want := take(6, tokens), []int{0, 0, 0, 1, 2, 3}; !slices.Equal(got, want) {
			t.Errorf("first tokens after %v seconds, want %v", got, want)
		}
		time.Sleep(10*time.Second + time.Millisecond) // fills the bucket, and no more than that
		if got, want := take(5, tokens), []int{0, 0, 0, 0, 1}; !slices.Equal(got, want) {
			t.Errorf("tokens after a pause: %v, want %v", got, want)
		}
	})
}
