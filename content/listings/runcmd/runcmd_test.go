package runcmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain is the other program, if RUNCMD_CHILD says what it does.
func TestMain(m *testing.M) {
	signals := make(chan os.Signal, 1)
	switch os.Getenv("RUNCMD_CHILD") {
	case "":
		m.Run()
		return
	case "fails":
		fmt.Fprintln(os.Stderr, "no such bucket:", os.Args[1])
		os.Exit(3)
	case "polite":
		signal.Notify(signals, syscall.SIGTERM)
		fmt.Println("ready")
		<-signals
		fmt.Println("cleaned up")
	case "stubborn":
		signal.Notify(signals, syscall.SIGTERM)
		fmt.Println("ready")
		for range signals {
		}
	case "works":
		fmt.Printf("%q\n", os.Args[1:])
	}
	os.Exit(0)
}

// firstWrite cancels a context when the child says that it is ready.
type firstWrite struct {
	strings.Builder
	cancel func()
}

func (w *firstWrite) Write(p []byte) (int, error) {
	defer w.cancel()
	return w.Builder.Write(p)
}

func TestRun(t *testing.T) {
	stopped := errors.New("stopped")
	for child, test := range map[string]struct {
		grace time.Duration
		out   string
		err   string
		code  int
	}{
		"works":    {time.Minute, "[\"a b; rm *\"]\n", "", 0},
		"fails":    {time.Minute, "", "exit status 3: no such bucket: a b; rm *", 3},
		"polite":   {time.Minute, "ready\ncleaned up\n", "stopped (context canceled): ", -1},
		"stubborn": {50 * time.Millisecond, "ready\n", "stopped (signal: killed): ", -1},
	} {
		t.Run(child, func(t *testing.T) {
			t.Setenv("RUNCMD_CHILD", child)
			ctx, cancel := context.WithCancelCause(t.Context())
			defer cancel(nil)
			out := &firstWrite{cancel: func() { cancel(stopped) }}
			if child == "works" {
				out.cancel = func() {}
			}
			err := Run(ctx, test.grace, out, os.Args[0], "a b; rm *")
			if out.String() != test.out {
				t.Errorf("printed %q, want %q", out.String(), test.out)
			}
			if test.err == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			if err == nil || err.Error() != os.Args[0]+": "+test.err {
				t.Errorf("got %v, want %v", err, test.err)
			}
			if test.code > 0 {
				exit, ok := errors.AsType[*exec.ExitError](err)
				if !ok || exit.ExitCode() != test.code {
					t.Error(err)
				}
			} else if !errors.Is(err, stopped) {
				t.Error(err)
			}
		})
	}
}
