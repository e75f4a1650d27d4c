package pluginhost

import (
	"context"
	"errors"
	"fmt"
	"testing"
)

type fake struct {
	name    string
	version int
	err     error
}

func (f fake) Name() string { return f.name }
func (f fake) Version() int { return f.version }

func (f fake) Start(context.Context, Host) error {
	fmt.Println("start", f.name)
	return f.err
}

func (f fake) Stop() error {
	fmt.Println("stop", f.name)
	return nil
}

func ExampleStart() {
	ctx := context.Background()
	stop, err := Start(ctx, nil, fake{"mail", 2, nil}, fake{"push", 2, nil})
	fmt.Println(err, stop())
	_, err = Start(ctx, nil, fake{"mail", 2, nil}, fake{"fax", 1, nil}, fake{"push", 2, nil})
	fmt.Println(err)
	// Output:
	// start mail
	// start push
	// stop push
	// stop mail
	// <nil> <nil>
	// start mail
	// stop mail
	// plugin fax: version 1
}

func TestStartFails(t *testing.T) {
	refused := errors.New("refused")
	if _, err := Start(t.Context(), nil, fake{"sms", 2, refused}); !errors.Is(err, refused) {
		t.Error(err)
	}
}
