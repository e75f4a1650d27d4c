// Package tokensource finds a secret without a flag.
package tokensource

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// region print

// Token takes APP_TOKEN, else the file, else asks. In main, ask
// is term.ReadPassword behind a check that stdin is a terminal.
func Token(
	getenv func(string) string, path string,
	ask func() ([]byte, error),
) (string, error) {
	if token := getenv("APP_TOKEN"); token != "" {
		return token, nil
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		token, err := ask()
		return string(token), err
	} else if err != nil {
		return "", err
	}
	defer file.Close()
	info, err := file.Stat() // of what is open, not of the name
	if err != nil {
		return "", err
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return "", fmt.Errorf("%s: mode is %#o, want 0600",
			info.Name(), mode)
	}
	data, err := io.ReadAll(io.LimitReader(file, 4096))
	return strings.TrimSpace(string(data)), err
}

// endregion print
