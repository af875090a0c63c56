package render

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// The parts of a DOCX that are the same in each, or nearly so.

const (
	docxContent = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	docxLink    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageLink = "http://schemas.openxmlformats.org/package/2006"
	docxMain    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
)

const docxTypes = xmlHead + `<Types xmlns="` + packageLink + `/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + docxContent + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + docxContent + `styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="` + docxContent + `numbering+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + docxContent + `settings+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + docxContent + `footer+xml"/>` +
	`<Override PartName="/word/footnotes.xml" ContentType="` + docxContent + `footnotes+xml"/>` +
	`<Override PartName="/word/comments.xml" ContentType="` + docxContent + `comments+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const docxPackageLinks = xmlHead + `<Relationships xmlns="` + packageLink + `/relationships">` +
	`<Relationship Id="rId1" Type="` + docxLink + `/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="` + packageLink + `/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`</Relationships>`

// docxPartLinks lead from the main text to what belongs to it.
const docxPartLinks = `<Relationship Id="styles" Type="` + docxLink + `/styles" Target="styles.xml"/>` +
	`<Relationship Id="numbering" Type="` + docxLink + `/numbering" Target="numbering.xml"/>` +
	`<Relationship Id="settings" Type="` + docxLink + `/settings" Target="settings.xml"/>` +
	`<Relationship Id="footer" Type="` + docxLink + `/footer" Target="footer1.xml"/>` +
	`<Relationship Id="footnotes" Type="` + docxLink + `/footnotes" Target="footnotes.xml"/>` +
	`<Relationship Id="comments" Type="` + docxLink + `/comments" Target="comments.xml"/>`

// docxLinks returns what leads from a text to other parts and to addresses.
func docxLinks(parts string, addresses []string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packageLink + `/relationships">` + parts)
	for i, a := range addresses {
		fmt.Fprintf(&b, `<Relationship Id="link%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, i+1, docxLink, xmlEscape(a))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// docxOpen opens the element of a part.
func docxOpen(element string) string {
	return xmlHead + `<` + element + ` xmlns:w="` + docxMain + `" xmlns:r="` + docxLink + `">`
}

// docxSection sets the page: A4, with the footer.
const docxSection = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>` +
	`<w:pgMar w:top="1276" w:right="1276" w:bottom="1276" w:left="1276" w:header="708" w:footer="624" w:gutter="0"/></w:sectPr>`

// docxSeparators are the lines above footnotes, which Word wants among them.
const docxSeparators = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
	`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`

// properties say nothing that the document does not show.
func (x *docx) properties() string {
	created := ""
	if at, err := time.Parse(time.DateOnly, string(x.doc.Made)); err == nil {
		created = `<dcterms:created xsi:type="dcterms:W3CDTF">` + at.Format(time.RFC3339) + `</dcterms:created>`
	}
	return xmlHead + `<cp:coreProperties xmlns:cp="` + packageLink + `/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + xmlEscape(x.signs.shown(x.doc.Title)) + `</dc:title>` +
		created + `</cp:coreProperties>`
}

// settings ask for nothing when the document is opened, and for no old way of laying it out.
func (x *docx) settings() string {
	return docxOpen("w:settings") + `<w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="` + x.base.tag + `"/></w:settings>`
}

// footer says which page it is, of how many.
func (x *docx) footer() string {
	var b strings.Builder
	b.WriteString(docxOpen("w:ftr") + `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`)
	fields := []string{"PAGE", "NUMPAGES"}
	for i, words := range strings.Split(x.words.Page, "%d") {
		if words != "" {
			b.WriteString(`<w:r><w:t xml:space="preserve">` + xmlEscape(words) + `</w:t></w:r>`)
		}
		if i < len(fields) {
			b.WriteString(`<w:fldSimple w:instr=" ` + fields[i] + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
		}
	}
	b.WriteString(`</w:p></w:ftr>`)
	return b.String()
}

const docxListDepth = 9 // as deep as lists of Word go

// docxNumbering is the one list that there is: of bullets, within one another.
func docxNumbering() string {
	var b strings.Builder
	b.WriteString(docxOpen("w:numbering") + `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>`)
	for level := range docxListDepth {
		bullet := []string{"•", "–"}[level%2]
		fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>`+
			`<w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`, level, bullet, listStep*(level+1), bulletHang)
	}
	b.WriteString(`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
	return b.String()
}

// docxStyle is a style of a document.
type docxStyle struct {
	kind      string // paragraph or character
	id, name  string
	basedOn   string // an id; "" for none
	next      string // the id of the style of the next paragraph; "" for the same
	paragraph string // properties in the order of the schema
	run       string // likewise
}

// docxStyles has a style in each line, by names that Word knows where it has such a style.
var docxStyles = []docxStyle{
	{"paragraph", "Normal", "Normal", "", "", ``, ``},
	{"paragraph", "BodyText", "Body Text", "Normal", "", `<w:spacing w:after="160" w:line="300" w:lineRule="auto"/>`, ``},
	{
		"paragraph", "Title", "Title", "Normal", "Normal",
		`<w:keepNext/><w:spacing w:before="0" w:after="160" w:line="240" w:lineRule="auto"/>`,
		`<w:b/><w:bCs/><w:color w:val="1B3654"/><w:sz w:val="48"/><w:szCs w:val="48"/>`,
	},
	{
		"paragraph", "Heading1", "heading 1", "Normal", "Normal",
		`<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="B7C4D3"/></w:pBdr>` +
			`<w:spacing w:before="480" w:after="160" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>`,
		`<w:b/><w:bCs/><w:color w:val="1B3654"/><w:sz w:val="32"/><w:szCs w:val="32"/>`,
	},
	{
		"paragraph", "Heading2", "heading 2", "Normal", "Normal",
		`<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="100" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="1"/>`,
		`<w:b/><w:bCs/><w:color w:val="1B3654"/><w:sz w:val="26"/><w:szCs w:val="26"/>`,
	},
	{
		"paragraph", "Heading3", "heading 3", "Normal", "Normal",
		`<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="2"/>`,
		`<w:b/><w:bCs/><w:color w:val="44546A"/>`,
	},
	{
		"paragraph", "TOCHeading", "TOC Heading", "Normal", "Normal", `<w:keepNext/><w:spacing w:before="320" w:after="80"/>`,
		`<w:b/><w:bCs/><w:color w:val="1B3654"/><w:sz w:val="26"/><w:szCs w:val="26"/>`,
	},
	{"paragraph", "TOC1", "toc 1", "Normal", "Normal", `<w:spacing w:before="60" w:after="20"/>`, ``},
	{"paragraph", "TOC2", "toc 2", "Normal", "Normal", `<w:spacing w:after="0"/><w:ind w:left="360"/>`, `<w:color w:val="44546A"/>`},
	{
		"paragraph", "QuoteLead", "Quote Lead", "Normal", "Quote",
		`<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="60"/><w:ind w:left="480" w:hanging="480"/>`, ``,
	},
	{
		"paragraph", "Quote", "Quote", "Normal", "Normal",
		`<w:pBdr><w:left w:val="single" w:sz="18" w:space="12" w:color="B7C4D3"/></w:pBdr>` +
			`<w:spacing w:after="100" w:line="276" w:lineRule="auto"/><w:ind w:left="760" w:right="480"/>`, ``,
	},
	{"paragraph", "QuoteTranslation", "Quote Translation", "Quote", "Normal", ``, `<w:i/><w:iCs/><w:color w:val="44546A"/>`},
	{"paragraph", "ListBullet", "List Bullet", "Normal", "", `<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>`, ``},
	{
		"paragraph", "TableText", "Table Text", "Normal", "", `<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>`,
		docxSmall,
	},
	{"paragraph", "TableHeading", "Table Heading", "TableText", "", `<w:keepNext/>`, `<w:b/><w:bCs/><w:color w:val="44546A"/>`},
	{
		"paragraph", "FootnoteText", "footnote text", "Normal", "", `<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>`,
		`<w:sz w:val="18"/><w:szCs w:val="18"/>`,
	},
	{"paragraph", "CommentText", "annotation text", "Normal", "", `<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>`, docxSmall},
	{
		"paragraph", "Footer", "footer", "Normal", "", `<w:spacing w:after="0"/><w:jc w:val="center"/>`,
		`<w:color w:val="44546A"/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
	},
	{"character", "Hyperlink", "Hyperlink", "", "", "", `<w:color w:val="1F5FA8"/><w:u w:val="single"/>`},
	{"character", "InternalLink", "Internal Link", "", "", "", `<w:color w:val="1F5FA8"/>`},
	{"character", "FootnoteReference", "footnote reference", "", "", "", `<w:vertAlign w:val="superscript"/>`},
	{"character", "CommentReference", "annotation reference", "", "", "", `<w:sz w:val="16"/><w:szCs w:val="16"/>`},
}

const docxSmall = `<w:sz w:val="20"/><w:szCs w:val="20"/>`

// docxTableStyle is the style of tables: lines between the rows, a stronger one beneath the head.
const docxTableStyle = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>` +
	`<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>` +
	`<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>` +
	`<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	`<w:style w:type="table" w:customStyle="1" w:styleId="NotesTable"><w:name w:val="Notes Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>` +
	`<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="B7C4D3"/>` +
	`<w:bottom w:val="single" w:sz="4" w:space="0" w:color="B7C4D3"/>` +
	`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D9E0E8"/></w:tblBorders></w:tblPr>` +
	`<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="8497B0"/></w:tcBorders>` +
	`</w:tcPr></w:tblStylePr></w:style>`

// styles are those of the document, in its language.
func (x *docx) styles() string {
	var b strings.Builder
	b.WriteString(docxOpen("w:styles") + `<w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Calibri" w:eastAsia="Microsoft YaHei" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/>` +
		`<w:lang w:val="` + x.base.tag + `" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	for i, s := range docxStyles {
		fmt.Fprintf(&b, `<w:style w:type="%s"`, s.kind)
		if i == 0 {
			b.WriteString(` w:default="1"`)
		}
		if strings.HasPrefix(s.name, "Quote ") || strings.HasPrefix(s.name, "Table ") || s.name == "Internal Link" {
			b.WriteString(` w:customStyle="1"`)
		}
		fmt.Fprintf(&b, ` w:styleId="%s"><w:name w:val="%s"/>`, s.id, s.name)
		for _, of := range []struct{ element, id string }{{"basedOn", s.basedOn}, {"next", s.next}} {
			if of.id != "" {
				fmt.Fprintf(&b, `<w:%s w:val="%s"/>`, of.element, of.id)
			}
		}
		b.WriteString(`<w:uiPriority w:val="` + strconv.Itoa(i+1) + `"/><w:qFormat/>`)
		for _, of := range []struct{ element, properties string }{{"pPr", s.paragraph}, {"rPr", s.run}} {
			if of.properties != "" {
				fmt.Fprintf(&b, `<w:%s>%s</w:%s>`, of.element, of.properties, of.element)
			}
		}
		b.WriteString(`</w:style>`)
	}
	b.WriteString(docxTableStyle + `</w:styles>`)
	return b.String()
}
