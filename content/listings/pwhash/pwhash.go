// Package pwhash stores passwords with the standard library alone.
package pwhash

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
)

// region print

// A Cost is a number of PBKDF2 iterations.
type Cost int

const OWASP Cost = 600_000 // the least, with SHA-256

const format = "pbkdf2-sha256$%d$%x$%x" // cost, salt, key

// Hash returns what to store for a password.
func (c Cost) Hash(password string) (string, error) {
	salt := make([]byte, 16)
	rand.Read(salt) // never fails
	key, err := pbkdf2.Key(
		sha256.New, password, salt, int(c), 32)
	return fmt.Sprintf(format, c, salt, key), err
}

// Verify reports a match, and whether to hash it again.
func (c Cost) Verify(stored, password string) (ok, weak bool) {
	var n int
	var salt, want []byte
	_, err := fmt.Sscanf(stored, format, &n, &salt, &want)
	if err != nil {
		return false, false
	}
	got, err := pbkdf2.Key(sha256.New, password, salt, n, 32)
	ok = err == nil &&
		subtle.ConstantTimeCompare(got, want) == 1
	return ok, ok && n < int(c)
}

// endregion print
