package pkceflow

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// A provider with one code outstanding, issued for one challenge.
func provider(code, challenge string) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.FormValue("code") != code || Challenge(r.FormValue("code_verifier")) != challenge {
			http.Error(w, `{"error":"invalid_grant"}`, http.StatusBadRequest)
			return
		}
		fmt.Fprint(w, `{"access_token":"t"}`)
	}))
}

func Example() {
	flow, query := Begin("shop")
	server := provider("c-42", query.Get("code_challenge"))
	defer server.Close()

	form, err := flow.Finish(url.Values{"code": {"c-42"}, "state": {query.Get("state")}})
	if err != nil {
		fmt.Println(err)
		return
	}
	ask := func(who string, form url.Values) {
		response, err := http.PostForm(server.URL, form)
		if err != nil {
			fmt.Println(err)
			return
		}
		defer response.Body.Close()
		fmt.Println(who+":", response.Status)
	}
	ask("shop", form)
	form.Set("code_verifier", "guess")
	ask("thief of the code", form)
	_, err = flow.Finish(url.Values{"code": {"c-13"}, "state": {"forged"}})
	fmt.Println("forged callback:", err)
	// Output:
	// shop: 200 OK
	// thief of the code: 400 Bad Request
	// forged callback: callback of another flow
}

// The example of RFC 7636, appendix B.
func TestChallenge(t *testing.T) {
	got := Challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
	if want := "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBegin(t *testing.T) {
	a, query := Begin("shop")
	b, _ := Begin("shop")
	if a.State == b.State || a.Verifier == b.Verifier {
		t.Error("a flow repeats")
	}
	// RFC 7636, section 4.1: 43 to 128 characters.
	if n := len(a.Verifier); n < 43 || n > 128 {
		t.Errorf("a verifier of %d characters", n)
	}
	if query.Get("code_challenge_method") != "S256" || query.Get("response_type") != "code" ||
		query.Get("code_challenge") != Challenge(a.Verifier) || query.Has("code_verifier") {
		t.Errorf("got %v", query)
	}
}

func TestFinish(t *testing.T) {
	flow, _ := Begin("shop")
	for _, state := range []string{"", "x", flow.State + "A", flow.State[1:]} {
		if form, err := flow.Finish(url.Values{"state": {state}, "code": {"c"}}); err == nil {
			t.Errorf("state %q gives %v", state, form)
		}
	}
	if _, err := (Flow{}).Finish(url.Values{"code": {"c"}}); err == nil {
		t.Error("no flow was begun, and the callback is accepted")
	}
	form, err := flow.Finish(url.Values{"state": {flow.State}, "code": {"c"}})
	if err != nil || form.Get("code") != "c" || form.Get("code_verifier") != flow.Verifier || form.Get("redirect_uri") != callback {
		t.Errorf("got %v, %v", form, err)
	}
}
