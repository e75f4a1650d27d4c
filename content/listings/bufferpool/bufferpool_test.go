// Package bufferpool reuses buffers between requests.
package bufferpool

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
)

// region print

var buffers = sync.Pool{
	New: func() any { return new(bytes.Buffer) },
}

const tooBig = 64 << 10

// WriteJSON encodes v first, so that w gets all or nothing.
func WriteJSON(w io.Writer, v any) error {
	buf := buffers.Get().(*bytes.Buffer)
	defer func() {
		if buf.Cap() <= tooBig { // one giant must not stay
			buf.Reset() // or the next user sees our bytes
			buffers.Put(buf)
		}
	}()
	if err := json.NewEncoder(buf).Encode(v); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}

// endregion print

func Example() {
	var out strings.Builder
	err := WriteJSON(&out, map[string]int{"queued": 3})
	fmt.Printf("%q %v\n", out.String(), err)
	fmt.Println(WriteJSON(&out, make(chan int)))
	// Output:
	// "{\"queued\":3}\n" <nil>
	// json: unsupported type: chan int
}

func TestNothingOfTheLastUser(t *testing.T) {
	for range 100 {
		for _, v := range []string{"a long secret", "short"} {
			var out strings.Builder
			if err := WriteJSON(&out, v); err != nil || out.String() != `"`+v+"\"\n" {
				t.Fatalf("%q, %v", out.String(), err)
			}
		}
	}
}

func TestGiantsAreDropped(t *testing.T) {
	for range 5 {
		if err := WriteJSON(io.Discard, strings.Repeat("x", 1<<18)); err != nil {
			t.Fatal(err)
		}
	}
	for range 100 {
		if buf := buffers.Get().(*bytes.Buffer); buf.Cap() > tooBig {
			t.Fatal("a buffer of", buf.Cap())
		}
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteError(t *testing.T) {
	if err := WriteJSON(failing{}, 1); err != io.ErrShortWrite {
		t.Error(err)
	}
}

func BenchmarkRender(b *testing.B) {
	page := strings.Repeat("row ", 16)
	for _, n := range []int{1, 64, 1024} {
		render := func(buf *bytes.Buffer) {
			for range n {
				buf.WriteString(page)
			}
			io.Discard.Write(buf.Bytes())
		}
		b.Run(fmt.Sprint("new/", n*64), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				render(new(bytes.Buffer))
			}
		})
		b.Run(fmt.Sprint("pool/", n*64), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				buf := buffers.Get().(*bytes.Buffer)
				render(buf)
				buf.Reset()
				buffers.Put(buf)
			}
		})
	}
}
