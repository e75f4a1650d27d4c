// Package runcmd runs another program, with a way to stop it.
package runcmd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"syscall"
	"time"
)

// region print

// Run runs a program without a shell. When ctx ends it sends
// SIGTERM, and after grace it kills.
func Run(
	ctx context.Context, grace time.Duration, out io.Writer,
	name string, args ...string,
) error {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Cancel = func() error { // the default is Kill
		return cmd.Process.Signal(syscall.SIGTERM)
	}
	cmd.WaitDelay = grace
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = out, &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			err = fmt.Errorf("%w (%w)", context.Cause(ctx), err)
		}
		text := bytes.TrimSpace(stderr.Bytes())
		return fmt.Errorf("%s: %w: %s", name, err, text)
	}
	return nil
}

// endregion print
