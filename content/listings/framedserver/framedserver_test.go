package framedserver

import (
	"context"
	"fmt"
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"
)

func start(ctx context.Context) (net.Conn, <-chan error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, ln) }()
	conn, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		panic(err)
	}
	return conn, done
}

func ExampleServe() {
	ctx, stop := context.WithCancel(context.Background())
	conn, done := start(ctx)
	defer conn.Close()

	// One write holds a frame and a half, the next one the rest.
	io.WriteString(conn, "\x00\x00\x00\x05first\x00\x00\x00\x06sec")
	frame, err := ReadFrame(conn)
	fmt.Printf("%s %v\n", frame, err)
	io.WriteString(conn, "ond")
	frame, err = ReadFrame(conn)
	fmt.Printf("%s %v\n", frame, err)

	stop()
	fmt.Println("server:", <-done)
	_, err = ReadFrame(conn)
	fmt.Println("client:", err)
	// Output:
	// first <nil>
	// second <nil>
	// server: <nil>
	// client: EOF
}

func TestTooLarge(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	conn, done := start(ctx)
	defer conn.Close()
	io.WriteString(conn, "\xff\xff\xff\xff")
	if _, err := ReadFrame(conn); err == nil {
		t.Error("the server kept a client that announces 4 GB")
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

type broken struct{ net.Listener }

func (broken) Accept() (net.Conn, error) { return nil, io.ErrClosedPipe }
func (broken) Close() error              { return nil }

func TestAcceptFails(t *testing.T) {
	if err := Serve(t.Context(), broken{}); err != io.ErrClosedPipe {
		t.Error("Serve() =", err)
	}
}

// once accepts one connection and then waits for its end.
type once struct {
	conns  chan net.Conn
	closed chan struct{}
}

func (o once) Accept() (net.Conn, error) {
	select {
	case conn := <-o.conns:
		return conn, nil
	case <-o.closed:
		return nil, net.ErrClosed
	}
}
func (o once) Close() error   { close(o.closed); return nil }
func (o once) Addr() net.Addr { return nil }

// late is woken just before its deadline is renewed.
type late struct {
	net.Conn
	stop  func()
	woken chan struct{}
}

func (l late) SetDeadline(t time.Time) error {
	l.stop()
	<-l.woken
	return l.Conn.SetDeadline(t)
}

func (l late) SetReadDeadline(t time.Time) error {
	defer close(l.woken)
	return l.Conn.SetReadDeadline(t)
}

func TestLateWake(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		conn, peer := net.Pipe()
		defer peer.Close()
		ln := once{make(chan net.Conn, 1), make(chan struct{})}
		ln.conns <- late{conn, stop, make(chan struct{})}
		start := time.Now()
		if err := Serve(ctx, ln); err != nil || time.Since(start) != 0 {
			t.Errorf("Serve() = %v after %v", err, time.Since(start))
		}
	})
}

// A listener that fails must not leave Serve waiting for an idle client.
func TestAcceptFailsLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		conn, peer := net.Pipe()
		defer peer.Close()
		ln := once{make(chan net.Conn, 1), make(chan struct{})}
		ln.conns <- slow{conn}
		start := time.Now()
		if err := Serve(t.Context(), failing{ln}); err != io.ErrClosedPipe || time.Since(start) != 2*time.Second {
			t.Errorf("Serve() = %v after %v", err, time.Since(start))
		}
	})
}

type failing struct{ once }

func (f failing) Accept() (net.Conn, error) {
	select {
	case conn := <-f.conns:
		return conn, nil
	case <-time.After(time.Second):
		return nil, io.ErrClosedPipe
	}
}

// slow takes a second to close, and Serve waits for it.
type slow struct{ net.Conn }

func (s slow) Close() error {
	time.Sleep(time.Second)
	return s.Conn.Close()
}
