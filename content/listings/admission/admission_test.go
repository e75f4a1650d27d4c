package admission

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func ask(body string) (int, Review) {
	r := httptest.NewRequest("POST", "/mutate", strings.NewReader(body))
	w := httptest.NewRecorder()
	Handle(w, r)
	var review Review
	_ = json.Unmarshal(w.Body.Bytes(), &review)
	return w.Code, review
}

func ExampleHandle() {
	for _, pod := range []string{
		`{"metadata":{"labels":{"app":"shop"}},"spec":{"securityContext":{}}}`,
		`{"metadata":{"labels":{"owner":"web"}},"spec":{"securityContext":{}}}`,
		`{"metadata":{"labels":{"owner":"web"}},"spec":{"securityContext":{"runAsNonRoot":false}}}`,
	} {
		_, review := ask(`{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview",
			"request":{"uid":"7f0b","object":` + pod + `}}`)
		res := review.Response
		fmt.Print(res.UID, " allowed: ", res.Allowed)
		if res.Status != nil {
			fmt.Print(", ", res.Status.Message)
		}
		if res.Patch != nil {
			var ops []struct{ Op, Path string }
			if err := json.Unmarshal(res.Patch, &ops); err != nil {
				panic(err)
			}
			fmt.Print(", ", ops[0].Op, " ", ops[0].Path)
		}
		fmt.Println()
	}
	// Output:
	// 7f0b allowed: false, label owner is missing
	// 7f0b allowed: true, add /spec/securityContext/runAsNonRoot
	// 7f0b allowed: true
}

func TestWire(t *testing.T) {
	code, _ := ask(`{"kind":"AdmissionReview"}`)
	if code != http.StatusBadRequest {
		t.Error(code)
	}
	w := httptest.NewRecorder()
	Handle(w, httptest.NewRequest("POST", "/", strings.NewReader(
		`{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview",
		"request":{"uid":"u","object":{"metadata":{"labels":{"owner":"x"}}}}}`)))
	body := w.Body.String()
	for _, want := range []string{`"apiVersion":"admission.k8s.io/v1"`, `"patch":"W3`, `"patchType":"JSONPatch"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in %s", want, body)
		}
	}
	if strings.Contains(body, `"request"`) {
		t.Error("the request goes back")
	}
}
