package demux

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

func frame(kind byte, text string) string {
	header := make([]byte, 8)
	header[0] = kind
	binary.BigEndian.PutUint32(header[4:], uint32(len(text)))
	return string(header) + text
}

func ExampleSplit() {
	log := frame(1, "listening on :8080\n") +
		frame(2, "panic: ") + frame(1, "GET /\n") +
		frame(2, "nil map\n")
	var stdout, stderr strings.Builder
	err := Split(&stdout, &stderr, strings.NewReader(log))
	fmt.Printf("%q\n%q\n%v\n", stdout.String(), stderr.String(), err)
	// Output:
	// "listening on :8080\nGET /\n"
	// "panic: nil map\n"
	// <nil>
}

func TestBroken(t *testing.T) {
	whole := frame(1, "hello")
	for log, want := range map[string]error{
		whole[:4]:  io.ErrUnexpectedEOF,
		whole[:8]:  io.ErrUnexpectedEOF,
		whole[:10]: io.ErrUnexpectedEOF,
		whole:      nil,
		"":         nil,
	} {
		if err := Split(io.Discard, io.Discard, strings.NewReader(log)); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", log, err, want)
		}
	}
	if err := Split(io.Discard, io.Discard, strings.NewReader("login: root\n")); err == nil {
		t.Error("plain text was taken for frames")
	}
}
