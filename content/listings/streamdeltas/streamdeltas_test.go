package streamdeltas

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

const good = `data: {"choices":[{"delta":{"role":"assistant","content":""}}]}

: keep-alive

data: {"choices":[{"delta":{"content":"Use a "}}]}

data: {"choices":[{"delta":{"content":"channel."}}]}

data: {"choices":[],"usage":{"total_tokens":9}}

data: [DONE]

`

func read(body string) (string, error) {
	var text strings.Builder
	for piece, err := range Deltas(strings.NewReader(body)) {
		if err != nil {
			return text.String(), err
		}
		text.WriteString(piece)
	}
	return text.String(), nil
}

func ExampleDeltas() {
	fmt.Println(read(good))
	cut, _, _ := strings.Cut(good, "data: [DONE]")
	fmt.Println(read(cut))
	// Output:
	// Use a channel. <nil>
	// Use a channel. unexpected EOF
}

func TestDeltas(t *testing.T) {
	if _, err := read("data: {\"choices\":\n\n"); err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("half a chunk: %v", err)
	}
	if _, err := read("data: " + strings.Repeat("x", 1<<17)); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("a line of 128 KiB: %v", err)
	}
	var errs []error
	for _, err := range Deltas(strings.NewReader("data: {\ndata: {\n")) {
		errs = append(errs, err)
	}
	if len(errs) != 1 {
		t.Errorf("an error is the end, but got %v", errs)
	}
	for range Deltas(strings.NewReader(good)) {
		break // must not panic
	}
}
