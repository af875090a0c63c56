package render

import (
	"archive/zip"
	"bufio"
	"bytes"
	"hash/crc32"
	"io"
	"strings"
	"time"

	"standpoint/store"
)

// pack is a zip archive with the parts of a document, one written after another. The same document gives the same bytes.
type pack struct {
	zip *zip.Writer
	at  time.Time // of each part
}

// newPack returns an archive that says it was made on a day; in 1980, when such archives begin, if that is not known.
func newPack(w io.Writer, made store.Day) *pack {
	at, err := time.Parse(time.DateOnly, string(made))
	if err != nil || at.Year() < 1980 {
		at = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return &pack{zip: zip.NewWriter(w), at: at}
}

// add writes a part: what was gathered before, one after another.
func (p *pack) add(name string, content ...[]byte) error {
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.at})
	if err != nil {
		return err
	}
	for _, c := range content {
		if _, err := w.Write(c); err != nil {
			return err
		}
	}
	return nil
}

// stream writes a part that may be long as it comes.
func (p *pack) stream(name string, write func(*markup) error) error {
	w, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.at})
	if err != nil {
		return err
	}
	m := newMarkup(w)
	if err := write(m); err != nil {
		return err
	}
	return m.w.Flush()
}

// store writes a part as it is, with nothing but its size before it, so that other programs find it at a place they know.
func (p *pack) store(name, content string) error {
	h := &zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(content)),
		CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(len(content)),
	}
	w, err := p.zip.CreateRaw(h)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	return err
}

// markup writes XML; what it writes to keeps the first error until it is flushed.
type markup struct{ w *bufio.Writer }

func newMarkup(w io.Writer) *markup { return &markup{bufio.NewWriter(w)} }

// put writes markup as it is.
func (m *markup) put(parts ...string) {
	for _, s := range parts {
		m.w.WriteString(s) //nolint:errcheck // bufio keeps the error for Flush
	}
}

// gathered is XML that is kept until its place in the archive has come.
type gathered struct {
	*markup
	buffer *bytes.Buffer
}

func newGathered() gathered {
	var b bytes.Buffer
	return gathered{newMarkup(&b), &b}
}

// bytes returns what was written.
func (g gathered) bytes() []byte {
	g.w.Flush() //nolint:errcheck // a buffer takes all
	return g.buffer.Bytes()
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")

// xmlEscape returns words so that XML holds them, in an element or in an attribute.
func xmlEscape(s string) string {
	if !strings.ContainsAny(s, "&<>\"\n\t") {
		return s
	}
	return xmlEscapes.Replace(s)
}
