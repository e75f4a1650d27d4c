package filltoken

import (
	"fmt"
	"testing"
)

func ExampleCache() {
	row := "old"
	c := New()
	_, token, _ := c.Get("user:7") // a miss
	read := row                    // the reader pauses here

	row = "new" // meanwhile a writer commits
	c.Delete("user:7")

	fmt.Println("old value stored:", c.Fill("user:7", read, token))
	_, token, _ = c.Get("user:7")
	fmt.Println("new value stored:", c.Fill("user:7", row, token))
	// Output:
	// old value stored: false
	// new value stored: true
}

func TestCache(t *testing.T) {
	c := New()
	for i := range 1000 { // more keys than counters
		key := fmt.Sprint("user:", i)
		_, token, ok := c.Get(key)
		if ok || !c.Fill(key, "v1", token) {
			t.Fatalf("%s: hit %v, or fill refused", key, ok)
		}
		if value, _, ok := c.Get(key); value != "v1" || !ok {
			t.Fatalf("%s: got %q, %v", key, value, ok)
		}
		// Two readers may fill, as long as nobody deletes.
		if !c.Fill(key, "v1", token) {
			t.Fatalf("%s: second fill refused", key)
		}
		c.Delete(key)
		if _, _, ok := c.Get(key); ok {
			t.Fatalf("%s: still there", key)
		}
		if c.Fill(key, "v1", token) {
			t.Fatalf("%s: filled after a delete", key)
		}
	}
}
