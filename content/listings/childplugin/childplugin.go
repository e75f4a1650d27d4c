// Package childplugin calls a plugin that is a process of its own.
package childplugin

import (
	"io"
	"net/rpc"
	"os"
	"os/exec"
)

// region print

type pipe struct { // two one-way pipes as one connection
	io.Reader
	io.WriteCloser
}

// Serve is the plugin's main: it answers until stdin closes.
func Serve(service any) error {
	s := rpc.NewServer()
	if err := s.RegisterName("Plugin", service); err != nil {
		return err
	}
	s.ServeConn(pipe{os.Stdin, os.Stdout})
	return nil
}

// Start is the host's side. Close the client, then cmd.Wait.
func Start(cmd *exec.Cmd) (*rpc.Client, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return rpc.NewClient(pipe{out, in}), nil
}

// endregion print
