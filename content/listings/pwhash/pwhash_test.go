package pwhash

import (
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
)

func Example() {
	old, err := Cost(10).Hash("correct horse")
	if err != nil {
		fmt.Println(err)
		return
	}
	ok, weak := Cost(20).Verify(old, "correct horse")
	fmt.Println("right password:", ok, "- hash again:", weak)
	ok, weak = Cost(20).Verify(old, "correct house")
	fmt.Println("wrong password:", ok, "- hash again:", weak)
	// Output:
	// right password: true - hash again: true
	// wrong password: false - hash again: false
}

func TestHash(t *testing.T) {
	a, err := Cost(10).Hash("same")
	b, _ := Cost(10).Hash("same")
	if err != nil || a == b {
		t.Errorf("two users with one password have one hash: %s, %v", a, err)
	}
	parts := strings.Split(a, "$")
	if len(parts) != 4 || len(parts[2]) != 32 || len(parts[3]) != 64 {
		t.Errorf("got %s", a)
	}
	if strings.Contains(a, "same") || strings.Contains(a, hex.EncodeToString([]byte("same"))) {
		t.Errorf("it holds the password: %s", a)
	}
	long := strings.Repeat("x", 80)
	c, _ := Cost(10).Hash(long + "1")
	if ok, _ := Cost(10).Verify(c, long+"2"); ok {
		t.Error("a long password is cut")
	}
}

// What a stolen or broken table contains never opens an account.
func TestDamaged(t *testing.T) {
	good, _ := Cost(10).Hash("p")
	for _, stored := range []string{
		"", "p", "pbkdf2-sha256$10$$", good[:len(good)-2], strings.Replace(good, "$10$", "$11$", 1),
		strings.Replace(good, "$10$", "$0$", 1), strings.Replace(good, "$10$", "$-1$", 1),
	} {
		if ok, weak := Cost(10).Verify(stored, "p"); ok || weak {
			t.Errorf("%q: %v, %v", stored, ok, weak)
		}
	}
	if ok, _ := Cost(10).Verify(good, ""); ok {
		t.Error("the empty password matches")
	}
}

// A hash that another implementation made is weak only below the current cost.
func TestCost(t *testing.T) {
	const stored = "pbkdf2-sha256$20$000102030405060708090a0b0c0d0e0f$" +
		"58985ee9288bb873cd280b9c6fd3991e5cfb66d3a846d0c2159b17d5902e753b"
	for cost, want := range map[Cost]bool{19: false, 20: false, 21: true} {
		if ok, weak := cost.Verify(stored, "p"); !ok || weak != want {
			t.Errorf("%d: %v, %v", cost, ok, weak)
		}
	}
	if OWASP != 600_000 {
		t.Error("the cost was lowered")
	}
}
