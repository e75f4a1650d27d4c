// Package requestphases splits the time that a request takes.
package requestphases

import (
	"fmt"
	"net/http/httptrace"
	"sync"
	"time"
)

// region print

// A Timeline is written by several goroutines of the Transport.
type Timeline struct {
	mu    sync.Mutex
	start time.Time
	marks []string
}

func (t *Timeline) Mark(what string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.marks = append(t.marks,
		fmt.Sprint(what, " at ", time.Since(t.start)))
}

func (t *Timeline) Trace() *httptrace.ClientTrace {
	t.start = time.Now()
	return &httptrace.ClientTrace{
		GotConn: func(info httptrace.GotConnInfo) {
			t.Mark(fmt.Sprintf("reused=%v", info.Reused))
		},
		WroteRequest: func(httptrace.WroteRequestInfo) {
			t.Mark("request sent")
		},
		GotFirstResponseByte: func() { t.Mark("first byte") },
	}
}

// endregion print
