package sessionrenew

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// login starts a session and returns the cookie that the browser gets.
func login(s *Sessions, user string, sent ...*http.Cookie) *http.Cookie {
	w, r := httptest.NewRecorder(), request(sent...)
	s.Start(w, r, user)
	return w.Result().Cookies()[0]
}

func request(sent ...*http.Cookie) *http.Request {
	r := httptest.NewRequest("GET", "https://shop.example/", nil)
	for _, c := range sent {
		r.AddCookie(c)
	}
	return r
}

func Example() {
	sessions := New(12 * time.Hour)
	first := login(sessions, "ada")
	again := login(sessions, "ada", first)
	user, ok := sessions.User(request(again))
	fmt.Println("new ID:", user, ok)
	_, ok = sessions.User(request(first))
	fmt.Println("old ID:", ok)

	planted := &http.Cookie{Name: "__Host-session", Value: "chosen-by-mallory"}
	login(sessions, "ada", planted)
	_, ok = sessions.User(request(planted))
	fmt.Println("planted ID:", ok)

	again.Value = strings.Repeat("A", 26)
	fmt.Println(again)
	// Output:
	// new ID: ada true
	// old ID: false
	// planted ID: false
	// __Host-session=AAAAAAAAAAAAAAAAAAAAAAAAAA; Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax
}

func TestSessions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := New(time.Hour)
		ada, bob := login(s, "ada"), login(s, "bob")
		if len(ada.Value) < 26 || ada.Value == bob.Value {
			t.Errorf("IDs: %s, %s", ada.Value, bob.Value)
		}
		if _, ok := s.User(request()); ok {
			t.Error("logged in without a cookie")
		}
		for id := range s.live {
			if string(id[:]) == ada.Value || strings.Contains(string(id[:]), ada.Value[:8]) {
				t.Error("the store holds the ID itself")
			}
		}
		s.End(request(bob))
		if _, ok := s.User(request(bob)); ok {
			t.Error("logged in after logging out")
		}
		time.Sleep(time.Hour - 1)
		if user, ok := s.User(request(ada)); !ok || user != "ada" {
			t.Error("logged out too early")
		}
		time.Sleep(1)
		if _, ok := s.User(request(ada)); ok {
			t.Error("logged in after the session's end")
		}
	})
}
