package candidates

import (
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"sync"

	"standpoint/app/intake"
)

// kept is a draft with its text packed: of what waits in memory most is text, and hardly any of it is looked at.
type kept struct {
	draft intake.Draft // without its text
	text  []byte
}

// packers are those that pack, which are large and used again.
var packers = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // there is this level
	return w
}}

// packed is a text packed.
func packed(s string) []byte {
	var b bytes.Buffer
	w := packers.Get().(*flate.Writer)
	w.Reset(&b)
	_, _ = io.WriteString(w, s) // memory takes all
	_ = w.Close()
	packers.Put(w)
	return bytes.Clone(b.Bytes())
}

// size is how many bytes it takes in memory, about.
func (k *kept) size() int { return len(k.text) + draftRoom }

// whole is the draft with its text.
func (k *kept) whole() intake.Draft {
	d := k.draft
	var b strings.Builder
	_, _ = io.Copy(&b, flate.NewReader(bytes.NewReader(k.text))) // it was packed here
	d.Body = b.String()
	return d
}
