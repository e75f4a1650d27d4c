package ringjoin

import (
	"fmt"
	"testing"
)

const keys = 10_000

// owners returns who holds each key.
func owners(r *Ring) (all [keys]string) {
	for i := range all {
		all[i] = r.Owner(fmt.Sprint("user:", i))
	}
	return all
}

func ExampleRing_Join() {
	for _, points := range []int{1, 10, 100, 1000} {
		var r Ring
		for _, node := range []string{"a", "b", "c", "d"} {
			r.Join(node, points)
		}
		before := owners(&r)
		r.Join("e", points)
		after := owners(&r)
		moved, held := 0, map[string]int{}
		for i := range after {
			held[after[i]]++
			if before[i] != after[i] {
				moved++
			}
		}
		most := 0
		for _, n := range held {
			most = max(most, n)
		}
		fmt.Printf("points %d: moved %d%%, fullest node %d%%\n", points, 100*moved/keys, 100*most/keys)
	}
	// Output:
	// points 1: moved 24%, fullest node 41%
	// points 10: moved 14%, fullest node 30%
	// points 100: moved 17%, fullest node 22%
	// points 1000: moved 19%, fullest node 21%
}

// Keys move to the new node and nowhere else.
func TestJoin(t *testing.T) {
	var r, other Ring
	for _, node := range []string{"a", "b", "c"} {
		r.Join(node, 50)
	}
	before := owners(&r)
	r.Join("d", 50)
	r.Join("d", 50) // again: nothing happens
	after := owners(&r)
	for i := range after {
		if after[i] != before[i] && after[i] != "d" {
			t.Fatalf("key %d moved from %s to %s", i, before[i], after[i])
		}
	}
	for _, node := range []string{"d", "c", "b", "a"} {
		other.Join(node, 50)
	}
	if owners(&other) != after || len(r.points) != 200 {
		t.Error("the order of joining matters")
	}
}

// The owner is the first point at or after the key, or else the first of all.
func TestOwner(t *testing.T) {
	var r Ring
	for _, node := range []string{"a", "b", "c"} {
		r.Join(node, 1)
	}
	for i := range 200 {
		key := fmt.Sprint(i)
		want := r.points[0]
		for _, p := range r.points {
			if p >= hash(key) {
				want = p
				break
			}
		}
		if got := r.Owner(key); got != r.owner[want] {
			t.Fatalf("%s: %s, want %s", key, got, r.owner[want])
		}
	}
}

func TestWeight(t *testing.T) {
	var r Ring
	r.Join("small", 200)
	r.Join("large", 600)
	large := 0
	for _, node := range owners(&r) {
		if node == "large" {
			large++
		}
	}
	if share := 100 * large / keys; share < 70 || share > 80 {
		t.Errorf("large holds %d%%, want about 75%%", share)
	}
}
