// Package toolloop lets a model call tools until it has an answer.
package toolloop

import (
	"context"
	"encoding/json"
	"errors"
)

var ErrSteps = errors.New("no answer within the step limit")

// region print

type Message struct{ Role, Text string }

// Reply asks for a tool, or holds the answer if Tool is empty.
type Reply struct {
	Tool, Answer string
	Args         json.RawMessage
}

type Model func(context.Context, []Message) (Reply, error)
type Tool func(context.Context, json.RawMessage) (string, error)

func Run(ctx context.Context, model Model, limit int,
	tools map[string]Tool, task string) (string, error) {
	chat := []Message{{"user", task}}
	for range limit {
		reply, err := model(ctx, chat)
		if err != nil || reply.Tool == "" {
			return reply.Answer, err
		}
		out := "error: there is no tool " + reply.Tool
		if tool, ok := tools[reply.Tool]; ok {
			if out, err = tool(ctx, reply.Args); err != nil {
				out = "error: " + err.Error()
			}
		}
		chat = append(chat, reply.call(), Message{"tool", out})
	}
	return "", ErrSteps
}

// endregion print

// call is the model's own turn, which has to stay in the history.
func (r Reply) call() Message {
	return Message{"assistant", r.Tool + string(r.Args)}
}
