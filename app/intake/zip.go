package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"

	"standpoint/store"
)

// unfold reads an entry of a zip file. It is refused before it takes more room than the budget has; the size that the archive states is
// not believed.
func (f *file) unfold(entry *zip.File) ([]byte, error) {
	f.budget.entries--
	limit := min(int64(mostEntry), f.budget.bytes)
	if packed := int64(entry.CompressedSize64); packed*mostRatio < limit { //nolint:gosec // a size, below 2⁶³ in any file
		limit = max(packed*mostRatio, min(smallEntry, f.budget.bytes))
	}
	if f.budget.entries < 0 || f.budget.bytes <= 0 {
		return nil, f.bomb(entry.Name)
	}
	r, err := entry.Open()
	if err != nil {
		return nil, f.damaged(entry.Name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	f.budget.bytes -= int64(len(data))
	switch {
	case err != nil:
		return nil, f.damaged(entry.Name, err)
	case int64(len(data)) > limit:
		return nil, f.bomb(entry.Name)
	}
	return data, f.ctx.Err()
}

// unzip opens the file as a zip archive.
func (f *file) unzip() (*zip.Reader, error) {
	z, err := zip.NewReader(f.content(), f.size())
	if err != nil {
		return nil, refusal(store.CodeInvalid, err,
			"“%s” is damaged or cut off (%v). Get it anew, or open it in the program that it was made with and save it again.", f.name, err)
	}
	return z, nil
}

// entry unfolds an entry of a zip archive; nil if there is none of that name.
func (f *file) entry(z *zip.Reader, name string) ([]byte, error) {
	i := slices.IndexFunc(z.File, func(e *zip.File) bool { return e.Name == name })
	if i < 0 {
		return nil, nil
	}
	return f.unfold(z.File[i])
}

// tokens hands out the elements and words of an XML document one after another; depth is limited, and no entity stands for more than a
// character. each is given the element's end as well.
func (f *file) tokens(entry string, data []byte, each func(xml.Token) error) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // these formats are UTF-8
	depth := 0
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return f.damaged(entry, err)
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > mostDepth {
				return f.bomb(entry)
			}
		case xml.EndElement:
			depth--
		}
		if err := each(t); err != nil {
			return err
		}
	}
}

// names reports whether an entry of an archive, if it is there, has an element of this name, and of one with a URI of that value if it is
// not "". It tells what of a document is locked.
func (f *file) names(z *zip.Reader, entry, element, address string) (bool, error) {
	data, err := f.entry(z, entry)
	if data == nil || err != nil {
		return false, err
	}
	found := false
	err = f.tokens(entry, data, func(t xml.Token) error {
		if t, ok := t.(xml.StartElement); ok && t.Name.Local == element {
			found = found || address == "" || xmlAttribute(t, "URI") == address
		}
		return nil
	})
	return found, err
}

func xmlAttribute(t xml.StartElement, local string) string {
	for _, a := range t.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

func (f *file) bomb(entry string) error {
	return refusal(store.CodeInvalid, nil,
		"“%s” unfolds to more than a document can hold (at “%s” in it). If you trust it, unpack it and import the files in it.", f.name, entry)
}

func (f *file) damaged(entry string, cause error) error {
	return refusal(store.CodeInvalid, cause,
		"“%s” is damaged or cut off: “%s” in it cannot be read (%v). Get it anew, or open it in the program that it was made with and save it "+
			"again.",
		f.name, entry, cause)
}
