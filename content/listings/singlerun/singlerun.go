//go:build darwin || linux

// Package singlerun keeps two runs of a job apart.
package singlerun

import (
	"errors"
	"os"
	"syscall"
)

// region print

var ErrRunning = errors.New("another run holds the lock")

// Once runs job unless another process is at it. The lock hangs
// on the open file, so the kernel frees it even after a crash.
func Once(path string, job func() error) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	how := syscall.LOCK_EX | syscall.LOCK_NB // do not queue up
	err = syscall.Flock(int(file.Fd()), how)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return ErrRunning
	}
	if err != nil {
		return err
	}
	return job()
}

// endregion print
