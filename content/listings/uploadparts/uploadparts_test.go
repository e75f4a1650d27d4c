package uploadparts

import (
	"context"
	"errors"
	"io"
	"maps"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"
)

func TestParts(t *testing.T) {
	for _, test := range []struct {
		body string
		want map[int]string
	}{
		{"", map[int]string{}},
		{"abc", map[int]string{1: "abc"}},
		{"abcd", map[int]string{1: "abcd"}},
		{"abcdefghij", map[int]string{1: "abcd", 2: "efgh", 3: "ij"}},
	} {
		var mu sync.Mutex
		got := map[int]string{}
		err := Upload(t.Context(), iotest.OneByteReader(strings.NewReader(test.body)), 4, 2,
			func(_ context.Context, part int, data []byte) error {
				mu.Lock()
				defer mu.Unlock()
				got[part] = string(data)
				return nil
			})
		if err != nil || !maps.Equal(got, test.want) {
			t.Errorf("%q: got %v, %v; want %v", test.body, got, err, test.want)
		}
	}
}

// counted knows how much was read and not yet sent.
type counted struct {
	io.Reader
	held, most atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.most.Store(max(c.most.Load(), c.held.Add(int64(n))))
	return n, err
}

// Four parts of a second each, two at a time, take two seconds, and two are held at a time.
func TestParallel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		r := &counted{Reader: strings.NewReader("aabbccdd")}
		err := Upload(t.Context(), r, 2, 2, func(_ context.Context, _ int, data []byte) error {
			time.Sleep(time.Second)
			r.held.Add(-int64(len(data)))
			return nil
		})
		if took := time.Since(start); err != nil || took != 2*time.Second || r.most.Load() != 4 {
			t.Errorf("took %v, held up to %d bytes, %v", took, r.most.Load(), err)
		}
	})
}

func TestFailure(t *testing.T) {
	boom := errors.New("503")
	calls := 0
	err := Upload(t.Context(), strings.NewReader("aabbcc"), 2, 1,
		func(context.Context, int, []byte) error { calls++; return boom })
	if !errors.Is(err, boom) || calls != 1 {
		t.Errorf("%d calls, %v", calls, err)
	}
	err = Upload(t.Context(), io.MultiReader(strings.NewReader("aab"), iotest.ErrReader(boom)), 2, 1,
		func(_ context.Context, part int, data []byte) error {
			if part == 2 {
				t.Errorf("sent half a part: %q", data)
			}
			return nil
		})
	if !errors.Is(err, boom) {
		t.Errorf("got %v, want the reader's error", err)
	}
}
