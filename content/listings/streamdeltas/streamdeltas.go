// Package streamdeltas reads the streamed reply of a chat completion.
package streamdeltas

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
)

// region print

// Deltas yields the pieces of a streamed chat completion. A
// stream that ends before [DONE] yields io.ErrUnexpectedEOF.
func Deltas(body io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		lines := bufio.NewScanner(body)
		for lines.Scan() {
			data, ok := strings.CutPrefix(lines.Text(), "data:")
			if !ok {
				continue // an empty line or a comment
			}
			data = strings.TrimSpace(data)
			if data == "[DONE]" {
				return
			}
			piece, err := content(data) // the delta in its JSON
			if !yield(piece, err) || err != nil {
				return
			}
		}
		yield("", cmp.Or(lines.Err(), io.ErrUnexpectedEOF))
	}
}

// endregion print

func content(data string) (string, error) {
	var chunk struct {
		Choices []struct{ Delta struct{ Content string } }
	}
	if err := json.Unmarshal([]byte(data), &chunk); err != nil {
		return "", fmt.Errorf("chunk %.40q: %w", data, err)
	}
	if len(chunk.Choices) == 0 { // the usage comes without a choice
		return "", nil
	}
	return chunk.Choices[0].Delta.Content, nil
}
