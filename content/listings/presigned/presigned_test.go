package presigned

import (
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestSigner(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := Signer{Key: []byte("secret")}
		get := s.URL("GET", "/media/a b?.png", time.Now().Add(time.Minute))
		want := func(when, method, target string, want bool) {
			t.Helper()
			if got := s.Allows(httptest.NewRequest(method, target, nil)); got != want {
				t.Errorf("%s: %s %s: allowed %v", when, method, target, got)
			}
		}
		want("as signed", "GET", get, true)
		want("another method", "PUT", get, false)
		want("another object", "GET", strings.Replace(get, "/media/a", "/media/b", 1), false)
		want("another time", "GET", strings.Replace(get, "until=9", "until=19", 1), false)
		want("no signature", "GET", get[:strings.Index(get, "?")], false)
		want("empty signature", "GET", "/media/a?until=99999999999&sig=", false)
		want("another key", "GET", Signer{Key: []byte("other")}.URL("GET", "/media/a", time.Now().Add(time.Minute)), false)
		time.Sleep(59 * time.Second)
		want("last second", "GET", get, true)
		time.Sleep(time.Second)
		want("over", "GET", get, false)
	})
}
