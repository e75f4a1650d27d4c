// Package restcli is one command of a REST client.
package restcli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"text/tabwriter"
)

// StatusError is an answer that is not 200.
type StatusError int

func (e StatusError) Error() string {
	return fmt.Sprintf("server says %d %s", int(e), http.StatusText(int(e)))
}

// region print

// List prints the builds at url as a table.
func List(
	ctx context.Context, c *http.Client, url, token string,
	out io.Writer,
) error {
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	res, err := c.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return StatusError(res.StatusCode) // main: exit 3
	}
	var builds []struct{ ID, State, Branch string }
	err = json.NewDecoder(res.Body).Decode(&builds)
	if err != nil {
		return fmt.Errorf("decode %s: %w", url, err)
	}
	tw := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "ID\tSTATE\tBRANCH")
	for _, b := range builds {
		fmt.Fprintf(tw, "%s\t%s\t%s\n", b.ID, b.State, b.Branch)
	}
	return tw.Flush()
}

// endregion print
