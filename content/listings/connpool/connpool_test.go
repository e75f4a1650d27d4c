package connpool

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"testing"
	"time"
)

func ExamplePool() {
	dials := 0
	pool := New(1, func(context.Context) (net.Conn, error) {
		dials++
		conn, _ := net.Pipe()
		return conn, nil
	})
	ctx := context.Background()
	fine := func(net.Conn) error { return nil }
	fails := func(net.Conn) error { return io.ErrUnexpectedEOF }

	first, second := pool.Do(ctx, fine), pool.Do(ctx, fine)
	fmt.Println(first, second, "dials:", dials)
	first, second = pool.Do(ctx, fails), pool.Do(ctx, fine)
	fmt.Println(first, second, "dials:", dials)
	err := pool.Do(ctx, func(net.Conn) error {
		short, cancel := context.WithTimeout(ctx, time.Millisecond)
		defer cancel()
		fmt.Println("second caller:", pool.Do(short, fine))
		return nil
	})
	fmt.Println("first caller:", err)
	// Output:
	// <nil> <nil> dials: 1
	// unexpected EOF <nil> dials: 2
	// second caller: context deadline exceeded
	// first caller: <nil>
}

func TestPool(t *testing.T) {
	refused := errors.New("refused")
	fail := true
	peers := make(chan net.Conn, 3)
	pool := New(1, func(context.Context) (net.Conn, error) {
		if fail {
			return nil, refused
		}
		conn, peer := net.Pipe()
		peers <- peer
		return conn, nil
	})
	for range 2 { // a failed dial gives its permit back
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		if err := pool.Do(ctx, nil); err != refused {
			t.Fatal(err)
		}
		cancel()
	}
	fail = false
	var kept net.Conn
	err := pool.Do(t.Context(), func(conn net.Conn) error {
		kept = conn
		return conn.SetDeadline(time.Now().Add(-time.Second))
	})
	if err != nil {
		t.Fatal(err)
	}
	err = pool.Do(t.Context(), func(conn net.Conn) error {
		go (<-peers).Write([]byte("x"))
		if _, err := conn.Read(make([]byte, 1)); err != nil || conn != kept {
			t.Error("the deadline of the last caller is still set:", err)
		}
		return refused
	})
	if err != refused {
		t.Error("Do() =", err)
	}
	if _, err := kept.Read(make([]byte, 1)); err != io.ErrClosedPipe {
		t.Error("a broken connection stays open:", err)
	}
}
