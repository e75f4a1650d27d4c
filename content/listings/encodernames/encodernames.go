// Package encodernames picks an encoder by the name of its format.
package encodernames

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
)

// region print

type Encoder interface{ Encode(v any) error }

type maker func(io.Writer) Encoder

// json.NewEncoder is no maker: it returns a *json.Encoder.
var makers = map[string]maker{
	"json": func(w io.Writer) Encoder {
		return json.NewEncoder(w)
	},
	"xml": func(w io.Writer) Encoder {
		return xml.NewEncoder(w)
	},
}

// New returns an encoder that writes the named format to w.
func New(format string, w io.Writer) (Encoder, error) {
	newEncoder, ok := makers[format]
	if !ok {
		known := slices.Sorted(maps.Keys(makers))
		return nil, fmt.Errorf("%q is not in %q", format, known)
	}
	return newEncoder(w), nil
}

// endregion print
