// Package configmigrate reads every version of a configuration file.
package configmigrate

import (
	"encoding/json/v2"
	"fmt"
)

// region print

type V1 struct {
	Version int    `json:"version"`
	Addr    string `json:"addr"`
}

type Config struct { // version 2
	Version int      `json:"version"`
	Listen  []string `json:"listen"`
}

func Load(data []byte) (c Config, err error) {
	var head struct {
		Version int `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return c, err
	}
	strict := json.RejectUnknownMembers(true)
	switch head.Version {
	case 1:
		var old V1
		err = json.Unmarshal(data, &old, strict)
		c = Config{Version: 2, Listen: []string{old.Addr}}
	case 2:
		err = json.Unmarshal(data, &c, strict)
	default:
		err = fmt.Errorf("unknown version %d", head.Version)
	}
	return c, err
}

// endregion print
