// Package jsonends shows where each JSON decoder stops.
package jsonends

import (
	"encoding/json"
	jsonv2 "encoding/json/v2"
	"io"
	"strings"
)

type event struct {
	N int `json:"n"`
}

// region print

func Bytes(s string) (n []int, err error) {
	var e event
	if err := json.Unmarshal([]byte(s), &e); err != nil {
		return nil, err
	}
	return []int{e.N}, nil
}

func Stream(s string) (n []int, err error) {
	dec := json.NewDecoder(strings.NewReader(s))
	for {
		var e event // fresh: no field survives from the last
		if err := dec.Decode(&e); err == io.EOF {
			return n, nil
		} else if err != nil {
			return n, err
		}
		n = append(n, e.N)
	}
}

func Whole(s string) (n []int, err error) {
	var e event
	err = jsonv2.UnmarshalRead(strings.NewReader(s), &e)
	if err != nil {
		return nil, err
	}
	return []int{e.N}, nil
}

// endregion print
