package muxroutes

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
)

type memory []Note

func (m *memory) Add(text string) Note {
	*m = append(*m, Note{strconv.Itoa(len(*m) + 1), text})
	return (*m)[len(*m)-1]
}

func (m *memory) Find(id string) (Note, bool) {
	for _, note := range *m {
		if note.ID == id {
			return note, true
		}
	}
	return Note{}, false
}

func do(s Store, method, path, body string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	Routes(s).ServeHTTP(rec, httptest.NewRequest(method, path, strings.NewReader(body)))
	return rec
}

func ExampleRoutes() {
	var s memory
	rec := do(&s, "POST", "/v1/notes", `{"text":"milk"}`)
	fmt.Println(rec.Code, rec.Header().Get("Location"), rec.Body)
	rec = do(&s, "GET", "/v1/notes/1", "")
	fmt.Println(rec.Code, rec.Body)
	rec = do(&s, "GET", "/v1/notes/2", "")
	fmt.Print(rec.Code, " ", rec.Body)
	rec = do(&s, "DELETE", "/v1/notes/1", "")
	fmt.Println(rec.Code, "Allow:", rec.Header().Get("Allow"))
	// Output:
	// 201 /v1/notes/1 {"id":"1","text":"milk"}
	// 200 {"id":"1","text":"milk"}
	// 404 404 page not found
	// 405 Allow: GET, HEAD
}

func TestRoutes(t *testing.T) {
	var s memory
	if rec := do(&s, "POST", "/v1/notes", `{"text":`); rec.Code != 400 {
		t.Error("broken JSON:", rec.Code)
	}
	if rec := do(&s, "GET", "/notes/1", ""); rec.Code != 404 {
		t.Error("without the group:", rec.Code)
	}
}

// What the text says of precedence and of the trailing slash.
func TestPrecedence(t *testing.T) {
	mux := http.NewServeMux()
	none := func(http.ResponseWriter, *http.Request) {}
	mux.HandleFunc("GET /notes/{id}", none)
	mux.HandleFunc("GET /notes/latest", none)
	r := httptest.NewRequest("GET", "/notes/latest", nil)
	if _, pattern := mux.Handler(r); pattern != "GET /notes/latest" {
		t.Error(pattern)
	}
	defer func() {
		if recover() == nil {
			t.Error("a conflict must panic")
		}
	}()
	mux.HandleFunc("GET /{kind}/7", none)
}
