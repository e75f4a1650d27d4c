// Package promptfile renders prompts from a template.
package promptfile

import (
	"strings"
	"text/template"
)

// region print

const source = `Classify the ticket. Answer with one of:
{{- range .Labels}} {{.}}{{end}}.
{{range .Examples}}
Ticket: {{printf "%q" .Text}}
Label: {{.Label}}
{{end}}`

var classify = template.Must(
	template.New("classify").Parse(source))

type Example struct{ Text, Label string }

type Message struct{ Role, Content string }

// Prompt keeps the instructions and the user's text apart.
func Prompt(
	labels []string, examples []Example, ticket string,
) ([]Message, error) {
	var system strings.Builder
	err := classify.Execute(&system, struct {
		Labels   []string
		Examples []Example
	}{labels, examples})
	return []Message{
		{"system", system.String()}, {"user", ticket},
	}, err
}

// endregion print
