package render_test

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// element is an element of XML, or a text if it has no name.
type element struct {
	name     string // with the usual prefix of its namespace: "w:p"
	attrs    map[string]string
	children []*element
	text     string
	inside   map[string]bool // names of the elements around it
}

// prefixes are the usual ones of the namespaces whose elements the tests look at.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":        "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                      "text",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                    "office",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                     "style",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                     "table",
	"urn:oasis:names:tc:opendocument:xmlns:meta:1.0":                      "meta",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                  "manifest",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":         "fo",
	"http://purl.org/dc/elements/1.1/":                                    "dc",
	"http://www.w3.org/1999/xlink":                                        "xlink",
}

func named(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	if p, known := prefixes[n.Space]; known {
		return p + ":" + n.Local
	}
	return n.Local
}

// parsed reads XML.
func parsed(t testing.TB, source string) *element {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(source))
	top := &element{inside: map[string]bool{}}
	open := []*element{top}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return top.children[0]
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, source)
		}
		parent := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: named(token.Name), attrs: map[string]string{}}
			e.inside = maps.Clone(parent.inside)
			e.inside[parent.name] = true
			for _, a := range token.Attr {
				e.attrs[named(a.Name)] = a.Value
			}
			parent.children = append(parent.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				parent.children = append(parent.children, &element{text: string(token)})
			}
		}
	}
}

// each calls fn for an element and all within it, in their order.
func (e *element) each(fn func(*element)) {
	fn(e)
	for _, c := range e.children {
		c.each(fn)
	}
}

// all returns the elements of a name within e.
func (e *element) all(name string) []*element {
	var list []*element
	e.each(func(c *element) {
		if c.name == name {
			list = append(list, c)
		}
	})
	return list
}

// first returns the first element of a name within e; an empty one if there is none.
func (e *element) first(name string) *element {
	if list := e.all(name); len(list) > 0 {
		return list[0]
	}
	return &element{}
}

// names are those of the children of e.
func (e *element) names() []string {
	var list []string
	for _, c := range e.children {
		list = append(list, c.name)
	}
	return list
}

// unpacked returns the parts of an archive, and their names in their order.
func unpacked(t testing.TB, archive string) (parts map[string]string, order []string) {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
		order = append(order, f.Name)
	}
	return parts, order
}

// officeDocument is what a reader of a document of a word processor finds.
type officeDocument struct {
	paragraphs []officeParagraph // of the main text
	comments   []officeComment   // in the order of their first words
}

type officeParagraph struct {
	style, text string
	language    string // of its first words, as the format names it
	rightLeft   bool
}

type officeComment struct {
	by, initials, at, text, covered string
}

// officeFormats are the formats of word processors, and how the tests read them.
var officeFormats = map[string]func(t testing.TB, archive string) officeDocument{
	"docx": readDocx,
	"odt":  readOdt,
}

// quoted returns the paragraphs that are set as quotes.
func (d officeDocument) quoted() []string {
	var list []string
	for _, p := range d.paragraphs {
		if p.style == "Quote" || p.style == "Quotations" {
			list = append(list, p.text)
		}
	}
	return list
}

// reading gathers words, and those that comments cover.
type reading struct {
	text strings.Builder
	open []*officeComment
}

func (r *reading) add(s string) {
	r.text.WriteString(s)
	for _, c := range r.open {
		c.covered += s
	}
}

func readDocx(t testing.TB, archive string) officeDocument {
	parts, _ := unpacked(t, archive)
	var d officeDocument
	comments := map[string]*officeComment{}
	var ids []string
	for _, c := range parsed(t, parts["word/comments.xml"]).all("w:comment") {
		var lines []string
		for _, p := range c.all("w:p") {
			var r reading
			readDocxRuns(&r, p, nil)
			lines = append(lines, r.text.String())
		}
		id := c.attrs["w:id"]
		ids = append(ids, id)
		comments[id] = &officeComment{
			by: c.attrs["w:author"], initials: c.attrs["w:initials"], at: c.attrs["w:date"], text: strings.Join(lines, "\n"),
		}
	}
	var r reading
	for _, p := range parsed(t, parts["word/document.xml"]).all("w:p") {
		r.text.Reset()
		readDocxRuns(&r, p, comments)
		language := ""
		for _, letters := range []string{"val", "eastAsia", "bidi"} {
			if named := p.first("w:lang").attrs["w:"+letters]; named != "" {
				language += letters + " " + named + " "
			}
		}
		d.paragraphs = append(d.paragraphs, officeParagraph{
			style: p.first("w:pStyle").attrs["w:val"], text: r.text.String(), rightLeft: len(p.all("w:bidi")) > 0,
			language: strings.TrimSpace(language),
		})
	}
	if len(r.open) > 0 {
		t.Errorf("%d comments do not end", len(r.open))
	}
	for _, id := range ids {
		d.comments = append(d.comments, *comments[id])
	}
	return d
}

func readDocxRuns(r *reading, p *element, comments map[string]*officeComment) {
	p.each(func(e *element) {
		switch e.name {
		case "w:t":
			for _, c := range e.children {
				r.add(c.text)
			}
		case "w:tab":
			r.add("\t")
		case "w:commentRangeStart":
			r.open = append(r.open, comments[e.attrs["w:id"]])
		case "w:commentRangeEnd":
			ended := comments[e.attrs["w:id"]]
			r.open = slices.DeleteFunc(r.open, func(c *officeComment) bool { return c == ended })
		}
	})
}

func readOdt(t testing.TB, archive string) officeDocument {
	parts, _ := unpacked(t, archive)
	return readOpenDocument(t, parsed(t, parts["content.xml"]))
}

// readOpenDocument reads what LibreOffice writes, too.
func readOpenDocument(t testing.TB, content *element) officeDocument {
	styles := map[string]*element{}
	for _, s := range content.all("style:style") {
		styles[s.attrs["style:name"]] = s
	}
	var d officeDocument
	var r reading
	comments := map[string]*officeComment{}
	var ids []string
	content.first("office:text").each(func(e *element) {
		if e.name != "text:p" && e.name != "text:h" || e.inside["office:annotation"] || e.inside["text:note"] {
			return
		}
		r.text.Reset()
		readOdtWords(&r, e, func(a *element) {
			var lines []string
			for _, p := range a.all("text:p") {
				var line reading
				readOdtWords(&line, p, nil)
				lines = append(lines, line.text.String())
			}
			id := a.attrs["office:name"]
			ids = append(ids, id)
			comments[id] = &officeComment{
				by: a.first("dc:creator").words(), initials: a.first("meta:creator-initials").words(), at: a.first("dc:date").words(),
				text: strings.Join(lines, "\n"),
			}
			if id != "" {
				r.open = append(r.open, comments[id])
			}
		}, func(id string) {
			ended := comments[id]
			r.open = slices.DeleteFunc(r.open, func(c *officeComment) bool { return c == ended })
		})
		p := officeParagraph{style: e.attrs["text:style-name"], text: r.text.String()}
		if s := styles[p.style]; s != nil {
			p.style = s.attrs["style:parent-style-name"]
			p.rightLeft = s.first("style:paragraph-properties").attrs["style:writing-mode"] == "rl-tb"
		}
		if s := styles[e.first("text:span").attrs["text:style-name"]]; s != nil {
			a := s.first("style:text-properties").attrs
			for _, suffix := range []string{"", "-asian", "-complex"} {
				prefix := "style:"
				if suffix == "" {
					prefix = "fo:"
				}
				if named := a[prefix+"language"+suffix]; named != "" {
					p.language += "language" + suffix + " " + named + "-" + a[prefix+"country"+suffix] + " "
				}
			}
			p.language = strings.TrimSpace(p.language)
		}
		d.paragraphs = append(d.paragraphs, p)
	})
	if len(r.open) > 0 {
		t.Errorf("%d annotations do not end", len(r.open))
	}
	for _, id := range ids {
		d.comments = append(d.comments, *comments[id])
	}
	return d
}

// words are those of an element and of all within it.
func (e *element) words() string {
	var s strings.Builder
	e.each(func(c *element) { s.WriteString(c.text) })
	return s.String()
}

// readOdtWords reads as the standard says: of white space that stands as it is, one space between words is left.
func readOdtWords(r *reading, e *element, begin func(*element), end ...func(string)) {
	for _, c := range e.children {
		switch c.name {
		case "":
			s := c.text
			for strings.ContainsAny(s, "\t\n") || strings.Contains(s, "  ") {
				s = strings.NewReplacer("\t", " ", "\n", " ", "  ", " ").Replace(s)
			}
			if so := r.text.String(); so == "" || strings.HasSuffix(so, " ") {
				s = strings.TrimPrefix(s, " ")
			}
			r.add(s)
		case "text:s":
			r.add(spaces(c.attrs["text:c"]))
		case "text:tab":
			r.add("\t")
		case "text:note":
		case "office:annotation":
			begin(c)
		case "office:annotation-end":
			end[0](c.attrs["office:name"])
		default:
			readOdtWords(r, c, begin, end...)
		}
	}
}

// spaces are as many as an attribute says, one if it says nothing.
func spaces(count string) string {
	n, err := strconv.Atoi(count)
	if err != nil {
		n = 1
	}
	return strings.Repeat(" ", n)
}
