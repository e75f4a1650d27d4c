package snapshotcheck

import "fmt"

func ExampleCache_Publish() {
	pushes := 0
	c := &Cache{Push: func(version string, s Snapshot) {
		pushes++
		fmt.Println("push", pushes, "with", len(s.Routes), "routes, version length", len(version))
	}}
	first := Snapshot{
		Clusters: map[string][]string{"orders": {"10.0.0.7:8080"}, "users": {"10.0.0.9:8080"}},
		Routes:   map[string]string{"/orders": "orders", "/users": "users"},
	}
	fmt.Println(c.Publish(first))
	fmt.Println(c.Publish(Snapshot{ // the same again
		Clusters: map[string][]string{"users": {"10.0.0.9:8080"}, "orders": {"10.0.0.7:8080"}},
		Routes:   map[string]string{"/users": "users", "/orders": "orders"},
	}))
	fmt.Println(c.Publish(Snapshot{
		Clusters: map[string][]string{"orders": {"10.0.0.7:8080"}, "users": {}},
		Routes:   map[string]string{"/orders": "orders", "/users": "users"},
	}))
	fmt.Println(c.Publish(Snapshot{
		Clusters: map[string][]string{"orders": {"10.0.0.8:8080"}},
		Routes:   map[string]string{"/orders": "orders"},
	}))
	// Output:
	// push 1 with 2 routes, version length 8
	// <nil>
	// <nil>
	// /users leads nowhere: users
	// push 2 with 1 routes, version length 8
	// <nil>
}
