// Package pipelined sends several requests before it reads a reply.
package pipelined

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"time"
)

// region print

// Get sends all requests, then reads the replies in order.
func Get(addr string, paths ...string) ([]string, error) {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	for _, path := range paths {
		_, err := io.WriteString(conn,
			"GET "+path+" HTTP/1.1\r\nHost: "+addr+"\r\n\r\n")
		if err != nil {
			return nil, err
		}
	}
	var bodies []string
	in := bufio.NewReader(conn) // one for all replies
	for range paths {
		resp, err := http.ReadResponse(in, nil) // nil: a GET
		if err != nil {
			return bodies, err
		}
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return bodies, err
		}
		bodies = append(bodies, string(body))
	}
	return bodies, nil
}

// endregion print
