// Package stackvm interprets bytecode on a stack, and always the same way.
package stackvm

import "errors"

// The operations. Push and JumpIf take the byte that follows.
const (
	Halt byte = iota
	Push
	Dup
	Sub
	JumpIf // to that address, if the top of the stack is not 0
)

var (
	errGas   = errors.New("out of gas")
	errStack = errors.New("stack underflow or overflow")
	errCode  = errors.New("invalid code")
)

type instruction struct{ pop, push, args, gas int }

var table = map[byte]instruction{ // looked up, never ranged over
	Halt: {0, 0, 0, 0}, Push: {0, 1, 1, 1}, Dup: {1, 2, 0, 1},
	Sub: {2, 1, 0, 2}, JumpIf: {1, 0, 1, 3},
}

// check looks at the instruction at pc before it runs, and takes its gas.
func check(code []byte, pc, depth int, gas *int) error {
	if pc >= len(code) {
		return errCode
	}
	in, ok := table[code[pc]]
	switch {
	case !ok || pc+in.args >= len(code):
		return errCode
	case depth < in.pop || depth-in.pop+in.push > 64:
		return errStack
	case *gas < in.gas:
		return errGas
	}
	*gas -= in.gas
	return nil
}

// region print

// Run returns the stack at Halt, and the gas that is left.
func Run(code []byte, gas int) ([]uint64, int, error) {
	var s []uint64
	for pc := 0; ; pc++ {
		// known opcode, enough operands, enough gas?
		if err := check(code, pc, len(s), &gas); err != nil {
			return nil, gas, err
		}
		top := len(s) - 1
		switch code[pc] {
		case Halt:
			return s, gas, nil
		case Push:
			pc++
			s = append(s, uint64(code[pc]))
		case Dup:
			s = append(s, s[top])
		case Sub: // wraps around, as the Go spec says
			s[top-1] -= s[top]
			s = s[:top]
		case JumpIf:
			pc++
			if s[top] != 0 {
				pc = int(code[pc]) - 1
			}
			s = s[:top]
		}
	}
}

// endregion print
