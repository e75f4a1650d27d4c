// Package traceparent parses the W3C header.
package traceparent

import (
	"encoding/hex"
	"errors"
	"strings"
)

var ErrInvalid = errors.New("invalid traceparent")

// region print

type Parent struct {
	Version, Flags [1]byte
	Trace          [16]byte
	Span           [8]byte
}

func (p Parent) Sampled() bool { return p.Flags[0]&1 != 0 }

func Parse(header string) (p Parent, err error) {
	parts := strings.Split(header, "-")
	into := [][]byte{
		p.Version[:], p.Trace[:], p.Span[:], p.Flags[:]}
	for i, dst := range into {
		if i >= len(parts) || len(parts[i]) != 2*len(dst) ||
			strings.ContainsAny(parts[i], "ABCDEF") {
			return Parent{}, ErrInvalid
		}
		_, err = hex.Decode(dst, []byte(parts[i]))
		if err != nil {
			return Parent{}, ErrInvalid
		}
	}
	if p.Trace == [16]byte{} || p.Span == [8]byte{} ||
		p.Version[0] == 0xff ||
		p.Version[0] == 0 && len(parts) > 4 {
		return Parent{}, ErrInvalid
	}
	return p, nil
}

// endregion print
