// Package secretvalue keeps secrets out of logs.
package secretvalue

import (
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"os"
)

// region print

// A Secret prints as a placeholder. It holds a pointer, so that
// fmt shows an address where it cannot call Format.
type Secret struct{ text *string }

const hidden = "[hidden]"

func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}
func (Secret) Format(f fmt.State, _ rune) {
	io.WriteString(f, hidden)
}
func (Secret) LogValue() slog.Value {
	return slog.StringValue(hidden)
}
func (Secret) MarshalText() ([]byte, error) {
	return []byte(hidden), nil
}

// endregion print

// FromFile reads a mounted secret; call it again to rotate.
func FromFile(name string) (Secret, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return Secret{}, err
	}
	text := string(bytes.TrimRight(data, "\r\n"))
	return Secret{&text}, nil
}
