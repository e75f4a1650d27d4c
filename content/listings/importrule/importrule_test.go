package importrule

import (
	"fmt"
	"testing"
	"testing/fstest"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func ExampleCheck() {
	fmt.Println(Check(fstest.MapFS{
		"domain/order.go": file(`package domain; import "time"`),
		"app/place.go":    file(`package app; import ("shop/domain"; db "database/sql")`),
		"adapter/pg.go":   file(`package adapter; import ("database/sql"; "shop/app")`),
	}))
	// Output:
	// app/place.go imports database/sql
}

func TestCheck(t *testing.T) {
	if err := Check(fstest.MapFS{"domain/a.go": file(`package domain; import _ "database/sql"`)}); err == nil {
		t.Error("blank import")
	}
	if err := Check(fstest.MapFS{"app/a.go": file("package app")}); err != nil {
		t.Error(err)
	}
	if err := Check(fstest.MapFS{"app/a.go": file("no Go")}); err == nil {
		t.Error("parsed what is no Go")
	}
}
