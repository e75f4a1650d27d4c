// Package fuzzrunlength packs runs of equal bytes, and is tested with random input.
package fuzzrunlength

import (
	"bytes"
	"errors"
)

var limit = 255 // bytes in a run

// Pack writes each run of equal bytes as its length and the byte.
func Pack(data []byte) (packed []byte) {
	for len(data) > 0 {
		n := 1
		for n < len(data) && n < limit && data[n] == data[0] {
			n++
		}
		packed = append(packed, byte(n), data[0])
		data = data[n:]
	}
	return packed
}

// Unpack reads what Pack has written.
func Unpack(packed []byte) (data []byte, err error) {
	for len(packed) >= 2 {
		data = append(data, bytes.Repeat(packed[1:2], int(packed[0]))...)
		packed = packed[2:]
	}
	if len(packed) > 0 {
		return nil, errors.New("half a run")
	}
	return data, nil
}
