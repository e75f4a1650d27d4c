// Package subcmds has subcommands with the standard library only.
package subcmds

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

// region print

var commands = map[string]func([]string, io.Writer) error{
	"add":  add,
	"list": list,
}

// Run looks up the first word and hands the rest on.
func Run(args []string, out io.Writer) error {
	if len(args) == 0 {
		return fmt.Errorf("usage: todo add|list [flags]")
	}
	command, ok := commands[args[0]]
	if !ok {
		return fmt.Errorf("todo: unknown command %q", args[0])
	}
	return command(args[1:], out)
}

func add(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("todo add", flag.ContinueOnError)
	fs.SetOutput(out)
	due := fs.String("due", "never", "day to be done by")
	if err := fs.Parse(args); err != nil {
		return err
	}
	fmt.Fprintf(out, "due %s: %q\n", *due, fs.Args())
	return nil
}

// endregion print

func list(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("todo list", flag.ContinueOnError)
	fs.SetOutput(out)
	all := fs.Bool("all", false, "include what is done")
	if err := fs.Parse(args); err != nil {
		return err
	}
	fmt.Fprintln(out, "all:", *all, strings.Join(fs.Args(), " "))
	return nil
}
