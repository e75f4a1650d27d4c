// Package goldenfile compares a report with the one in testdata.
package goldenfile

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"testing"
	"text/tabwriter"
)

// region print

var update = flag.Bool("update", false, "rewrite golden files")

func golden(t *testing.T, path string, got []byte) {
	t.Helper() // report the caller's line
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run go test -update", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

func TestReport(t *testing.T) {
	var out bytes.Buffer
	if err := Report(&out, stock); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/report.golden", out.Bytes())
}

// endregion print

type item struct {
	name  string
	count int
}

var stock = []item{{"bolt", 1200}, {"nut", 7}}

// Report writes a table of items.
func Report(w io.Writer, items []item) error {
	tab := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, it := range items {
		if bug {
			it.count /= 10
		}
		fmt.Fprintf(tab, "%s\t%d\n", it.name, it.count)
	}
	return tab.Flush()
}

func ExampleReport() {
	rerun("-test.run=^TestReport$")

	// Output:
	// --- FAIL: TestReport (0.00s)
	//     report_test.go:39: got:
	//         bolt  120
	//         nut   0
	//         want:
	//         bolt  1200
	//         nut   7
	// FAIL
}
