package hashring

import (
	"fmt"
	"slices"
	"testing"
)

func ExampleRing() {
	nodes := []string{"a", "b", "c", "d"}
	before, after := New(nodes, 200), New(nodes[:3], 200) // d dies
	fmt.Println("user:7 on", before.Owners("user:7", 2))
	moved, modulo := 0, 0
	const keys = 10_000
	for i := range keys {
		key := fmt.Sprint("user:", i)
		if before.Owners(key, 1)[0] != after.Owners(key, 1)[0] {
			moved++
		}
		if hash(key)%4 != hash(key)%3 {
			modulo++
		}
	}
	fmt.Printf("ring moves %d%% of the keys, modulo %d%%\n", 100*moved/keys, 100*modulo/keys)
	// Output:
	// user:7 on [b d]
	// ring moves 24% of the keys, modulo 74%
}

func TestOwners(t *testing.T) {
	nodes := []string{"a", "b", "c", "d"}
	before, after := New(nodes, 200), New(nodes[:3], 200)
	reverse := New([]string{"d", "c", "b", "a"}, 200)
	for i := range 2000 {
		key := fmt.Sprint("user:", i)
		owners := before.Owners(key, 3)
		if len(owners) != 3 || owners[0] == owners[1] || owners[1] == owners[2] || owners[0] == owners[2] {
			t.Fatalf("%s: owners %v", key, owners)
		}
		if !slices.Equal(owners, reverse.Owners(key, 3)) {
			t.Fatalf("%s: the order of the nodes matters", key)
		}
		// Whoever held the replica takes over; nobody else's key moves.
		left := slices.DeleteFunc(owners, func(node string) bool { return node == "d" })
		if got := after.Owners(key, 1)[0]; got != left[0] {
			t.Fatalf("%s: owners %v, and %s after d died", key, owners, got)
		}
	}
	if got := before.Owners("x", 9); len(got) != 4 {
		t.Errorf("asked for nine: %v", got)
	}
	if got := New(nil, 10).Owners("x", 1); len(got) != 0 {
		t.Errorf("empty ring: %v", got)
	}
}

// The owner is the first point at or after the key, or else the first of all.
func TestWrap(t *testing.T) {
	ring := New([]string{"a", "b", "c"}, 1)
	for i := range 200 {
		key := fmt.Sprint("user:", i)
		want := ring[0].node
		for _, p := range slices.Backward(ring) {
			if p.hash >= hash(key) {
				want = p.node
			}
		}
		if got := ring.Owners(key, 1)[0]; got != want {
			t.Fatalf("%s: owner %s, want %s", key, got, want)
		}
	}
}
