// Package inventory answers Ansible's question for hosts.
package inventory

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
)

// region print

type Machine struct{ Name, Addr, Role string }

type group struct {
	Hosts []string `json:"hosts"`
}

type vars map[string]any

// List answers --list: a group for each role, and under _meta
// all variables, so that nobody calls again with --host.
func List(w io.Writer, machines []Machine) error {
	hostvars := vars{}
	all := vars{"_meta": vars{"hostvars": hostvars}}
	hosts := map[string][]string{}
	for _, m := range machines {
		role := strings.ReplaceAll(m.Role, "-", "_")
		hosts[role] = append(hosts[role], m.Name)
		hostvars[m.Name] = vars{"ansible_host": m.Addr}
	}
	for role, names := range hosts {
		slices.Sort(names)
		all[role] = group{names}
	}
	return json.NewEncoder(w).Encode(all) // sorts the keys
}

// endregion print
