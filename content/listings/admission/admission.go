// Package admission is a mutating webhook of Kubernetes.
package admission

import (
	"encoding/json"
	"net/http"
)

type Review struct {
	APIVersion string    `json:"apiVersion"`
	Kind       string    `json:"kind"`
	Request    *Request  `json:"request,omitempty"`
	Response   *Response `json:"response,omitempty"`
}

type Request struct {
	UID    string `json:"uid"`
	Object struct {
		Metadata struct {
			Labels map[string]string `json:"labels"`
		} `json:"metadata"`
		Spec struct {
			Security struct {
				NonRoot *bool `json:"runAsNonRoot"`
			} `json:"securityContext"`
		} `json:"spec"`
	} `json:"object"`
}

type Response struct {
	UID       string  `json:"uid"`
	Allowed   bool    `json:"allowed"`
	Status    *Status `json:"status,omitempty"`
	PatchType string  `json:"patchType,omitempty"`
	Patch     []byte  `json:"patch,omitempty"` // base64 in JSON
}

type Status struct {
	Message string `json:"message"`
}

// Handle answers the API server.
func Handle(w http.ResponseWriter, r *http.Request) {
	var review Review
	body := http.MaxBytesReader(w, r.Body, 7<<20)
	err := json.NewDecoder(body).Decode(&review)
	if err != nil || review.Request == nil {
		http.Error(w, "no AdmissionReview", http.StatusBadRequest)
		return
	}
	review.Response = decide(review.Request)
	review.Request = nil
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(review)
}

// region print

const nonRoot = `[{
	"op": "add",
	"path": "/spec/securityContext/runAsNonRoot",
	"value": true
}]`

// decide demands an owner, and forbids root by default. The API
// server has filled in a securityContext, if only an empty one.
func decide(req *Request) *Response {
	res := &Response{UID: req.UID}
	pod := req.Object
	if pod.Metadata.Labels["owner"] == "" {
		res.Status = &Status{Message: "label owner is missing"}
		return res
	}
	res.Allowed = true
	if pod.Spec.Security.NonRoot == nil { // not said
		res.PatchType = "JSONPatch"
		res.Patch = []byte(nonRoot) // base64 in JSON
	}
	return res
}

// endregion print
