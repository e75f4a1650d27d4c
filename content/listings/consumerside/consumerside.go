// Package consumerside declares the interface where it is used.
package consumerside

import (
	"context"
	"fmt"
)

type Invoice struct {
	Number, Email string
	Due           bool
}

// region print

// sender is all that reminding needs of a mail client.
type sender interface {
	Send(ctx context.Context, to, text string) error
}

// Remind has one job, and depends on one method.
func Remind(
	ctx context.Context, mail sender, all []Invoice,
) (sent int, err error) {
	for _, in := range all {
		if !in.Due {
			continue
		}
		text := "Please pay " + in.Number
		if err := mail.Send(ctx, in.Email, text); err != nil {
			return sent, fmt.Errorf("%s: %w", in.Number, err)
		}
		sent++
	}
	return sent, nil
}

// endregion print
