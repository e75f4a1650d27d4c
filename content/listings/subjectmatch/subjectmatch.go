// Package subjectmatch matches subjects as NATS does.
package subjectmatch

import "strings"

// region print

// Match compares token by token: "*" stands for any one, and
// ">" at the end for one or more.
func Match(pattern, subject string) bool {
	p := strings.Split(pattern, ".")
	s := strings.Split(subject, ".")
	for i, token := range p {
		switch {
		case i == len(s):
			return false // the subject is too short
		case token == ">":
			return i == len(p)-1
		case token != "*" && token != s[i]:
			return false
		}
	}
	return len(p) == len(s)
}

// endregion print
