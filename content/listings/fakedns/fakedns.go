// Package fakedns checks host names with a resolver that a test can replace.
package fakedns

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
)

type dialer func(ctx context.Context, network, address string) (net.Conn, error)

// region print

// NewResolver asks the DNS server that dial connects to.
func NewResolver(dial dialer) *net.Resolver {
	return &net.Resolver{
		PreferGo: true, // cgo would ignore Dial
		Dial:     dial,
	}
}

// Verify tells a name that is wrong from a server that is down.
func Verify(
	ctx context.Context, r *net.Resolver, host string,
	allowed netip.Prefix,
) error {
	addrs, err := r.LookupNetIP(ctx, "ip4", host)
	dns, ok := errors.AsType[*net.DNSError](err)
	if ok && dns.IsNotFound {
		return fmt.Errorf("no such host: %s", dns.Name)
	} else if err != nil {
		return fmt.Errorf("try later: %w", err)
	}
	for _, addr := range addrs {
		if !allowed.Contains(addr.Unmap()) {
			return fmt.Errorf("%s is outside %s", addr, allowed)
		}
	}
	return nil
}

// endregion print
