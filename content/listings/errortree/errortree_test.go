package errortree

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

func ExampleWalk() {
	err := Check(errors.New("timeout"), Missing{"user:7"})
	Walk(err, 0, func(depth int, e error) {
		text := strings.ReplaceAll(e.Error(), "\n", " | ")
		fmt.Printf("%s%T: %s\n", strings.Repeat("  ", depth), e, text)
	})
	fmt.Println("not exist:", errors.Is(err, fs.ErrNotExist))
	fmt.Println("unwrap:", errors.Unwrap(err))
	// Output:
	// *errors.joinError: timeout | cache: no user:7
	//   *errors.errorString: timeout
	//   *fmt.wrapError: cache: no user:7
	//     errortree.Missing: no user:7
	// not exist: true
	// unwrap: <nil>
}

// A %w with a nil operand gives an Unwrap that returns nil.
func TestNilChild(t *testing.T) {
	Walk(fmt.Errorf("cache: %w", error(nil)), 0, func(_ int, e error) {
		if e == nil {
			t.Error("visited nil")
		}
	})
}
