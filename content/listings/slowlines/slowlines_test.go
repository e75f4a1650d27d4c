package slowlines

import (
	"errors"
	"io"
	"net"
	"os"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestLines(t *testing.T) {
	for _, test := range []struct {
		name  string
		send  []string
		pause time.Duration // after each
		lines int
		took  time.Duration
		err   error
	}{
		{"done in time", []string{"a\n", "b\n"}, 9 * time.Second, 2, 18 * time.Second, io.EOF},
		{"silent", []string{"a\n", "b\n"}, 11 * time.Second, 1, 10 * time.Second, os.ErrDeadlineExceeded},
		{"a byte at a time", []string{"a", "b", "c"}, 9 * time.Second, 0, 10 * time.Second, os.ErrDeadlineExceeded},
		{"for ever", []string{"a\n", "b\n", "c\n", "d\n", "e\n"}, 9 * time.Second, 4, 30 * time.Second, os.ErrDeadlineExceeded},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				conn, peer := net.Pipe()
				var sender sync.WaitGroup
				defer sender.Wait()
				sender.Go(func() {
					defer peer.Close()
					for _, s := range test.send {
						if _, err := io.WriteString(peer, s); err != nil {
							return
						}
						time.Sleep(test.pause)
					}
				})
				start, lines := time.Now(), 0
				err := Lines(conn, 10*time.Second, 30*time.Second, func(string) { lines++ })
				if !errors.Is(err, test.err) {
					t.Errorf("error %v, want %v", err, test.err)
				}
				if took := time.Since(start); took != test.took || lines != test.lines {
					t.Errorf("%d lines in %v, want %d in %v", lines, took, test.lines, test.took)
				}
				conn.Close()
			})
		})
	}
}
