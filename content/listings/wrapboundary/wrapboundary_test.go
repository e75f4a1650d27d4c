package wrapboundary

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
)

func ExampleStore() {
	rows := map[int]string{1: "ann"}
	store := Store{query: func(id int) (string, error) {
		if id == 9 {
			return "", driver.ErrBadConn
		}
		if rows[id] == "" {
			return "", fmt.Errorf("scan: %w", sql.ErrNoRows)
		}
		return rows[id], nil
	}}
	fmt.Println(store.User(1))
	for _, id := range []int{7, 9} {
		_, err := store.User(id)
		fmt.Printf("%q\n", Chain(err))
		fmt.Println(errors.Is(err, ErrNoUser),
			errors.Is(err, sql.ErrNoRows), errors.Is(err, driver.ErrBadConn))
	}
	// Output:
	// ann <nil>
	// ["user 7: no such user" "no such user"]
	// true false false
	// ["user 9: driver: bad connection"]
	// false false false
}
