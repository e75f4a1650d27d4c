package pacedreader

import (
	"bytes"
	"context"
	"io"
	"testing"
	"testing/synctest"
	"time"
)

func TestReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		data := bytes.Repeat([]byte("x"), 1_000_000)
		r := &Reader{Ctx: t.Context(), R: bytes.NewReader(data), Rate: 100_000}
		got, err := io.ReadAll(r)
		if err != nil || len(got) != len(data) {
			t.Fatal(len(got), err)
		}
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("took %v, want 10s", took)
		}

		time.Sleep(time.Hour) // no credit for it
		r.R = bytes.NewReader(data[:100_000])
		start = time.Now()
		io.ReadAll(r)
		if took := time.Since(start); took != time.Second {
			t.Errorf("after a pause: took %v, want 1s", took)
		}

		// It trickles: no piece is larger than a tenth of a second.
		r.R = bytes.NewReader(data)
		if n, err := r.Read(make([]byte, 1<<20)); n != 10_000 || err != nil {
			t.Errorf("one Read: %d bytes, %v", n, err)
		}

		ctx, cancel := context.WithTimeout(t.Context(), 2500*time.Millisecond)
		defer cancel()
		start = time.Now()
		_, err = io.ReadAll(&Reader{Ctx: ctx, R: bytes.NewReader(data), Rate: 100_000})
		if took := time.Since(start); err != context.DeadlineExceeded || took != 2500*time.Millisecond {
			t.Errorf("cancelled: %v after %v", err, took)
		}
		if n, err := (&Reader{Ctx: t.Context(), R: bytes.NewReader(data), Rate: 1}).Read(make([]byte, 9)); n != 1 || err != nil {
			t.Errorf("rate of one: %d bytes, %v", n, err)
		}
	})
}
