//go:build darwin || linux

package singlerun

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "job.lock")
	failure := errors.New("job failed")
	for round := range 2 {
		var second error
		err := Once(path, func() error {
			second = Once(path, func() error { t.Error("two runs at once"); return nil })
			return failure
		})
		if second != ErrRunning || err != failure {
			t.Errorf("round %d: got %v and %v", round, err, second)
		}
	}
	if _, err := os.Stat(path); err != nil {
		t.Error("the lock file must stay:", err)
	}
	if err := Once(filepath.Join(path, "x"), func() error { return nil }); err == nil {
		t.Error("no lock file, no run")
	}
}

func ExampleOnce() {
	dir, err := os.MkdirTemp("", "singlerun")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "job.lock")
	err = Once(path, func() error {
		return Once(path, func() error { return nil })
	})
	fmt.Println(err)
	// Output: another run holds the lock
}
