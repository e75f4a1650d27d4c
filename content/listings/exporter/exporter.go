// Package exporter shows the queues of a broker to Prometheus.
package exporter

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
)

// region print

type Exporter struct { // Queues asks the broker
	Queues func(context.Context) (map[string]int, error)
}

var ( // only the value of a label stands in quotes
	help = strings.NewReplacer(`\`, `\\`, "\n", `\n`)
	val  = strings.NewReplacer(`\`, `\\`, "\n", `\n`, `"`, `\"`)
)

func (e *Exporter) ServeHTTP(
	w http.ResponseWriter, r *http.Request,
) {
	up := 1
	queues, err := e.Queues(r.Context()) // once a scrape
	if err != nil {
		up, queues = 0, nil // no numbers instead of old ones
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4")
	head := func(name, text string) {
		fmt.Fprintf(w, "# HELP %s %s\n# TYPE %[1]s gauge\n",
			name, help.Replace(text))
	}
	head("broker_up", "Whether the broker answered.")
	fmt.Fprintln(w, "broker_up", up)
	head("broker_messages", `Waiting, without "dead" ones.`)
	for _, q := range slices.Sorted(maps.Keys(queues)) {
		fmt.Fprintf(w, "broker_messages{queue=\"%s\"} %d\n",
			val.Replace(q), queues[q])
	}
}

// endregion print
