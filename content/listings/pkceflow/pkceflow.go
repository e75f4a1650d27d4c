// Package pkceflow shows both steps of an OAuth 2.0 authorisation-code flow.
package pkceflow

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"net/url"
)

const callback = "https://shop.example/callback"

// region print

// A Flow waits in the user's session for the callback.
type Flow struct{ State, Verifier string }

// Begin returns the query for the provider's login page.
func Begin(client string) (Flow, url.Values) {
	f := Flow{rand.Text(), rand.Text() + rand.Text()}
	return f, url.Values{
		"response_type": {"code"}, "client_id": {client},
		"redirect_uri": {callback}, "state": {f.State},
		"code_challenge":        {Challenge(f.Verifier)},
		"code_challenge_method": {"S256"}}
}

// Challenge is what may be seen of a verifier.
func Challenge(verifier string) string {
	sum := sha256.Sum256([]byte(verifier))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

// Finish checks a callback and returns the token request.
func (f Flow) Finish(got url.Values) (url.Values, error) {
	state := []byte(got.Get("state"))
	same := subtle.ConstantTimeCompare(state, []byte(f.State))
	if f.State == "" || same != 1 {
		return nil, errors.New("callback of another flow")
	}
	return url.Values{"grant_type": {"authorization_code"},
		"code": {got.Get("code")}, "redirect_uri": {callback},
		"code_verifier": {f.Verifier}}, nil
}

// endregion print
