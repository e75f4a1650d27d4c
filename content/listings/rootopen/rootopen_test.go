package rootopen

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func files(dir string) (*os.Root, error) {
	uploads := filepath.Join(dir, "uploads")
	for _, err := range []error{
		os.MkdirAll(filepath.Join(uploads, "2026"), 0o700),
		os.WriteFile(filepath.Join(dir, "secret"), []byte("key"), 0o600),
		os.WriteFile(filepath.Join(uploads, "2026", "cat.txt"), []byte("meow"), 0o600),
		os.Symlink("../secret", filepath.Join(uploads, "link")),
		os.Symlink("cat.txt", filepath.Join(uploads, "2026", "same")),
	} {
		if err != nil {
			return nil, err
		}
	}
	return os.OpenRoot(uploads)
}

func get(h http.Handler, name string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	r := httptest.NewRequest("GET", "/", nil)
	r.SetPathValue("name", name)
	h.ServeHTTP(w, r)
	return w
}

func Example() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	root, err := files(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer root.Close()
	for _, name := range []string{"2026/cat.txt", "../secret", "2026/../../secret", "link", "/etc/passwd"} {
		fmt.Println(get(Uploads{root}, name).Code, name)
	}
	// Output:
	// 200 2026/cat.txt
	// 404 ../secret
	// 404 2026/../../secret
	// 404 link
	// 404 /etc/passwd
}

func TestUploads(t *testing.T) {
	dir := t.TempDir()
	root, err := files(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	mux := http.NewServeMux()
	mux.Handle("GET /f/{name...}", Uploads{root})
	for _, path := range []string{"/f/%2e%2e/secret", "/f/..%2fsecret", "/f/link", "/f/2026", "/f/", "/f/a%00b", "/f/2026/../../secret"} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Code == http.StatusOK || strings.Contains(w.Body.String(), "key") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	w := get(Uploads{root}, "2026/same")
	if w.Code != http.StatusOK || w.Body.String() != "meow" {
		t.Errorf("a link inside: %d %s", w.Code, w.Body)
	}
	if w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Content-Disposition") != "attachment" {
		t.Errorf("headers: %v", w.Header())
	}
}

// What the text says of the functions on names.
func TestNames(t *testing.T) {
	if got := filepath.Clean("../../etc"); got != "../../etc" {
		t.Errorf("Clean keeps a leading ..: %s", got)
	}
	if got := filepath.Join("/srv/up", "../../etc/passwd"); got != "/etc/passwd" {
		t.Errorf("Join does not contain: %s", got)
	}
	if filepath.IsLocal("../x") || filepath.IsLocal("/x") || filepath.IsLocal("") || !filepath.IsLocal("link") {
		t.Error("IsLocal")
	}
}
