package askloop

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
)

func port(s string) error {
	if n, err := strconv.Atoi(s); err != nil || n < 1 || n > 65535 {
		return fmt.Errorf("%q is no port: give 1 to 65535", s)
	}
	return nil
}

func TestAsk(t *testing.T) {
	var out strings.Builder
	in := bufio.NewReader(strings.NewReader("http\n 99999\n8080 \nnext\n"))
	got, err := Ask(in, &out, "Port", port)
	if got != "8080" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	want := "Port:   \"http\" is no port: give 1 to 65535\n" +
		"Port:   \"99999\" is no port: give 1 to 65535\nPort: "
	if out.String() != want {
		t.Errorf("wrote %q, want %q", &out, want)
	}
	if rest, _ := in.ReadString('\n'); rest != "next\n" {
		t.Errorf("the next question finds %q", rest)
	}
}

func TestEnd(t *testing.T) {
	for _, input := range []string{"", "http", "http\n"} {
		in := bufio.NewReader(strings.NewReader(input))
		if _, err := Ask(in, io.Discard, "Port", port); !errors.Is(err, io.EOF) {
			t.Errorf("%q: got %v, want EOF", input, err)
		}
	}
	in := bufio.NewReader(strings.NewReader("80"))
	if got, err := Ask(in, io.Discard, "Port", port); got != "80" || err != nil {
		t.Errorf("a last line without newline: got %q, %v", got, err)
	}
}
