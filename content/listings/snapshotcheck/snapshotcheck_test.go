package snapshotcheck

import "fmt"

func ExampleCache_Publish() {
	pushes := 0
	c := &Cache{Push: func(version string, s Snapshot) {
		pushes++
		fmt.Printf("push %d, version %s, routes: %d\n", pushes, version, len(s.Routes))
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
	// push 1, version de09a95b, routes: 2
	// <nil>
	// <nil>
	// /users leads nowhere: users
	// push 2, version d716f8a2, routes: 1
	// <nil>
}
