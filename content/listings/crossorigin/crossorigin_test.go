// Package crossorigin lets a server refuse forged requests.
package crossorigin

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

func Example() {
	transfers := 0
	transfer := func(http.ResponseWriter, *http.Request) { transfers++ }
	// region print

	mux := http.NewServeMux()
	mux.HandleFunc("POST /transfer", transfer)
	var guard http.CrossOriginProtection
	site := httptest.NewServer(guard.Handler(mux))
	defer site.Close()

	post := func(who, header, value string) {
		r, err := http.NewRequest("POST", site.URL+"/transfer", nil)
		if err != nil {
			fmt.Println(err)
			return
		}
		r.Header.Set(header, value)
		answer, err := site.Client().Do(r)
		if err != nil {
			fmt.Println(err)
			return
		}
		defer answer.Body.Close()
		fmt.Println(who, answer.StatusCode)
	}
	post("own page:   ", "Sec-Fetch-Site", "same-origin")
	post("other site: ", "Sec-Fetch-Site", "cross-site")
	post("subdomain:  ", "Sec-Fetch-Site", "same-site")
	post("old browser:", "Origin", "https://evil.example")
	post("no browser: ", "User-Agent", "curl/8")
	// endregion print

	fmt.Println("transfers:", transfers)
	// Output:
	// own page:    200
	// other site:  403
	// subdomain:   403
	// old browser: 403
	// no browser:  200
	// transfers: 2
}

// What the text says of the order of the checks.
func TestGuard(t *testing.T) {
	var guard http.CrossOriginProtection
	if err := guard.AddTrustedOrigin("https://app.example"); err != nil {
		t.Fatal(err)
	}
	check := func(method, site, origin string, ok bool) {
		t.Helper()
		r := httptest.NewRequest(method, "https://bank.example/", nil)
		if site != "" {
			r.Header.Set("Sec-Fetch-Site", site)
		}
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		if err := guard.Check(r); (err == nil) != ok {
			t.Errorf("%s %q %q: %v", method, site, origin, err)
		}
	}
	check("GET", "cross-site", "https://evil.example", true)
	check("DELETE", "cross-site", "https://evil.example", false)
	check("PUT", "cross-site", "https://app.example", true)
	check("POST", "none", "", true)
	check("POST", "", "http://bank.example", true) // the host alone is compared
	check("POST", "", "null", false)
	if err := guard.AddTrustedOrigin("https://*.example"); err != nil {
		t.Log("no patterns:", err)
	}
	check("POST", "cross-site", "https://b.example", false)
}
