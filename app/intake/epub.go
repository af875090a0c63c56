package intake

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"golang.org/x/net/html"
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
	var p pageWriter
	for _, chapter := range chapters {
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
