package bindjson

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

type signup struct {
	Email string `json:"email"`
	Age   *int   `json:"age"`
}

func (s *signup) Check() map[string]string {
	bad := map[string]string{}
	if !strings.Contains(s.Email, "@") {
		bad["email"] = "is no address"
	}
	if s.Age == nil || *s.Age < 0 {
		bad["age"] = "is required"
	}
	return bad
}

func post(body string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	r := httptest.NewRequest("POST", "/", strings.NewReader(body))
	var in signup
	if Bind(rec, r, &in) {
		rec.WriteHeader(http.StatusCreated)
		fmt.Fprintf(rec, "%s is %d", in.Email, *in.Age)
	}
	return rec
}

func ExampleBind() {
	for _, body := range []string{
		`{"email":"ada@example.com","age":0}`,
		`{"email":"ada"}`,
		`{"email":"a@b.c","age":1,"admin":true}`,
	} {
		rec := post(body)
		fmt.Println(rec.Code, rec.Body)
	}
	// Output:
	// 201 ada@example.com is 0
	// 400 {"errors":{"age":"is required","email":"is no address"}}
	// 400 {"errors":{"body":"not the JSON that we expect"}}
}

func TestBind(t *testing.T) {
	for body, want := range map[string]int{
		``:                                    400,
		`{}`:                                  400,
		`{"email":"ada","age":1}`:             400,
		`{"email":"a@b.c","age":1} {"age":2}`: 400,
		`{"email":"a@b.c","age":1,"age":2}`:   400,
		`{"email":"` + strings.Repeat("a", 2000) + `@b.c","age":1}`: 413,
		`{"email":"a@b.c","age":1}` + strings.Repeat(" ", 2000):     413,
		`{"email":"` + strings.Repeat("a", 900) + `@b.c","age":1}`:  201,
	} {
		rec := post(body)
		if rec.Code != want {
			t.Errorf("%.40s: %d, want %d: %s", body, rec.Code, want, rec.Body)
		}
		if want != 201 && rec.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%.40s: %v", body, rec.Header())
		}
	}
}
