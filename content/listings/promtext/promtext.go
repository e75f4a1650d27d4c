// Package promtext serves a counter in the text format of Prometheus.
package promtext

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
)

func NewCounter(name, help, label string) *Counter {
	return &Counter{name: name, help: help, label: label, values: map[string]uint64{}}
}

// region print

type Counter struct {
	name, help, label string

	mu     sync.Mutex
	values map[string]uint64 // by value of the label
}

func (c *Counter) Inc(value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[value]++
}

var esc = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

func (c *Counter) ServeHTTP(
	w http.ResponseWriter, _ *http.Request,
) {
	c.mu.Lock()
	values := maps.Clone(c.values)
	c.mu.Unlock()
	w.Header().Set("Content-Type", "text/plain; version=0.0.4")
	fmt.Fprintf(w, "# HELP %s %s\n", c.name, c.help)
	fmt.Fprintf(w, "# TYPE %s counter\n", c.name)
	for _, v := range slices.Sorted(maps.Keys(values)) {
		fmt.Fprintf(w, "%s{%s=\"%s\"} %d\n",
			c.name, c.label, esc.Replace(v), values[v])
	}
}

// endregion print
