package keysetpage

import (
	"encoding/base64"
	"fmt"
	"slices"
	"testing"
)

func ExamplePage() {
	ids := []int64{2, 4, 6, 8, 10}
	page, next, err := Page(ids, "", 2)
	fmt.Println(page, next, err)

	ids = []int64{1, 2, 3, 4, 6, 8, 10} // two new rows above
	page, next, err = Page(ids, next, 2)
	fmt.Println(page, next, err)

	ids = []int64{1, 2, 3, 4, 6, 10} // the cursor's row is gone
	page, next, err = Page(ids, next, 2)
	fmt.Printf("%v %q %v\n", page, next, err)
	// Output:
	// [2 4] eyJBZnRlciI6NH0 <nil>
	// [6 8] eyJBZnRlciI6OH0 <nil>
	// [10] "" <nil>
}

func TestPage(t *testing.T) {
	ids := make([]int64, 250)
	for i := range ids {
		ids[i] = int64(i + 1)
	}
	for _, limit := range []int{-1, 0, 1, 7, 100, 1 << 30} {
		var all []int64
		for next, pages := "", 0; ; pages++ {
			page, n, err := Page(ids, next, limit)
			if err != nil || len(page) == 0 || len(page) > 100 || pages > 250 {
				t.Fatal(limit, len(page), pages, err)
			}
			all = append(all, page...)
			if next = n; next == "" {
				break
			}
		}
		if !slices.Equal(all, ids) {
			t.Errorf("limit %d: %d rows", limit, len(all))
		}
	}
	for _, cursor := range []string{"!", "e30x", "bnVsbCA1"} {
		if _, _, err := Page(ids, cursor, 10); err == nil {
			t.Errorf("cursor %q was accepted", cursor)
		}
	}
	last := base64.RawURLEncoding.EncodeToString([]byte(`{"After":9223372036854775807}`))
	if page, next, err := Page(ids, last, 10); len(page) != 0 || next != "" || err != nil {
		t.Error("a forged cursor:", page, next, err)
	}
	if page, next, err := Page(nil, "", 10); len(page) != 0 || next != "" || err != nil {
		t.Error(page, next, err)
	}
}
