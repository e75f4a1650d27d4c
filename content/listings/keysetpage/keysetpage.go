// Package keysetpage pages through a list that changes meanwhile.
package keysetpage

import (
	"encoding/base64"
	"encoding/json/v2"
	"sort"
)

// region print

type Cursor struct{ After int64 } // the last key of a page

// Page returns the rows after a cursor, and the next cursor.
// The slice stands for
// SELECT id FROM orders WHERE id > $1 ORDER BY id LIMIT $2
func Page(
	ids []int64, cursor string, limit int,
) (page []int64, next string, err error) {
	var c Cursor
	if cursor != "" {
		b, err := base64.RawURLEncoding.DecodeString(cursor)
		if err == nil {
			err = json.Unmarshal(b, &c)
		}
		if err != nil {
			return nil, "", err // 400 Bad Request
		}
	}
	limit = min(max(limit, 1), 100)
	i := sort.Search(len(ids), func(i int) bool {
		return ids[i] > c.After
	})
	page = ids[i:min(i+limit+1, len(ids))] // one more
	if len(page) <= limit {
		return page, "", nil // the last page
	}
	b, err := json.Marshal(Cursor{After: page[limit-1]})
	next = base64.RawURLEncoding.EncodeToString(b)
	return page[:limit], next, err
}

// endregion print
