// Package escapeplaces shows one value in several contexts of a page.
package escapeplaces

import (
	"html/template"
	"io"
)

// region print

var page = template.Must(template.New("").Parse(`<p>{{.}}</p>
<a title="{{.}}">attribute</a>
<a href="{{.}}">URL</a>
<a href="/find?q={{.}}">query</a>
<script>let name = {{.}}</script>
`))

// Show writes one value into five places of a page.
func Show(w io.Writer, value string) error {
	return page.Execute(w, value)
}

// endregion print
