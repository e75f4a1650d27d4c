package rendercfg

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

const deployment = `country: {{quote .country}}
release: {{quote .release}}
command: {{quote .command}}
`

func ExampleRender() {
	values := map[string]any{
		"country": "NO", // bare, YAML 1.1 reads it as false
		"release": "1.10",
		"command": []string{"echo", "a: b # c"},
	}
	fmt.Println(Render(os.Stdout, deployment, values))
	delete(values, "release")
	fmt.Println(Render(os.Stdout, deployment, values))
	// Output:
	// country: "NO"
	// release: "1.10"
	// command: ["echo","a: b # c"]
	// <nil>
	// template: config:2:17: executing "config" at <.release>: map has no entry for key "release"
}

func TestBadTemplate(t *testing.T) {
	var out strings.Builder
	if err := Render(&out, "{{.x", nil); err == nil || out.Len() > 0 {
		t.Error(err, out.String())
	}
}
