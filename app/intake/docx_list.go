package intake

import (
	"archive/zip"
	"encoding/xml"
	"path"
	"slices"
	"strconv"
	"strings"
)

// mainPart is the name of the part of a Word document that its text is in: some programs number it.
func (f *file) mainPart(z *zip.Reader) (string, error) {
	const relations, usual = "_rels/.rels", "word/document.xml"
	data, err := f.entry(z, relations)
	if data == nil || err != nil {
		return usual, err
	}
	found := usual
	err = f.tokens(relations, data, func(t xml.Token) error {
		if t, ok := t.(xml.StartElement); ok && t.Name.Local == "Relationship" && path.Base(xmlAttribute(t, "Type")) == "officeDocument" {
			found = strings.TrimPrefix(path.Clean("/"+xmlAttribute(t, "Target")), "/")
		}
		return nil
	})
	return found, err
}

// docxList is how the levels of a list are numbered.
type docxList struct{ levels [9]docxLevel }

type docxLevel struct {
	format string // "bullet" or "none" if it is not; "" if the document does not say
	text   string // with %1 in place of the number of the first level, and so on
	before int    // the number before its first
}

// docxListStyle is a style of paragraphs that makes them items of a list.
type docxListStyle struct {
	list, based string
	level       int
}

// readNumbering reads how lists are numbered.
func (w *docxReader) readNumbering() error {
	const name = "word/numbering.xml"
	w.lists = map[string]docxList{}
	data, err := w.file.entry(w.zip, name)
	if data == nil || err != nil {
		return err
	}
	kinds := map[string]*docxList{} // by the id of a kind of list
	present := &docxList{}
	var id string // of the list; "" in a kind of list
	level := 0
	return w.file.tokens(name, data, func(t xml.Token) error {
		element, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		value := xmlAttribute(element, "val")
		switch element.Name.Local {
		case "abstractNum":
			present, id = &docxList{}, ""
			kinds[xmlAttribute(element, "abstractNumId")] = present
		case "num":
			id = xmlAttribute(element, "numId")
		case "abstractNumId":
			if kind := kinds[value]; kind != nil {
				w.lists[id] = *kind
			}
		case "lvl", "lvlOverride":
			level = levelOf(xmlAttribute(element, "ilvl"))
		case "startOverride":
			list := w.lists[id]
			list.levels[level].before = countOf(value) - 1
			w.lists[id] = list
		case "numFmt", "lvlText", "start":
			if id == "" {
				present.levels[level].set(element.Name.Local, value)
			}
		}
		return nil
	})
}

func (l *docxLevel) set(name, value string) {
	switch name {
	case "numFmt":
		l.format = value
	case "lvlText":
		l.text = value
	default:
		l.before = countOf(value) - 1
	}
}

// levelOf is a level of a list, from 0 to 8.
func levelOf(s string) int {
	n, _ := strconv.Atoi(s) // 0 if it is none
	return min(max(n, 0), 8)
}

// countOf is a number that a list begins with.
func countOf(s string) int {
	const most = 100_000
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1
	}
	return min(max(n, 0), most)
}

// readStyles reads which styles make items of lists.
func (w *docxReader) readStyles() error {
	const name = "word/styles.xml"
	w.styles = map[string]docxListStyle{}
	data, err := w.file.entry(w.zip, name)
	if data == nil || err != nil {
		return err
	}
	var id string
	return w.file.tokens(name, data, func(t xml.Token) error {
		element, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		style := w.styles[id]
		switch value := xmlAttribute(element, "val"); element.Name.Local {
		case "style":
			id = xmlAttribute(element, "styleId")
			return nil
		case "basedOn":
			style.based = value
		case "numId":
			style.list = value
		case "ilvl":
			style.level = levelOf(value)
		default:
			return nil
		}
		w.styles[id] = style
		return nil
	})
}

// numbering takes what says of which list a paragraph is, and at which level.
func (w *docxReader) numbering(name, value string) {
	switch name {
	case "ilvl":
		w.level = levelOf(value)
	case "numId":
		w.list = value
	default:
		const deep = 20
		for range deep {
			style := w.styles[value]
			if style.list != "" {
				w.list, w.level = style.list, style.level
				return
			}
			value = style.based
		}
	}
}

// startItem begins an item of a list, with its number where the list has numbers.
func (w *docxReader) startItem() {
	if w.item || w.list == "" || w.list == "0" || w.inProperties { // no list
		return
	}
	list := w.lists[w.list]
	level := list.levels[w.level]
	if level.format == "none" {
		return
	}
	w.item = true
	mark := "•"
	if level.format != "bullet" && level.format != "" {
		mark = list.mark(w.count(list), w.level)
	}
	if !w.wasItem {
		w.gap(gapParagraph)
	}
	w.bodyWriter.item(mark)
}

// count counts the present item, and returns the numbers of its level and those above it.
func (w *docxReader) count(list docxList) []int {
	counts := slices.Clone(w.counts[w.list])
	for n := len(counts); n <= w.level; n++ {
		counts = append(counts, list.levels[n].before)
	}
	counts = counts[:w.level+1]
	counts[w.level]++
	w.counts[w.list] = counts
	return counts
}

// mark is the number of an item as the document shows it.
func (l *docxList) mark(counts []int, at int) string {
	text := l.levels[at].text
	if text == "" {
		text = "%" + strconv.Itoa(at+1) + "."
	}
	for n, count := range counts {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(n+1), numeral(max(count, l.levels[n].before+1), l.levels[n].format))
	}
	return strings.TrimSpace(text)
}

// numeral writes a number in one of the forms that lists have.
func numeral(n int, format string) string {
	switch format {
	case "lowerLetter", "upperLetter":
		if n < 1 {
			break
		}
		const letters = 26
		s := strings.Repeat(string(rune('a'+(n-1)%letters)), min((n-1)/letters+1, 9))
		if format == "upperLetter" {
			return strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// roman is a number in Roman numerals, as far as these go.
func roman(n int) string {
	if n < 1 || n >= 4000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, sign := range []struct {
		value int
		s     string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for ; n >= sign.value; n -= sign.value {
			b.WriteString(sign.s)
		}
	}
	return b.String()
}

// symbol writes a sign of a font whose signs stand for no letters: the Greek ones, and bullets, are known.
func (w *docxReader) symbol(font, char string) {
	code, err := strconv.ParseUint(char, 16, 16)
	if err != nil || w.vanished {
		return
	}
	switch at := rune(code & 0xFF); { //nolint:gosec // a byte
	case font == "Symbol" && symbols[at] != 0:
		w.words(string(symbols[at]))
	case code >= 0xF000 && code <= 0xF0FF:
		w.words("•")
	case code > ' ':
		w.words(string(rune(code))) //nolint:gosec // a character
	}
}

// symbols are the signs of the font Symbol, by their codes.
var symbols = func() map[rune]rune {
	signs := map[rune]rune{
		0xB1: '±', 0xB0: '°', 0xA3: '≤', 0xB3: '≥', 0xB4: '×', 0xB8: '÷', 0xAE: '→', 0xAC: '←', 0xDE: '⇒', 0xA5: '∞', 0xB9: '≠',
	}
	latin := []rune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
	for i, greek := range []rune("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ") {
		signs[latin[i]] = greek
	}
	return signs
}()
