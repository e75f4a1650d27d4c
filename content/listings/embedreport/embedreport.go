// Package embedreport writes reports from embedded templates.
package embedreport

import (
	"bytes"
	"embed"
	"io"
	"text/template"
)

// region print

//go:embed templates/*.tmpl
var files embed.FS

// Must panics at start-up if one of them does not parse.
var reports = template.Must(
	template.New("").Option("missingkey=error").
		ParseFS(files, "templates/*.tmpl"))

// Write renders all of a report before it writes any of it.
func Write(w io.Writer, name string, data any) error {
	var page bytes.Buffer
	err := reports.ExecuteTemplate(&page, name+".tmpl", data)
	if err != nil {
		return err
	}
	_, err = page.WriteTo(w)
	return err
}

// endregion print
