package assetroot

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func site(dir string) (*os.Root, error) {
	public := filepath.Join(dir, "public")
	err := errors.Join(
		os.MkdirAll(filepath.Join(public, ".git"), 0o700),
		os.MkdirAll(filepath.Join(public, "img"), 0o700),
		os.MkdirAll(filepath.Join(public, "docs"), 0o700),
		os.WriteFile(filepath.Join(dir, "secret"), []byte("key"), 0o600),
		os.WriteFile(filepath.Join(public, ".git", "config"), []byte("key"), 0o600),
		os.WriteFile(filepath.Join(public, "app.css"), []byte("body{}"), 0o600),
		os.WriteFile(filepath.Join(public, "img", "a.svg"), []byte("<svg/>"), 0o600),
		os.WriteFile(filepath.Join(public, "docs", "index.html"), []byte("docs"), 0o600),
		os.Symlink("../secret", filepath.Join(public, "link")),
		os.Symlink("app.css", filepath.Join(public, "same.css")),
	)
	if err != nil {
		return nil, err
	}
	return os.OpenRoot(public)
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest("GET", path, nil))
	return rec
}

func ExampleAssets() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	root, err := site(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer root.Close()
	for _, path := range []string{
		"/static/app.css",
		"/static/img/", // a listing
		"/static/.git/config",
		"/static/link", // -> ../secret
		"/static/../../secret",
	} {
		fmt.Println(get(Assets(root), path).Code, path)
	}
	// Output:
	// 200 /static/app.css
	// 404 /static/img/
	// 404 /static/.git/config
	// 404 /static/link
	// 404 /static/../../secret
}

func TestAssets(t *testing.T) {
	dir := t.TempDir()
	root, err := site(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for path, want := range map[string]int{
		"/static/same.css":             200,
		"/static/docs/":                200,
		"/static/img/a.svg":            200,
		"/static/":                     404,
		"/static/img":                  404,
		"/static/.git/":                404,
		"/static/img/../.git/config":   404,
		"/static/%2e%2e/secret":        404,
		"/static/..%2fsecret":          404,
		"/static/%2egit/config":        404,
		"/static/img%2f..%2f..%2flink": 404,
		"/app.css":                     404,
	} {
		rec := get(Assets(root), path)
		if rec.Code != want || strings.Contains(rec.Body.String(), "key") {
			t.Errorf("%s: %d, want %d: %s", path, rec.Code, want, rec.Body)
		}
	}
}

// What the text says of the ways that this one avoids.
func TestWithout(t *testing.T) {
	dir := t.TempDir()
	root, err := site(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	old := http.FileServer(http.Dir(filepath.Join(dir, "public")))
	if rec := get(old, "/link"); rec.Body.String() != "key" {
		t.Errorf("http.Dir no longer follows a link: %d %s", rec.Code, rec.Body)
	}
	if rec := get(old, "/../secret"); strings.Contains(rec.Body.String(), "key") {
		t.Errorf("http.Dir lets .. out: %d", rec.Code)
	}
	if rec := get(old, "/.git/config"); rec.Body.String() != "key" {
		t.Errorf("http.Dir hides dotfiles: %d", rec.Code)
	}
	if rec := get(old, "/img/"); !strings.Contains(rec.Body.String(), "a.svg") {
		t.Errorf("no listing: %d %s", rec.Code, rec.Body)
	}
	plain := http.FileServerFS(root.FS())
	if rec := get(plain, "/link"); rec.Code != 500 {
		t.Errorf("an escape was a 500 when this was written: %d", rec.Code)
	}
}
