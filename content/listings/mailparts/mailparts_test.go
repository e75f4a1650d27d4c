package mailparts

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"strings"
	"testing"
)

type order struct{ Name, Order string }

func ExampleBody() {
	var buf bytes.Buffer
	mw := multipart.NewWriter(&buf)
	if err := Body(mw, order{"Zoë <admin>", "A-17"}); err != nil {
		fmt.Println(err)
	}
	mr := multipart.NewReader(&buf, mw.Boundary())
	for {
		part, err := mr.NextPart() // decodes quoted-printable
		if err != nil {
			break
		}
		body, _ := io.ReadAll(part)
		text := strings.ReplaceAll(string(body), "\r\n", "\n")
		fmt.Printf("%s\n%s\n", part.Header.Get("Content-Type"), text)
	}
	// Output:
	// text/plain; charset=utf-8
	// Hello Zoë <admin>,
	// order A-17 is on its way.
	//
	// text/html; charset=utf-8
	// <p>Hello Zoë &lt;admin&gt;,<br>order <b>A-17</b> is on its way.</p>
}

func TestErrors(t *testing.T) {
	if err := Body(multipart.NewWriter(io.Discard), 7); err == nil {
		t.Error("rendered a number without fields")
	}
	full := errors.New("full")
	if err := Body(multipart.NewWriter(broken{full}), order{}); !errors.Is(err, full) {
		t.Error(err)
	}
	var buf bytes.Buffer
	if err := Body(multipart.NewWriter(&buf), order{Name: "Zoë"}); err != nil || !bytes.Contains(buf.Bytes(), []byte("Zo=C3=AB")) {
		t.Errorf("%v: %s", err, &buf)
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }
