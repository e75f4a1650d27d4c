package stackvm

import (
	"errors"
	"fmt"
	"testing"
)

// Counts from 4 down to 0.
var countdown = []byte{Push, 4, Push, 1, Sub, Dup, JumpIf, 2, Halt}

func ExampleRun() {
	fmt.Println(Run([]byte{Push, 44, Push, 2, Sub, Halt}, 10))
	fmt.Println(Run([]byte{Push, 1, JumpIf, 0}, 10)) // for ever
	fmt.Println(Run([]byte{Sub, Halt}, 10))
	fmt.Println(Run([]byte{Push}, 10))
	// Output:
	// [42] 6 <nil>
	// [] 1 out of gas
	// [] 10 stack underflow or overflow
	// [] 10 invalid code
}

func TestCountdown(t *testing.T) {
	stack, left, err := Run(countdown, 100)
	if err != nil || fmt.Sprint(stack) != "[0]" || left != 71 {
		t.Errorf("got %v, %d gas left, %v", stack, left, err)
	}
}

func TestWraps(t *testing.T) {
	stack, _, err := Run([]byte{Push, 0, Push, 1, Sub, Halt}, 10)
	if err != nil || stack[0] != 1<<64-1 {
		t.Errorf("0 - 1 = %v, %v", stack, err)
	}
}

func TestHostileCode(t *testing.T) {
	deep := make([]byte, 0, 200)
	for range 65 {
		deep = append(deep, Push, 1)
	}
	for name, c := range map[string]struct {
		code []byte
		want error
	}{
		"no code":      {nil, errCode},
		"unknown":      {[]byte{99}, errCode},
		"jump outside": {[]byte{Push, 1, JumpIf, 200}, errCode},
		"no argument":  {[]byte{Push, 1, JumpIf}, errCode},
		"too deep":     {deep, errStack},
		"dup of none":  {[]byte{Dup}, errStack},
	} {
		if _, _, err := Run(c.code, 1000); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}
