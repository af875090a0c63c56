package render

import (
	"strconv"
	"strings"

	"standpoint/app/notes"
	"standpoint/store"
)

// para is how a paragraph is set, beside its style.
type para struct {
	style     string
	item      int  // of a list of this depth, from 1; 0: of none
	indent    int  // twentieths of a point; 0: that of the style
	flush     bool // the first line begins where the others do
	end       bool // the lines end at the margin: numbers
	bar       bool // the style has a bar at the side at which the lines begin
	rightLeft bool
}

// begin begins a paragraph; its properties stand in the order of the schema.
func (s *story) begin(p para) {
	s.put(`<w:p><w:pPr><w:pStyle w:val="`, p.style, `"/>`)
	if p.item > 0 {
		s.put(`<w:numPr><w:ilvl w:val="`, strconv.Itoa(min(p.item, docxListDepth)-1), `"/><w:numId w:val="1"/></w:numPr>`)
	}
	if p.rightLeft {
		if p.bar {
			s.put(`<w:pBdr><w:left w:val="nil"/><w:right w:val="single" w:sz="18" w:space="12" w:color="B7C4D3"/></w:pBdr>`)
		}
		s.put(`<w:bidi/>`)
	}
	if p.indent > 0 {
		s.put(`<w:ind w:left="`, strconv.Itoa(p.indent), `"`)
		if p.flush {
			s.put(` w:hanging="0"`)
		}
		s.put(`/>`)
	}
	if p.end {
		s.put(`<w:jc w:val="right"/>`)
	}
	s.put(`</w:pPr>`)
}

// line writes a paragraph of what notes say. Items of a list stand below one another on the side of the notes.
func (s *story) line(p para, t notes.Text) {
	p.rightLeft = lineRightLeft(t, s.base)
	if p.item > 0 {
		p.rightLeft = s.base.kind == rightToLeft
	}
	s.begin(p)
	s.text(t, p.rightLeft)
	s.put(`</w:p>`)
}

// anchor sets the bookmark to which links to an anchor lead.
func (s *story) anchor(name string) {
	if name == "" {
		return
	}
	s.bookmark++
	id := strconv.Itoa(s.bookmark)
	s.put(`<w:bookmarkStart w:id="`, id, `" w:name="`, s.bookmarkOf(name), `"/><w:bookmarkEnd w:id="`, id, `"/>`)
}

// bookmarkOf returns the name of the bookmark of an anchor. Word takes 40 characters at most, and no hyphens.
func (x *docx) bookmarkOf(anchor string) string {
	name, known := x.bookmarks[anchor]
	if !known {
		name = "_Ref" + strconv.Itoa(len(x.bookmarks)+1)
		x.bookmarks[anchor] = name
	}
	return name
}

// text writes what notes say, as it is set in a paragraph of a direction.
func (s *story) text(t notes.Text, rightLeft bool) {
	for _, r := range settled(t, s.base) {
		l := look{strong: r.Style == notes.Strong, emphasis: r.Style == notes.Emphasis}
		end := ""
		if link := linkTarget(r.Link); r.To != "" {
			l.link, end = linkWithin, `</w:hyperlink>`
			s.put(`<w:hyperlink w:anchor="`, s.bookmarkOf(r.To), `" w:history="1">`)
		} else if link != "" {
			l.link, end = linkOut, `</w:hyperlink>`
			s.links = append(s.links, link)
			s.put(`<w:hyperlink r:id="link`, strconv.Itoa(len(s.links)), `" w:history="1">`)
		}
		s.shown(oneLine(r.Text), l, rightLeft)
		s.put(end)
		switch {
		case r.Note == nil:
		case s.footnoted:
			s.note(r.Note)
		default:
			s.text(aside(r.Note), rightLeft)
		}
	}
}

// note writes a footnote and its sign.
func (s *story) note(t notes.Text) {
	s.footnote++
	id := strconv.Itoa(s.footnote)
	s.put(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="`, id, `"/></w:r>`)
	f := s.footnotes
	rightLeft := lineRightLeft(t, s.base)
	f.put(`<w:footnote w:id="`, id, `">`)
	f.begin(para{style: "FootnoteText", rightLeft: rightLeft})
	f.put(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`)
	f.run(" ", look{}, rightLeft)
	f.text(t, rightLeft)
	f.put(`</w:p></w:footnote>`)
}

// shown writes words, with signs for what cannot be shown.
func (s *story) shown(words string, l look, rightLeft bool) {
	s.run(s.signs.shown(words), l, rightLeft)
}

// run writes words that can be shown in a paragraph of a direction.
func (s *story) run(words string, l look, rightLeft bool) {
	if words == "" {
		return
	}
	for _, part := range stretches(words, rightLeft) {
		l.rightLeft = part.rightLeft
		s.put(`<w:r>`)
		s.look(l)
		for i, between := range strings.Split(part.words, "\t") {
			if i > 0 {
				s.put(`<w:tab/>`)
			}
			if between != "" {
				s.put(`<w:t xml:space="preserve">`, xmlEscape(between), `</w:t>`)
			}
		}
		s.put(`</w:r>`)
	}
}

// underlines are the lines beneath words by the kind of their annotation, as Word calls them.
var underlines = map[store.Kind]string{store.KindMention: "dotted", store.KindStatement: "single", store.KindPosition: "double"}

// look writes how a run is set, in the order of the schema.
func (s *story) look(l look) {
	if l == (look{}) {
		return
	}
	s.put(`<w:rPr>`)
	switch l.link {
	case linkOut:
		s.put(`<w:rStyle w:val="Hyperlink"/>`)
	case linkWithin:
		s.put(`<w:rStyle w:val="InternalLink"/>`)
	}
	if l.tongue.kind == eastAsian {
		s.put(`<w:rFonts w:hint="eastAsia" w:eastAsia="`, eastAsianFont(l.tongue), `"/>`)
	}
	if l.strong {
		s.put(`<w:b/><w:bCs/>`)
	}
	if l.emphasis {
		s.put(`<w:i/><w:iCs/>`)
	}
	if l.mark.line != "" {
		s.put(`<w:u w:val="`, underlines[l.mark.kind], `" w:color="`, l.mark.line, `"/>`)
	}
	if l.mark.fill != "" {
		s.put(`<w:shd w:val="clear" w:color="auto" w:fill="`, l.mark.fill, `"/>`)
	}
	if l.rightLeft {
		s.put(`<w:rtl/>`)
	}
	s.put(docxLanguage(l.tongue), `</w:rPr>`)
}

// docxLanguage names the language of a run.
func docxLanguage(t tongue) string {
	switch {
	case t == (tongue{}):
		return ""
	case t == unknownTongue:
		return `<w:lang w:val="x-none" w:eastAsia="x-none" w:bidi="x-none"/>`
	case t.kind == eastAsian:
		return `<w:lang w:eastAsia="` + t.tag + `"/>`
	case t.kind == rightToLeft:
		return `<w:lang w:bidi="` + t.tag + `"/>`
	}
	return `<w:lang w:val="` + t.tag + `"/>`
}

// eastAsianFont is one that the systems of most readers have.
func eastAsianFont(t tongue) string {
	switch t.tag {
	case "ja-JP":
		return "Yu Gothic"
	case "ko-KR":
		return "Malgun Gothic"
	case "zh-TW", "zh-HK", "zh-MO":
		return "Microsoft JhengHei"
	}
	return "Microsoft YaHei"
}
