package requestid

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestRequestID(t *testing.T) {
	var inner string
	back := httptest.NewServer(Middleware(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			inner, _ = r.Context().Value(key{}).(string)
		})))
	defer back.Close()
	client := &http.Client{Transport: Transport{http.DefaultTransport}}
	untouched := true
	front := httptest.NewServer(Middleware(http.HandlerFunc(
		func(w http.ResponseWriter, r *http.Request) {
			req, err := http.NewRequestWithContext(r.Context(), "GET", back.URL, nil)
			if err != nil {
				t.Error(err)
				return
			}
			res, err := client.Do(req)
			if err != nil {
				t.Error(err)
				return
			}
			res.Body.Close()
			untouched = req.Header.Get("X-Request-ID") == ""
		})))
	defer front.Close()

	seen := map[string]bool{}
	for _, tc := range []struct {
		in   string
		keep bool
	}{
		{"", false}, {"", false},
		{"client-7f3a", true},
		{"short", false},
		{strings.Repeat("x", 64), true},
		{strings.Repeat("x", 65), false},
		{"a b c d e f g", false},
		{`forged" level=ERROR`, false},
	} {
		req, err := http.NewRequest("GET", front.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("X-Request-ID", tc.in)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		got := res.Header.Get("X-Request-ID")
		if (got == tc.in) != tc.keep || len(got) < 8 || seen[got] {
			t.Errorf("%q: got %q, keep %v", tc.in, got, tc.keep)
		}
		seen[got] = true
		if inner != got {
			t.Errorf("%q: the back end saw %q, not %q", tc.in, inner, got)
		}
		if !untouched {
			t.Error("the transport changed its caller's request")
		}
	}
}

func TestNoID(t *testing.T) {
	var got []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = r.Header.Values("X-Request-ID")
	}))
	defer s.Close()
	res, err := (&http.Client{Transport: Transport{http.DefaultTransport}}).Get(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if got != nil {
		t.Errorf("sent %q without an ID", got)
	}
}
