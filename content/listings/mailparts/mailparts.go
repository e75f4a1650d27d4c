// Package mailparts renders an email as plain text and as HTML.
package mailparts

import (
	"errors"
	html "html/template"
	"io"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	text "text/template"
)

// region print

// Package text is text/template, and html is html/template.
var (
	plain = text.Must(text.New("").Parse(
		"Hello {{.Name}},\norder {{.Order}} is on its way.\n"))
	page = html.Must(html.New("").Parse(
		"<p>Hello {{.Name}},<br>order <b>{{.Order}}</b>" +
			" is on its way.</p>"))
)

type renderer interface {
	Execute(w io.Writer, data any) error
}

// Body writes both forms, the one to be preferred last.
func Body(mw *multipart.Writer, data any) error {
	add := func(mime string, form renderer) error {
		h := make(textproto.MIMEHeader)
		h.Set("Content-Type", mime+"; charset=utf-8")
		h.Set("Content-Transfer-Encoding", "quoted-printable")
		part, err := mw.CreatePart(h)
		if err != nil {
			return err
		}
		qp := quotedprintable.NewWriter(part)
		return errors.Join(form.Execute(qp, data), qp.Close())
	}
	return errors.Join(add("text/plain", plain),
		add("text/html", page), mw.Close())
}

// endregion print
