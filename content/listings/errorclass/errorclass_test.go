package errorclass

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"testing"
)

func ExampleStatus() {
	for _, err := range []error{
		Invalid{"email"},
		sql.ErrNoRows,
		ErrConflict,
		context.DeadlineExceeded,
		os.ErrDeadlineExceeded,
		context.Canceled,
		os.ErrPermission,
	} {
		wrapped := fmt.Errorf("update: %w", err)
		fmt.Println(Status(wrapped), wrapped)
	}
	// Output:
	// 422 update: bad email
	// 404 update: sql: no rows in result set
	// 409 update: version conflict
	// 504 update: context deadline exceeded
	// 504 update: i/o timeout
	// 499 update: context canceled
	// 500 update: permission denied
}

func TestNil(t *testing.T) {
	if got := Status(nil); got != 200 {
		t.Error(got)
	}
}
