package fielderror

import (
	"errors"
	"fmt"
	"io"
	"testing"
)

func ExampleFieldError() {
	err := fmt.Errorf("sign up: %w", CheckAge(212))
	fmt.Println(err)
	fmt.Println(Advice(err))
	fmt.Println("range error:", errors.Is(err, ErrRange))
	fmt.Println("age 30:", CheckAge(30))
	// Output:
	// sign up: age: out of range
	// correct the field age
	// range error: true
	// age 30: <nil>
}

func TestNil(t *testing.T) {
	for _, age := range []int{0, 150} {
		if err := CheckAge(age); err != nil {
			t.Errorf("age %d: %v, want nil", age, err)
		}
	}
	for _, age := range []int{-1, 151} {
		if CheckAge(age) == nil {
			t.Errorf("age %d: nil, want an error", age)
		}
	}
	if got := Advice(io.EOF); got != "try again later" {
		t.Error(got)
	}
}
