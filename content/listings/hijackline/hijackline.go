// Package hijackline takes a connection away from net/http.
package hijackline

import (
	"bufio"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// region print

// Shout leaves HTTP: from here on, each line comes back louder.
func Shout(w http.ResponseWriter, r *http.Request) {
	if !strings.EqualFold(r.Header.Get("Upgrade"), "shout") {
		w.Header().Set("Upgrade", "shout")
		status := http.StatusUpgradeRequired
		http.Error(w, "upgrade first", status)
		return
	}
	conn, rw, err := http.NewResponseController(w).Hijack()
	if err != nil { // HTTP/2, or a wrapper without Unwrap
		http.Error(w, err.Error(), http.StatusNotImplemented)
		return
	}
	defer conn.Close() // nobody else does
	conn.SetDeadline(time.Now().Add(time.Minute))
	rw.WriteString("HTTP/1.1 101 Switching Protocols\r\n" +
		"Connection: Upgrade\r\nUpgrade: shout\r\n\r\n")
	lines := bufio.NewScanner(rw) // conn would miss some
	for rw.Flush() == nil && lines.Scan() {
		fmt.Fprintln(rw, strings.ToUpper(lines.Text()))
	}
}

// endregion print
