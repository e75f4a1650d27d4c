// Package pluginhost starts plugins in order and stops them in reverse.
package pluginhost

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// Host is all that a plugin sees of the application.
type Host interface{ Handle(event string, do func()) }

// region print

type Plugin interface {
	Name() string
	Version() int // of the interface it was built for
	Start(context.Context, Host) error
	Stop() error
}

// Start starts all or none, and returns what stops them.
func Start(
	ctx context.Context, host Host, plugins ...Plugin,
) (stop func() error, err error) {
	var running []Plugin
	stop = func() (err error) {
		for _, p := range slices.Backward(running) {
			err = errors.Join(err, p.Stop())
		}
		return err
	}
	for _, p := range plugins {
		if p.Version() != Version {
			err = fmt.Errorf("version %d", p.Version())
		} else if err = p.Start(ctx, host); err == nil {
			running = append(running, p)
			continue
		}
		err = fmt.Errorf("plugin %s: %w", p.Name(), err)
		return nil, errors.Join(err, stop())
	}
	return stop, nil
}

// endregion print

// Version is that of the interface Plugin.
const Version = 2
