package csvtojson

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

type sale struct {
	Shop  string `json:"shop"`
	Cents int    `json:"cents"`
}

func parse(row []string) (sale, error) {
	cents, err := strconv.Atoi(row[1])
	return sale{row[0], cents}, err
}

func ExampleConvert() {
	err := Convert(strings.NewReader("Oslo,1250\n\"Bergen, north\",80\n"), os.Stdout, 1, parse)
	fmt.Println(err)
	err = Convert(strings.NewReader("Oslo,12.50\n"), os.Stdout, 1, parse)
	fmt.Println(err)
	// Output:
	// {"shop":"Oslo","cents":1250}
	// {"shop":"Bergen, north","cents":80}
	// <nil>
	// strconv.Atoi: parsing "12.50": invalid syntax
}

// Four workers share eight rows of a second each: two seconds, and every row arrives.
func TestParallel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		start := time.Now()
		err := Convert(strings.NewReader(strings.Repeat("x,1\n", 8)), &out, 4, func(row []string) (sale, error) {
			time.Sleep(time.Second)
			return parse(row)
		})
		took, lines := time.Since(start), bytes.Count(out.Bytes(), []byte{'\n'})
		if err != nil || lines != 8 || took != 2*time.Second {
			t.Errorf("%d lines in %v, error %v; want 8 in 2s", lines, took, err)
		}
	})
}

// endless repeats one row for ever, so memory and time show whether the pipeline stops.
type endless struct{ reads int }

func (e *endless) Read(p []byte) (int, error) {
	e.reads++
	return copy(p, "x,1\n"), nil
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

// Each stage can fail; all goroutines then end, or the bubble reports a deadlock.
func TestFailures(t *testing.T) {
	bad := errors.New("bad row")
	tests := map[string]func() error{
		"write": func() error { return Convert(&endless{}, fullDisk{}, 3, parse) },
		"transform": func() error {
			return Convert(&endless{}, io.Discard, 3, func([]string) (sale, error) { return sale{}, bad })
		},
		"read": func() error { return Convert(strings.NewReader("a,1\n\"b,2\n"), io.Discard, 3, parse) },
	}
	for name, run := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				if err := run(); err == nil {
					t.Error("no error")
				}
			})
		})
	}
}
