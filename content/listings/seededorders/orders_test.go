// Package seededorders tests an invariant on random data that can be made again.
package seededorders

import (
	"flag"
	"math/rand/v2"
	"testing"
)

// region print

var seed = flag.Uint64("seed", rand.Uint64(), "of test data")

// randomTotal makes an amount and a number of payers.
func randomTotal(r *rand.Rand) (cents, payers int) {
	return r.IntN(100_000), 1 + r.IntN(12)
}

func TestSplit(t *testing.T) {
	t.Logf("rerun with: go test -run=Split -seed=%d", *seed)
	r := rand.New(rand.NewPCG(*seed, 0))
	for range 1000 {
		cents, payers := randomTotal(r)
		sum := 0
		for _, part := range Split(cents, payers) {
			sum += part
		}
		if sum != cents { // no cent is lost
			t.Fatalf("Split(%d, %d) sums to %d",
				cents, payers, sum)
		}
	}
}

// endregion print

// Split divides cents among payers, the first ones paying what is over.
func Split(cents, payers int) []int {
	parts := make([]int, payers)
	for i := range parts {
		parts[i] = cents / payers
		if i < cents%payers && !bug {
			parts[i]++
		}
	}
	return parts
}

func ExampleSplit() {
	rerun("-test.run=^TestSplit$", "-seed=42")

	// Output:
	// --- FAIL: TestSplit (0.00s)
	//     orders_test.go:20: rerun with: go test -run=Split -seed=42
	//     orders_test.go:29: Split(85754, 12) sums to 85752
	// FAIL
}
