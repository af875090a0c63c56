package intake

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"github.com/jhillyerd/enmime/v2"
	"golang.org/x/text/encoding/charmap"
)

// rawParser leaves the parts of a message as they are.
var rawParser = enmime.NewParser(enmime.RawContent(true))

// partText is the text of a part of a message. Where its bytes cannot be in the encoding that the message names, or it names none that has
// more than ASCII, the encoding is found out.
func (f *file) partText(p *enmime.Part) string {
	s := string(p.Content)
	switch {
	case strings.EqualFold(p.Charset, "us-ascii") || strings.EqualFold(p.Charset, "ascii"):
		if was, err := charmap.Windows1252.NewEncoder().Bytes(p.Content); err == nil { // as which it was read
			s = f.guessed(was, s)
		}
	case !utf8.Valid(p.Content):
		s = f.guessed(p.Content, s)
	case strings.ContainsRune(s, utf8.RuneError):
		if was := f.rawPart(p.PartID); was != nil {
			s = f.guessed(was, s)
		}
	}
	kind, parameters, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
	if err == nil && kind == "text/plain" && strings.EqualFold(parameters["format"], "flowed") {
		return reflowed(s, strings.EqualFold(parameters["delsp"], "yes"))
	}
	return s
}

// guessed is the text of bytes in the encoding that they look like; otherwise if they look like none.
func (f *file) guessed(data []byte, otherwise string) string {
	part := *f
	part.data = data
	if d, err := part.decodeAsTold(); err == nil {
		return d.text
	}
	return otherwise
}

// rawPart is what a part of the message holds, in the encoding that it has; nil if that cannot be read.
func (f *file) rawPart(id string) []byte {
	root, err := rawParser.ReadParts(bytes.NewReader(start(f.data)))
	if err != nil {
		return nil
	}
	p := root.BreadthMatchFirst(func(p *enmime.Part) bool { return p.PartID == id })
	if p == nil {
		return nil
	}
	var from io.Reader = bytes.NewReader(p.Content)
	switch strings.ToLower(strings.TrimSpace(p.Header.Get("Content-Transfer-Encoding"))) {
	case "base64":
		from = base64.NewDecoder(base64.StdEncoding, from)
	case "quoted-printable":
		from = quotedprintable.NewReader(from)
	}
	data, err := io.ReadAll(from)
	if err != nil {
		return nil
	}
	return data
}

// reflowed is a text whose lines end with a space where they go on, with these joined; without says that the space is none of the text.
func reflowed(s string, without bool) string {
	var b strings.Builder
	quoted := ""
	goesOn := false
	for line := range strings.SplitSeq(lineEnds.Replace(s), "\n") {
		words := strings.TrimLeft(line, ">")
		quotes := line[:len(line)-len(words)]
		words = strings.TrimPrefix(words, " ") // put before what would look like something else
		isSignature := words == "-- "
		if b.Len() > 0 && (!goesOn || quotes != quoted || isSignature) {
			b.WriteByte('\n')
			goesOn = false
		}
		if !goesOn && quotes != "" {
			b.WriteString(quotes + " ")
		}
		quoted, goesOn = quotes, strings.HasSuffix(words, " ") && !isSignature
		if goesOn && without {
			words = words[:len(words)-1]
		}
		b.WriteString(words)
	}
	return b.String()
}
