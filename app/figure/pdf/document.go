// Package pdf writes documents of pages on which shapes are drawn and words are set, in fonts that it makes of the outlines of their
// letters.
//
// It is for those who have shaped a text already: a glyph is whatever one or more characters look like together, and stands for these, so
// that programs find and copy the words of any script. The same pages make the same bytes.
package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// Document is a document to be written.
type Document struct {
	Title    string
	Subject  string // what it is about
	Language string // BCP 47; "": not told
	// Described tells those who do not see them what the pages show, which are one figure then. Where it is "", their words do.
	Described string

	pages []page
	fonts []*Font
	forms []*Form
	out   bytes.Buffer
	at    []int // of each object by its number from 1 on: where it begins
}

// page is a page, in points.
type page struct {
	width, height float64
	content       []byte
}

// Form is a drawing that pages show several times.
type Form struct {
	object  int
	box     [4]int
	content []byte
}

// The numbers of the first objects. Those of pages, fonts and forms follow.
const (
	catalogue = iota + 1
	tree
	resources
	facts
	structure
	whole
	first
)

// New begins a document.
func New() *Document { return &Document{at: make([]int, first-1)} }

// AddPage adds a page: how large it is, in points, and what draws it.
func (d *Document) AddPage(width, height float64, content []byte) {
	d.pages = append(d.pages, page{width, height, content})
}

// NewOutline adds a drawing of the outline of a glyph, as thick as lines are where it is shown.
func (d *Document) NewOutline(g Glyph) *Form {
	const room = Em / 2 // more than half of any line
	var b bytes.Buffer
	for i, s := range g.steps {
		if s.begins && i > 0 {
			b.WriteString("h ")
		}
		for _, p := range s.points {
			fmt.Fprintf(&b, "%d %d ", p.x, p.y)
		}
		switch {
		case s.begins:
			b.WriteString("m\n")
		case len(s.points) == 1:
			b.WriteString("l\n")
		default:
			b.WriteString("c\n")
		}
	}
	b.WriteString("s\n")
	f := &Form{d.reserve(1), [4]int{g.low.x - room, g.low.y - room, g.high.x + room, g.high.y + room}, b.Bytes()}
	d.forms = append(d.forms, f)
	return f
}

// FontName is what a font of the document is called on its pages.
func (d *Document) FontName(f *Font) string { return fmt.Sprint("/F", f.objects) }

// FormName is what a drawing of the document is called on its pages.
func (d *Document) FormName(f *Form) string { return fmt.Sprint("/X", f.object) }

// reserve returns the first of some numbers that no object has.
func (d *Document) reserve(objects int) int {
	d.at = append(d.at, make([]int, objects)...)
	return len(d.at) - objects + 1
}

// object writes an object.
func (d *Document) object(n int, body string) {
	d.at[n-1] = d.out.Len()
	fmt.Fprintf(&d.out, "%d 0 obj\n%s\nendobj\n", n, body)
}

// stream writes an object of many bytes, packed.
func (d *Document) stream(n int, entries string, data []byte) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(data) // into memory
	_ = z.Close()
	d.object(n, fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, packed.Len(), packed.Bytes()))
}

// Write writes the document.
func (d *Document) Write(w io.Writer) error {
	d.out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	lang := ""
	if d.Language != "" {
		lang = "/Lang" + Text(d.Language)
	}
	d.object(catalogue, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"+
		"/ViewerPreferences<</DisplayDocTitle true>>>>", tree, lang, structure))
	var list, names strings.Builder
	names.WriteString("<</Font<<")
	for _, f := range d.fonts {
		f.write(d)
		fmt.Fprintf(&names, "%s %d 0 R", d.FontName(f), f.objects)
	}
	names.WriteString(">>/XObject<<")
	for _, f := range d.forms {
		b := f.box
		d.stream(f.object, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%d %d %d %d]", b[0], b[1], b[2], b[3]), f.content)
		fmt.Fprintf(&names, "%s %d 0 R", d.FormName(f), f.object)
	}
	names.WriteString(">>>>")
	d.object(resources, names.String())
	at := d.reserve(2 * len(d.pages))
	for i, p := range d.pages {
		n := at + 2*i
		fmt.Fprintf(&list, "%d 0 R ", n)
		d.object(n, fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S>>",
			tree, p.width, p.height, resources, n+1, i))
		d.stream(n+1, "", append(append([]byte("/"+d.role()+"<</MCID 0>>BDC\n"), p.content...), "EMC\n"...))
	}
	d.object(tree, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.TrimSpace(list.String()), len(d.pages)))
	d.object(facts, "<</Title"+Text(d.Title)+"/Subject"+Text(d.Subject)+"/Creator(Standpoint)>>")
	d.tags(at)
	d.end()
	_, err := w.Write(d.out.Bytes())
	return err
}

// role is what a page is to those who hear it: a figure that is described, or words.
func (d *Document) role() string {
	if d.Described != "" {
		return "Figure"
	}
	return "P"
}

// tags writes what the pages are to those who hear them. The first one has a number, and so has every other.
func (d *Document) tags(first int) {
	parts := d.reserve(len(d.pages))
	var kids, nums strings.Builder
	for i, p := range d.pages {
		said := ""
		if d.Described != "" {
			said = fmt.Sprintf("/Alt%s/A<</O/Layout/Placement/Block/BBox[0 0 %.2f %.2f]>>", Text(d.Described), p.width, p.height)
		}
		d.object(parts+i, fmt.Sprintf("<</Type/StructElem/S/%s/P %d 0 R/Pg %d 0 R/K 0%s>>", d.role(), whole, first+2*i, said))
		fmt.Fprintf(&kids, "%d 0 R ", parts+i)
		fmt.Fprintf(&nums, "%d[%d 0 R]", i, parts+i)
	}
	d.object(whole, fmt.Sprintf("<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>", structure, strings.TrimSpace(kids.String())))
	d.object(structure, fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>",
		whole, nums.String(), len(d.pages)))
}

// end writes where the objects are.
func (d *Document) end() {
	sum := sha256.Sum256(d.out.Bytes())
	begin := d.out.Len()
	fmt.Fprintf(&d.out, "xref\n0 %d\n0000000000 65535 f \n", len(d.at)+1)
	for _, at := range d.at {
		fmt.Fprintf(&d.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&d.out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%x><%[4]x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(d.at)+1, catalogue, facts, sum[:16], begin)
}

// Text writes text as a PDF has it.
func Text(s string) string {
	var b strings.Builder
	b.WriteByte('(')
	put := func(c byte) {
		switch c {
		case '(', ')', '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case '\r':
			b.WriteString(`\r`)
		default:
			b.WriteByte(c)
		}
	}
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' && r != '\n' || r > '~' }) < 0 {
		for _, c := range []byte(s) {
			put(c)
		}
		return b.String() + ")"
	}
	b.WriteString("\xfe\xff")
	for _, unit := range utf16.Encode([]rune(s)) {
		put(byte(unit >> 8))
		put(byte(unit))
	}
	return b.String() + ")"
}
