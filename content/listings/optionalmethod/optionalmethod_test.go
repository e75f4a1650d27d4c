package optionalmethod

import (
	"errors"
	"fmt"
	"testing"
)

var errMissing = errors.New("missing")

type old struct{ trips *int }

func (s old) Get(key string) (string, error) {
	*s.trips++
	if key == "?" {
		return "", errMissing
	}
	return "<" + key + ">", nil
}

type fast struct{ old }

func (s fast) GetAll(keys []string) ([]string, error) {
	*s.trips++
	var values []string
	for _, key := range keys {
		values = append(values, "<"+key+">")
	}
	return values, nil
}

func ExampleGetAll() {
	keys := []string{"a", "b", "c"}
	trips := 0
	values, err := GetAll(old{&trips}, keys)
	fmt.Println("v1.0 store:", values, err, trips, "trips")
	trips = 0
	values, err = GetAll(fast{old{&trips}}, keys)
	fmt.Println("v1.1 store:", values, err, trips, "trip")
	// Output:
	// v1.0 store: [<a> <b> <c>] <nil> 3 trips
	// v1.1 store: [<a> <b> <c>] <nil> 1 trip
}

func TestError(t *testing.T) {
	trips := 0
	values, err := GetAll(old{&trips}, []string{"a", "?", "b"})
	if values != nil || err != errMissing || trips != 2 {
		t.Errorf("%v, %v, %d trips", values, err, trips)
	}
}
