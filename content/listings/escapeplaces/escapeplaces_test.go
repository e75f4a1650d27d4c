package escapeplaces

import (
	"fmt"
	"html/template"
	"os"
	"strings"
	"testing"
)

func Example() {
	const attack = `javascript:a("'<")`
	fmt.Println(attack)
	if err := Show(os.Stdout, attack); err != nil {
		fmt.Println(err)
	}
	// Output:
	// javascript:a("'<")
	// <p>javascript:a(&#34;&#39;&lt;&#34;)</p>
	// <a title="javascript:a(&#34;&#39;&lt;&#34;)">attribute</a>
	// <a href="#ZgotmplZ">URL</a>
	// <a href="/find?q=javascript%3aa%28%22%27%3c%22%29">query</a>
	// <script>let name = "javascript:a(\"'\u003c\")"</script>
}

func TestAttacks(t *testing.T) {
	for _, attack := range []string{
		`</script><script>alert(1)</script>`, `" onmouseover="alert(1)`, `'-alert(1)-'`,
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "<!--",
	} {
		var out strings.Builder
		if err := Show(&out, attack); err != nil {
			t.Fatal(err)
		}
		got := out.String()
		if strings.Count(got, "<script") != 1 || strings.Count(got, "</script>") != 1 ||
			strings.Contains(got, `onmouseover="`) || strings.Contains(got, "<!--") {
			t.Errorf("%q gets through:\n%s", attack, got)
		}
		if strings.Contains(strings.ToLower(got), `href="javascript`) || strings.Contains(got, `href="data:`) {
			t.Errorf("%q is a link:\n%s", attack, got)
		}
	}
}

// What the text says of the ways around.
func TestTypes(t *testing.T) {
	var out strings.Builder
	if err := page.Execute(&out, template.HTML("<b>")); err != nil || !strings.Contains(out.String(), "<p><b></p>") {
		t.Errorf("template.HTML: %s, %v", out.String(), err)
	}
	bare := template.Must(template.New("").Parse(`<a title={{.}}>`))
	out.Reset()
	if err := bare.Execute(&out, `x onclick=alert(1)`); err != nil || strings.Contains(out.String(), " onclick=") {
		t.Errorf("without quotes: %s, %v", out.String(), err)
	}
}
