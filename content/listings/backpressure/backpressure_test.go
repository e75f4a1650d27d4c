package backpressure

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func ExampleAccept() {
	queue := make(chan string, 2)
	mux := http.NewServeMux()
	mux.Handle("POST /jobs/{job}", Accept(queue))
	post := func(job string) {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest("POST", "/jobs/"+job, nil))
		fmt.Printf("%s %d %q\n", job, w.Code, w.Header().Get("Retry-After"))
	}

	post("a")
	post("b")
	post("c")
	fmt.Println("worker takes", <-queue)
	post("c")
	// Output:
	// a 202 ""
	// b 202 ""
	// c 503 "2"
	// worker takes a
	// c 202 ""
}
