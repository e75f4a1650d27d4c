// Package rendercfg fills in a configuration template.
package rendercfg

import (
	"bytes"
	"encoding/json"
	"io"
	"text/template"
)

// region print

// Render fills in the template, and writes nothing on an error.
func Render(w io.Writer, text string, values any) error {
	t, err := template.New("config").
		Option("missingkey=error"). // not "<no value>"
		Funcs(template.FuncMap{"quote": quote}).
		Parse(text)
	if err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := t.Execute(&buf, values); err != nil {
		return err
	}
	_, err = buf.WriteTo(w)
	return err
}

// quote writes a value as JSON, which YAML reads as well.
func quote(v any) (string, error) {
	text, err := json.Marshal(v)
	return string(text), err
}

// endregion print
