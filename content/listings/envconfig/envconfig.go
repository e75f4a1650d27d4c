// Package envconfig reads a service's configuration once.
package envconfig

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// region print

type Config struct {
	Addr     string
	Timeout  time.Duration
	Password string // never from the environment
}

func Load(
	lookup func(string) (string, bool), secrets fs.FS,
) (Config, error) {
	c := Config{Addr: ":8080", Timeout: 2 * time.Second}
	var errs []error
	if v, ok := lookup("ADDR"); ok {
		c.Addr = v
	}
	if v, ok := lookup("TIMEOUT"); ok {
		var err error
		if c.Timeout, err = time.ParseDuration(v); err != nil {
			errs = append(errs, fmt.Errorf("TIMEOUT: %w", err))
		}
	}
	data, err := fs.ReadFile(secrets, "db-password")
	if err != nil {
		errs = append(errs, fmt.Errorf("secret: %w", err))
	}
	c.Password = strings.TrimSpace(string(data))
	return c, errors.Join(errs...)
}

// endregion print
