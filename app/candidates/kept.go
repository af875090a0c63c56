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
	draft  intake.Draft // without its text
	text   []byte
	length int // bytes of the text, when it is not packed
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

// unpackers are those that unpack, which are used again as well.
var unpackers = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}

// whole is the draft with its text.
func (k *kept) whole() intake.Draft {
	d := k.draft
	var b strings.Builder
	b.Grow(k.length)
	r := unpackers.Get().(io.Reader)
	_ = r.(flate.Resetter).Reset(bytes.NewReader(k.text), nil) // that of this package never fails
	var some [4 << 10]byte
	_, _ = io.CopyBuffer(&b, r, some[:]) // it was packed here
	unpackers.Put(r)
	d.Body = b.String()
	return d
}
