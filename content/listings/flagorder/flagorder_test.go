package flagorder

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

func lookup(env map[string]string) func(string) (string, bool) {
	return func(key string) (string, bool) {
		value, ok := env[key]
		return value, ok
	}
}

func ExampleSettle() {
	fs := flag.NewFlagSet("app", flag.ContinueOnError)
	fs.Int("port", 80, "")
	fs.String("host", "localhost", "")
	fs.String("log-level", "info", "")
	fs.Duration("timeout", time.Second, "")
	if err := fs.Parse([]string{"-port=80"}); err != nil {
		fmt.Println(err)
	}

	env := map[string]string{"APP_PORT": "81", "APP_LOG_LEVEL": "warn"}
	file := map[string]string{
		"port": "82", "log-level": "debug", "timeout": "5s",
	}
	if err := Settle(fs, "app-", lookup(env), file); err != nil {
		fmt.Println(err)
	}
	fs.VisitAll(func(f *flag.Flag) { fmt.Println(f.Name, f.Value) })
	// Output:
	// host localhost
	// log-level warn
	// port 80
	// timeout 5s
}

func TestSettle(t *testing.T) {
	fs := flag.NewFlagSet("app", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Int("port", 80, "")
	host := fs.String("host", "localhost", "")
	env := map[string]string{"APP_PORT": "http", "APP_HOST": ""}
	err := Settle(fs, "app-", lookup(env), map[string]string{"host": "example.org"})
	if err == nil || !strings.Contains(err.Error(), "port: ") {
		t.Errorf("got %v, want an error about port", err)
	}
	if *host != "" {
		t.Errorf("a variable set to nothing lost against the file: %q", *host)
	}
}
