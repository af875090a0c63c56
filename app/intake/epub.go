package intake

import (
	"archive/zip"
	"cmp"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"golang.org/x/net/html"

	"standpoint/store"
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
	chapters, err := f.spine(z, name)
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
	var p pageWriter
	for _, chapter := range chapters {
		if locked, err := f.names(z, "META-INF/encryption.xml", "CipherReference", chapter); err != nil || locked {
			return nil, cmp.Or(err, refusal(store.CodeInvalid, nil, "“%s” is protected against being copied. Open it in the program that it was "+
				"bought for, copy the text that you need, and paste it as an article.", f.name))
		}
		data, err := f.entry(z, chapter)
		if err != nil {
			return nil, err
		}
		root, err := html.Parse(strings.NewReader(string(data)))
		if err != nil || depthOf(root) > mostDepth {
			return nil, f.damaged(chapter, err)
		}
		p.gap(gapParagraph)
		p.node(root)
	}
	return f.document(&p.bodyWriter, article)
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

// spine lists the chapters of a book in their order.
func (f *file) spine(z *zip.Reader, name string) ([]string, error) {
	data, err := f.entry(z, name)
	if err != nil {
		return nil, err
	}
	if data == nil {
		return nil, f.damaged(name, io.ErrUnexpectedEOF)
	}
	files := map[string]string{}
	var chapters []string
	err = f.tokens(name, data, func(t xml.Token) error {
		element, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch element.Name.Local {
		case "item":
			if !strings.Contains(xmlAttribute(element, "properties"), "nav") {
				files[xmlAttribute(element, "id")] = path.Join(path.Dir(name), xmlAttribute(element, "href"))
			}
		case "itemref":
			if file, ok := files[xmlAttribute(element, "idref")]; ok {
				chapters = append(chapters, file)
			}
		}
		return nil
	})
	return chapters, err
}
