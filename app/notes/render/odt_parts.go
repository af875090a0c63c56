package render

import (
	"fmt"
	"strings"
	"time"

	"standpoint/store"
)

// The parts of an ODT that are the same in each, or nearly so.

const odtType = "application/vnd.oasis.opendocument.text"

const odtManifest = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
	`<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
	`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="` + odtType + `"/>` +
	`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>` +
	`<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>` +
	`<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`

// odtOpen opens the element of a part.
func odtOpen(element string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<office:` + element)
	for _, name := range []string{"office", "style", "text", "table", "meta"} {
		b.WriteString(` xmlns:` + name + `="urn:oasis:names:tc:opendocument:xmlns:` + name + `:1.0"`)
	}
	for _, name := range []string{"fo", "svg"} {
		b.WriteString(` xmlns:` + name + `="urn:oasis:names:tc:opendocument:xmlns:` + map[string]string{"fo": "xsl-fo", "svg": "svg"}[name] +
			`-compatible:1.0"`)
	}
	b.WriteString(` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3">`)
	return b.String()
}

const odtEnd = `</office:document-content>`

// odtBar is the bar beside quotes.
const odtBar = "2.25pt solid #B7C4D3"

// odtLines are the lines beneath words by the kind of their annotation: which, and how many.
var odtLines = map[store.Kind][2]string{
	store.KindMention: {"dotted", "single"}, store.KindStatement: {"solid", "single"}, store.KindPosition: {"solid", "double"},
}

const odtCellPadding = ` fo:padding-top="2pt" fo:padding-bottom="2pt" fo:padding-left="5.4pt" fo:padding-right="5.4pt"`

// odtFixedStyles are those of tables and of the table of contents.
const odtFixedStyles = `<style:style style:name="Contents" style:family="section"><style:section-properties/></style:style>` +
	`<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>` +
	`<style:style style:name="HeadCell" style:family="table-cell"><style:table-cell-properties` + odtCellPadding +
	` fo:border-left="none" fo:border-right="none" fo:border-top="0.5pt solid #B7C4D3" fo:border-bottom="1pt solid #8497B0"/></style:style>` +
	`<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties` + odtCellPadding +
	` fo:border-left="none" fo:border-right="none" fo:border-top="none" fo:border-bottom="0.5pt solid #D9E0E8"/></style:style>`

// meta says nothing that the document does not show.
func (x *odt) meta() string {
	created := ""
	if at, err := time.Parse(time.DateOnly, string(x.doc.Made)); err == nil {
		created = `<meta:creation-date>` + at.Format("2006-01-02T15:04:05") + `</meta:creation-date>`
	}
	return odtOpen("document-meta") + `<office:meta>` + created + `<dc:title>` + xmlEscape(x.signs.shown(x.doc.Title)) + `</dc:title>` +
		`</office:meta></office:document-meta>`
}

// odtStyle is a style of a document that has a name for people.
type odtStyle struct {
	family    string // paragraph or text
	name      string // as people read it
	parent    string // likewise; "" for none
	next      string // the style of the next paragraph; "" for the same
	level     int    // of a heading
	paragraph string // properties
	text      string // likewise; {bold}, {italic} and {size:…} stand for what is said three times, for Western and other letters
}

// odtNamedStyles has a style in each line, by names that LibreOffice knows where it has such a style.
var odtNamedStyles = []odtStyle{
	{"paragraph", "Standard", "", "", 0, ``, ``},
	{"paragraph", "Text body", "Standard", "", 0, ` fo:margin-bottom="6pt"`, ``},
	{"paragraph", "Article Text", "Text body", "", 0, ` fo:margin-bottom="8pt" fo:line-height="125%"`, ``},
	{
		"paragraph", "Title", "Standard", "Text body", 0, ` fo:margin-bottom="8pt" fo:keep-with-next="always" fo:line-height="100%"`,
		`{bold}{size:24pt} fo:color="#1B3654"`,
	},
	{
		"paragraph", "Heading 1", "Standard", "Text body", 1,
		` fo:margin-top="20pt" fo:margin-bottom="6pt" fo:keep-with-next="always" fo:keep-together="always"` +
			` fo:border-bottom="0.75pt solid #B7C4D3" fo:padding-bottom="3pt"`,
		`{bold}{size:16pt} fo:color="#1B3654"`,
	},
	{
		"paragraph", "Heading 2", "Standard", "Text body", 2,
		` fo:margin-top="12pt" fo:margin-bottom="4pt" fo:keep-with-next="always" fo:keep-together="always"`,
		`{bold}{size:13pt} fo:color="#1B3654"`,
	},
	{
		"paragraph", "Heading 3", "Standard", "Text body", 3,
		` fo:margin-top="10pt" fo:margin-bottom="3pt" fo:keep-with-next="always" fo:keep-together="always"`, `{bold} fo:color="#44546A"`,
	},
	{
		"paragraph", "Contents Heading", "Standard", "", 0, ` fo:margin-top="16pt" fo:margin-bottom="4pt" fo:keep-with-next="always"`,
		`{bold}{size:13pt} fo:color="#1B3654"`,
	},
	{"paragraph", "Contents 1", "Standard", "", 0, ` fo:margin-top="3pt" fo:margin-bottom="1pt"`, ``},
	{"paragraph", "Contents 2", "Standard", "", 0, ` fo:margin-left="18pt"`, ` fo:color="#44546A"`},
	{
		"paragraph", "Quote Lead", "Standard", "Quotations", 0, ` fo:margin-top="9pt" fo:margin-bottom="3pt" fo:keep-with-next="always"` +
			` fo:keep-together="always" fo:margin-left="24pt" fo:text-indent="-24pt"`, ``,
	},
	{
		"paragraph", "Quotations", "Standard", "Text body", 0, ` fo:margin-bottom="5pt" fo:margin-left="26pt" fo:margin-right="24pt"` +
			` fo:line-height="115%" fo:border-left="` + odtBar + `" fo:padding-left="12pt"`, ``,
	},
	{"paragraph", "Quote Translation", "Quotations", "Text body", 0, ``, `{italic} fo:color="#44546A"`},
	{"paragraph", "List Bullet", "Standard", "", 0, ` fo:margin-bottom="3pt"`, ``},
	{"paragraph", "Table Contents", "Standard", "", 0, ` fo:line-height="100%"`, `{size:10pt}`},
	{"paragraph", "Table Heading", "Table Contents", "", 0, ` fo:keep-with-next="always"`, `{bold} fo:color="#44546A"`},
	{
		"paragraph", "Footnote", "Standard", "", 0, ` fo:margin-bottom="2pt" fo:line-height="100%" fo:margin-left="12pt" fo:text-indent="-12pt"`,
		`{size:9pt}`,
	},
	{"paragraph", "Comment", "Standard", "", 0, ` fo:line-height="100%"`, `{size:10pt}`},
	{"paragraph", "Footer", "Standard", "", 0, ` fo:text-align="center"`, `{size:9pt} fo:color="#44546A"`},
	{
		"text", "Internet link", "", "", 0, ``, ` fo:color="#1F5FA8" style:text-underline-style="solid" style:text-underline-width="auto"` +
			` style:text-underline-color="font-color"`,
	},
	{"text", "Internal Link", "", "", 0, ``, ` fo:color="#1F5FA8" style:text-underline-style="none"`},
	{"text", "Index Link", "", "", 0, ``, ``},
	{"text", "Footnote Symbol", "", "", 0, ``, ``},
	{"text", "Footnote anchor", "", "", 0, ``, ` style:text-position="super 58%"`},
}

var odtShort = strings.NewReplacer(
	"{bold}", odtLook(look{strong: true}), "{italic}", odtLook(look{emphasis: true}), "{size:9pt}", odtSize("9pt"),
	"{size:10pt}", odtSize("10pt"),
	"{size:13pt}", odtSize("13pt"), "{size:16pt}", odtSize("16pt"), "{size:24pt}", odtSize("24pt"),
)

func odtSize(size string) string {
	return ` fo:font-size="` + size + `" style:font-size-asian="` + size + `" style:font-size-complex="` + size + `"`
}

// odtName is a name as XML has it, where there can be no spaces.
func odtName(name string) string { return strings.ReplaceAll(name, " ", "_20_") }

// stylesPart are the named styles in the language of the document, and its page.
func (x *odt) stylesPart() string {
	var b strings.Builder
	b.WriteString(odtOpen("document-styles") + `<office:font-face-decls>`)
	for _, font := range []string{"Calibri", "Microsoft YaHei", "Arial"} {
		fmt.Fprintf(&b, `<style:font-face style:name="%s" svg:font-family="'%[1]s'" style:font-pitch="variable"/>`, font)
	}
	b.WriteString(`</office:font-face-decls><office:styles><style:default-style style:family="paragraph">` +
		`<style:paragraph-properties fo:line-height="110%" fo:text-align="start" style:writing-mode="lr-tb" style:tab-stop-distance="35.4pt"` +
		` fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="Calibri" style:font-name-asian="Microsoft YaHei"` +
		` style:font-name-complex="Arial"` + odtSize("11pt") + ` fo:language="` + x.base.language + `" fo:country="` + x.base.country + `"` +
		` style:language-asian="zh" style:country-asian="CN" style:language-complex="ar" style:country-complex="SA"/></style:default-style>`)
	for _, s := range odtNamedStyles {
		fmt.Fprintf(&b, `<style:style style:name="%s" style:display-name="%s" style:family="%s"`, odtName(s.name), s.name, s.family)
		if s.parent != "" {
			fmt.Fprintf(&b, ` style:parent-style-name="%s"`, odtName(s.parent))
		}
		if s.next != "" {
			fmt.Fprintf(&b, ` style:next-style-name="%s"`, odtName(s.next))
		}
		if s.level > 0 {
			fmt.Fprintf(&b, ` style:default-outline-level="%d"`, s.level)
		}
		b.WriteString(`>`)
		if s.paragraph != "" {
			b.WriteString(`<style:paragraph-properties` + s.paragraph + `/>`)
		}
		if s.text != "" {
			b.WriteString(`<style:text-properties` + odtShort.Replace(s.text) + `/>`)
		}
		b.WriteString(`</style:style>`)
	}
	b.WriteString(odtBullets() + `<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol"` +
		` text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0" text:footnotes-position="page"` +
		` text:start-numbering-at="document"/></office:styles>` + odtPage + x.footer() + `</office:document-styles>`)
	return b.String()
}

// odtBullets is the one list that there is: of bullets, within one another.
func odtBullets() string {
	var b strings.Builder
	b.WriteString(`<text:list-style style:name="Bullets">`)
	for level := range 10 {
		bullet := []string{"•", "–"}[level%2]
		fmt.Fprintf(&b, `<text:list-level-style-bullet text:level="%d" text:bullet-char="%s"><style:list-level-properties`+
			` text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab"`+
			` text:list-tab-stop-position="%[3]s" fo:text-indent="%[4]s" fo:margin-left="%[3]s"/></style:list-level-properties>`+
			`</text:list-level-style-bullet>`, level+1, bullet, points(listStep*(level+1)), points(-bulletHang))
	}
	b.WriteString(`</text:list-style>`)
	return b.String()
}

// odtPage is the page: A4, with room for the footer.
const odtPage = `<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="595.3pt"` +
	` fo:page-height="841.9pt" style:print-orientation="portrait" fo:margin-top="63.8pt" fo:margin-bottom="31.2pt" fo:margin-left="63.8pt"` +
	` fo:margin-right="63.8pt" style:writing-mode="lr-tb"><style:footnote-sep style:width="0.5pt" style:distance-before-sep="6pt"` +
	` style:distance-after-sep="4pt" style:line-style="solid" style:adjustment="left" style:rel-width="25%" style:color="#8497B0"/>` +
	`</style:page-layout-properties><style:footer-style><style:header-footer-properties fo:min-height="32pt" fo:margin-top="18pt"/>` +
	`</style:footer-style></style:page-layout></office:automatic-styles>`

// footer says which page it is, of how many.
func (x *odt) footer() string {
	fields := []string{`<text:page-number text:select-page="current">1</text:page-number>`, `<text:page-count>1</text:page-count>`}
	words := strings.Split(xmlEscape(x.words.Page), "%d")
	line := words[0]
	for i, more := range words[1:] {
		line += fields[i] + more
	}
	return `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>` +
		`<text:p text:style-name="Footer">` + line + `</text:p></style:footer></style:master-page></office:master-styles>`
}
