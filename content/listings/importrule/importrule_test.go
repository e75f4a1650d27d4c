package importrule

import (
	"fmt"
	"testing"
	"testing/fstest"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func ExampleCheck() {
	fmt.Println(Check(fstest.MapFS{
		"domain/order.go":     file(`package domain; import "time"`),
		"domain/tax/tax.go":   file(`package tax; import "shop/adapter/pg"`),
		"app/place.go":        file(`package app; import ("shop/domain"; db "database/sql")`),
		"app/apply.go":        file(`package app; import "shop/adapters"`),
		"adapter/pg/store.go": file(`package pg; import ("database/sql"; "shop/app")`),
	}))
	// Output:
	// app/place.go imports database/sql
	// domain/tax/tax.go imports shop/adapter/pg
}

func TestCheck(t *testing.T) {
	for name, text := range map[string]string{
		"blank import":     `package domain; import _ "database/sql"`,
		"what is below it": `package domain; import "database/sql/driver"`,
		"no Go":            `no Go`,
	} {
		if err := Check(fstest.MapFS{"domain/a.go": file(text)}); err == nil {
			t.Error("accepted:", name)
		}
	}
	if err := Check(fstest.MapFS{"app/a.go": file("package app"), "README": file("no Go")}); err != nil {
		t.Error(err)
	}
}
