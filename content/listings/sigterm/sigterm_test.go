package sigterm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

func ExampleServe() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	var ready atomic.Bool
	entered, shutdown := make(chan struct{}), make(chan struct{})
	srv := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-shutdown // a request that takes long
		fmt.Println("in Shutdown, ready:", ready.Load())
		io.WriteString(w, "saved")
	})}
	srv.RegisterOnShutdown(func() { close(shutdown) })

	var wg sync.WaitGroup
	wg.Go(func() {
		res, err := http.Post("http://"+l.Addr().String(), "text/plain", nil)
		if err != nil {
			fmt.Println(err)
			return
		}
		defer res.Body.Close()
		body, _ := io.ReadAll(res.Body)
		fmt.Println("client:", res.StatusCode, string(body))
	})
	wg.Go(func() {
		<-entered
		fmt.Println("in a request, ready:", ready.Load())
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Signal(syscall.SIGTERM)
		}
		if err != nil {
			fmt.Println(err)
			stop()
		}
	})
	err = Serve(ctx, srv, l, &ready, time.Millisecond, time.Minute)
	wg.Wait()
	fmt.Println("exit:", err, "after", context.Cause(ctx))
	// Output:
	// in a request, ready: true
	// in Shutdown, ready: false
	// client: 200 saved
	// exit: <nil> after terminated signal received
}

// listener accepts what is sent to it.
type listener struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *listener) Addr() net.Addr { return &net.TCPAddr{} }

func TestTimes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &listener{conns: make(chan net.Conn), closed: make(chan struct{})}
		never := make(chan struct{})
		srv := &http.Server{Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
			<-never
		})}
		ctx, cancel := context.WithCancel(t.Context())
		var ready atomic.Bool
		result := make(chan error, 1)
		start := time.Now()
		go func() { result <- Serve(ctx, srv, l, &ready, 5*time.Second, 20*time.Second) }()

		client, server := net.Pipe()
		l.conns <- server
		fmt.Fprint(client, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
		synctest.Wait()
		if !ready.Load() {
			t.Error("not ready while it serves")
		}
		cancel()
		synctest.Wait()
		if ready.Load() {
			t.Error("still ready after the signal")
		}
		time.Sleep(5*time.Second - 1)
		select {
		case <-l.closed:
			t.Error("the listener was closed before the lag was over")
		default:
		}
		<-l.closed
		if took := time.Since(start); took != 5*time.Second {
			t.Error("closed after", took)
		}
		err := <-result
		if took := time.Since(start); !errors.Is(err, context.DeadlineExceeded) || took != 25*time.Second {
			t.Error(err, took)
		}
		if _, err := client.Read(make([]byte, 1)); err == nil {
			t.Error("the connection survives")
		}
		close(never)
	})
}

func TestBrokenListener(t *testing.T) {
	l := &listener{closed: make(chan struct{})}
	l.Close()
	var ready atomic.Bool
	if err := Serve(t.Context(), &http.Server{}, l, &ready, 0, 0); !errors.Is(err, net.ErrClosed) {
		t.Error(err)
	}
}
