package claimcheck

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

var key = []byte("a key of 32 bytes for the tests!")

func sign(header string, key []byte, c Claims) string {
	body, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	text := b64.EncodeToString([]byte(header)) + "." + b64.EncodeToString(body)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(text))
	return text + "." + b64.EncodeToString(mac.Sum(nil))
}

func Example() {
	claims := Claims{"login", "orders", time.Now().Add(5 * time.Minute).Unix(), "ada"}
	good := sign(`{"alg":"HS256","typ":"JWT"}`, key, claims)
	part := strings.Split(good, ".")
	admin := strings.Split(sign(`{"alg":"HS256"}`, []byte("another key"), Claims{"login", "orders", claims.Expires, "root"}), ".")
	none := b64.EncodeToString([]byte(`{"alg":"none"}`)) + "." + part[1] + "."

	try := func(what, token, audience string) {
		c, err := Verify(token, key, "login", audience)
		fmt.Printf("%-15s %q %v\n", what, c.Subject, err)
	}
	try("genuine", good, "orders")
	try("claims changed", part[0]+"."+admin[1]+"."+part[2], "orders")
	try("alg none", none, "orders")
	try("other service", good, "billing")
	// Output:
	// genuine         "ada" <nil>
	// claims changed  "" invalid token
	// alg none        "" invalid token
	// other service   "" invalid token
}

func TestExpiry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		header := `{"alg":"HS256"}`
		token := sign(header, key, Claims{"login", "orders", time.Now().Add(time.Minute).Unix(), "ada"})
		time.Sleep(time.Minute - 1)
		if c, err := Verify(token, key, "login", "orders"); err != nil || c.Subject != "ada" {
			t.Errorf("refused before it expires: %v, %v", c, err)
		}
		time.Sleep(1)
		if _, err := Verify(token, key, "login", "orders"); err != ErrToken {
			t.Errorf("at its expiry: %v", err)
		}
		forever := sign(header, key, Claims{Issuer: "login", Audience: "orders", Subject: "ada"})
		if _, err := Verify(forever, key, "login", "orders"); err != ErrToken {
			t.Errorf("a token without exp: %v", err)
		}
	})
}

func TestForgeries(t *testing.T) {
	now := time.Now().Add(time.Hour).Unix()
	good := Claims{"login", "orders", now, "ada"}
	for name, token := range map[string]string{
		"empty":        "",
		"two parts":    "a.b",
		"four parts":   sign(`{"alg":"HS256"}`, key, good) + ".x",
		"other key":    sign(`{"alg":"HS256"}`, []byte("x"), good),
		"other alg":    sign(`{"alg":"HS512"}`, key, good),
		"no alg":       sign(`{}`, key, good),
		"no JSON":      sign(`x`, key, good),
		"other issuer": sign(`{"alg":"HS256"}`, key, Claims{"evil", "orders", now, "ada"}),
		"cut":          strings.TrimSuffix(sign(`{"alg":"HS256"}`, key, good), "A")[:60],
	} {
		if c, err := Verify(token, key, "login", "orders"); err != ErrToken || c != (Claims{}) {
			t.Errorf("%s: %v, %v", name, c, err)
		}
	}
}
