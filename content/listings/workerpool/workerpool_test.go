package workerpool

import (
	"fmt"
	"strconv"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleMap() {
	numbers, err := Map(3, []string{"7", "x", "19", "23", "y"}, strconv.Atoi)
	fmt.Println(numbers)
	fmt.Println(err)
	// Output:
	// [7 0 19 23 0]
	// strconv.Atoi: parsing "x": invalid syntax
	// strconv.Atoi: parsing "y": invalid syntax
}

// Six jobs of a second each take two seconds on three workers, no more and no less.
func TestMapIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, err := Map(3, make([]int, 6), func(int) (int, error) {
			time.Sleep(time.Second)
			return 0, nil
		})
		if took := time.Since(start); err != nil || took != 2*time.Second {
			t.Errorf("took %v, error %v; want 2s and none", took, err)
		}
	})
}

// A size of zero still gets the work done.
func TestMapWithoutWorkers(t *testing.T) {
	results, err := Map(0, []string{"1"}, strconv.Atoi)
	if err != nil || len(results) != 1 || results[0] != 1 {
		t.Errorf("got %v, %v", results, err)
	}
}
