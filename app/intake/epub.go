package intake

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"standpoint/store"
	"standpoint/store/say"
)

// readEPUB reads a book: its chapters in the order in which it is read.
func readEPUB(f *file) ([]Draft, error) {
	z, err := f.unzip()
	if err != nil {
		return nil, err
	}
	name, err := f.packageOf(z)
	if err != nil {
		return nil, err
	}
	b := epubBook{file: f, folder: path.Dir(name), items: map[string]string{}, aside: map[string]bool{}}
	err = b.read(z, name)
	if err != nil {
		return nil, err
	}
	article, err := f.coreProperties(z, name)
	if err != nil {
		return nil, err
	}
	if article.Published, err = f.publicationOf(z, name); err != nil {
		return nil, err
	}
	p := pageWriter{isBook: true}
	var missing []say.Sentence
	for _, chapter := range b.chapters {
		if locked, err := f.names(z, "META-INF/encryption.xml", "CipherReference", chapter); err != nil || locked {
			return nil, cmp.Or(err, refusal(store.CodeInvalid, nil, "“%s” is protected against being copied. Open it in the program that it was "+
				"bought for, copy the text that you need, and paste it as an article.", f.name))
		}
		data, err := f.entry(z, chapter)
		if err != nil {
			return nil, err
		}
		if data == nil {
			missing = append(missing, say.Of("“%s”, a part of the book, is not in it.", path.Base(chapter)))
			continue
		}
		if enc, _, mark := byMark(data); enc != nil {
			if data, err = enc.NewDecoder().Bytes(data[mark:]); err != nil {
				return nil, f.damaged(chapter, err)
			}
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil || depthOf(root) > mostDepth {
			return nil, f.damaged(chapter, err)
		}
		p.gap(gapParagraph)
		p.node(root)
	}
	drafts, err := f.document(&p.bodyWriter, article)
	if err == nil {
		drafts[0].Notes = append(drafts[0].Notes, missing...)
	}
	return drafts, err
}

// publicationOf is the date of a book. Some programs write an hour that nobody knows.
func (f *file) publicationOf(z *zip.Reader, name string) (store.Date, error) {
	data, err := f.entry(z, name)
	if err != nil {
		return "", err
	}
	var isDate bool
	var date string
	err = f.tokens(name, data, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			isDate = t.Name.Local == "date" && date == ""
		case xml.CharData:
			if isDate {
				date += string(t)
			}
		case xml.EndElement:
			isDate = false
		}
		return nil
	})
	read, unread := parseDate(withoutMidnight(oneLine(date)))
	if unread != nil {
		return "", err
	}
	return read.Date, err
}

// withoutMidnight is a date without the hour that programs make up for one.
func withoutMidnight(date string) string {
	day, hour, found := strings.Cut(date, "T")
	if found && strings.HasPrefix(hour, "00:00:00") {
		return day
	}
	return date
}

// packageOf is the name of the file that lists what a book is made of.
func (f *file) packageOf(z *zip.Reader) (string, error) {
	const container = "META-INF/container.xml"
	data, err := f.entry(z, container)
	if err != nil {
		return "", err
	}
	var found string
	err = f.tokens(container, data, func(t xml.Token) error {
		if t, ok := t.(xml.StartElement); ok && t.Name.Local == "rootfile" && found == "" {
			found = xmlAttribute(t, "full-path")
		}
		return nil
	})
	if err == nil && found == "" {
		err = f.damaged(container, io.ErrUnexpectedEOF)
	}
	return found, err
}

// epubBook is what a book says of its parts.
type epubBook struct {
	file     *file
	folder   string            // to which names of its parts relate
	items    map[string]string // names of parts, by their ids
	chapters []string          // in the order in which the book is read
	aside    map[string]bool   // names of parts that repeat what the chapters have: lists of them, the cover
}

// read lists the chapters of a book in their order.
func (b *epubBook) read(z *zip.Reader, name string) error {
	data, err := b.file.entry(z, name)
	if err != nil {
		return err
	}
	if data == nil {
		return b.file.damaged(name, io.ErrUnexpectedEOF)
	}
	err = b.file.tokens(name, data, func(t xml.Token) error {
		element, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch part := b.named(xmlAttribute(element, "href")); element.Name.Local {
		case "item":
			b.items[xmlAttribute(element, "id")] = part
			b.aside[part] = slices.Contains(strings.Fields(xmlAttribute(element, "properties")), "nav")
		case "itemref":
			if chapter, ok := b.items[xmlAttribute(element, "idref")]; ok {
				b.chapters = append(b.chapters, chapter)
			}
		case "reference":
			b.aside[part] = b.aside[part] || xmlAttribute(element, "type") == "toc"
		}
		return nil
	})
	b.chapters = slices.DeleteFunc(b.chapters, func(chapter string) bool { return b.aside[chapter] })
	return err
}

// named is the name in the archive of what the book refers to.
func (b *epubBook) named(reference string) string {
	reference, _, _ = strings.Cut(reference, "#")
	if unescaped, err := url.PathUnescape(reference); err == nil {
		reference = unescaped
	}
	return path.Join(b.folder, reference)
}
