package mwchain

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

func tag(name string, trail *[]string) Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			*trail = append(*trail, name)
			next.ServeHTTP(w, r)
			*trail = append(*trail, "/"+name)
		})
	}
}

func deny(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "forbidden", http.StatusForbidden)
	})
}

func get(h http.Handler) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	return w.Code
}

func ExampleChain() {
	var trail []string
	base := Chain{tag("log", &trail), tag("trace", &trail)}
	hello := http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		trail = append(trail, "handler")
	})
	fmt.Println(get(base.With(tag("auth", &trail)).Then(hello)), trail)
	trail = nil
	fmt.Println(get(base.With(deny).Then(hello)), trail)
	// Output:
	// 200 [log trace auth handler /auth /trace /log]
	// 403 [log trace /trace /log]
}

// Two groups that start from one base with room behind it.
func TestWithCopies(t *testing.T) {
	var trail []string
	base := append(make(Chain, 0, 8), tag("log", &trail))
	users := base.With(tag("users", &trail))
	base.With(deny)
	if code := get(users.Then(http.NotFoundHandler())); code != 404 {
		t.Errorf("code %d, trail %v", code, trail)
	}
}
