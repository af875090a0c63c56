package render_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"standpoint/app/notes"
)

// orders are the children of elements in the order in which the schema of ECMA-376 wants them, as far as we write them or may soon.
var orders = map[string]string{
	"w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens " +
		"kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing " +
		"mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr",
	"w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden " +
		"color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish",
	"w:style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr " +
		"trPr tcPr tblStylePr",
	"w:styles":      "docDefaults latentStyles style",
	"w:docDefaults": "rPrDefault pPrDefault",
	"w:tbl":         "tblPr tblGrid tr",
	"w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders " +
		"shd tblLayout tblCellMar tblLook",
	"w:tblBorders":  "top left bottom right insideH insideV",
	"w:tblCellMar":  "top left bottom right",
	"w:tr":          "trPr tc",
	"w:tc":          "tcPr p",
	"w:pBdr":        "top left bottom right between bar",
	"w:numPr":       "ilvl numId",
	"w:numbering":   "abstractNum num",
	"w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
	"w:lvl":         "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
	"w:sdt":         "sdtPr sdtEndPr sdtContent",
	"w:settings": "zoom trackRevisions defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr compat " +
		"rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
	"w:sectPr":   "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols",
	"w:body":     "p tbl sdt sectPr",
	"w:document": "background body",
}

// anyOrder are those whose children may stand in any order, sectPr last.
var anyOrder = map[string]bool{"w:body": true}

func TestDocxHasItsElementsInTheOrderOfTheSchema(t *testing.T) {
	parts, _ := unpacked(t, made(t, "docx", foreign(t)))
	for name, content := range parts {
		if !strings.HasSuffix(name, ".xml") {
			continue
		}
		parsed(t, content).each(func(e *element) {
			order, known := orders[e.name]
			if !known {
				return
			}
			last := -1
			for _, child := range e.names() {
				at := slices.Index(strings.Fields(order), strings.TrimPrefix(child, "w:"))
				if at < 0 || at < last && !anyOrder[e.name] {
					t.Errorf("%s: %s has %s where the schema does not want it: %v", name, e.name, child, e.names())
					return
				}
				last = at
			}
		})
	}
}

func TestDocxIsWhole(t *testing.T) {
	parts, order := unpacked(t, made(t, "docx", foreign(t)))
	if order[0] != "[Content_Types].xml" {
		t.Errorf("the archive begins with %s", order[0])
	}
	types := map[string]bool{}
	for _, o := range parsed(t, parts["[Content_Types].xml"]).children {
		types[strings.TrimPrefix(o.attrs["PartName"], "/")] = true
	}
	linked := map[string]bool{"[Content_Types].xml": true}
	for name := range parts {
		if !strings.HasSuffix(name, ".rels") {
			if !types[name] && name != "[Content_Types].xml" {
				t.Errorf("nothing says what %s is", name)
			}
			continue
		}
		linked[name] = true
		folder := path.Dir(path.Dir(name))
		ids := map[string]bool{}
		for _, r := range parsed(t, parts[name]).children {
			ids[r.attrs["Id"]] = true
			target := path.Join(folder, r.attrs["Target"])
			if r.attrs["TargetMode"] == "External" {
				if !strings.HasPrefix(r.attrs["Target"], "https://example.org/") || strings.ContainsAny(r.attrs["Target"], " []") {
					t.Errorf("%s leads to %q", name, r.attrs["Target"])
				}
				continue
			}
			linked[target] = true
			if parts[target] == "" {
				t.Errorf("%s leads to %s, which is not there", name, target)
			}
		}
		source := path.Join(folder, strings.TrimSuffix(path.Base(name), ".rels"))
		if parts[source] == "" {
			continue // of the whole package
		}
		parsed(t, parts[source]).each(func(e *element) {
			if id := e.attrs["r:id"]; id != "" && !ids[id] {
				t.Errorf("%s has a link %q that leads nowhere", source, id)
			}
		})
	}
	if missing := slices.DeleteFunc(slices.Sorted(maps.Keys(parts)), func(name string) bool { return linked[name] }); len(missing) > 0 {
		t.Errorf("nothing leads to %v", missing)
	}
}

func TestDocxRefersToWhatIsThere(t *testing.T) {
	parts, _ := unpacked(t, made(t, "docx", foreign(t)))
	document := parsed(t, parts["word/document.xml"])
	styles := map[string]bool{}
	for _, s := range parsed(t, parts["word/styles.xml"]).all("w:style") {
		styles[s.attrs["w:styleId"]] = true
	}
	for _, name := range []string{"document", "comments", "footnotes", "footer1"} {
		parsed(t, parts["word/"+name+".xml"]).each(func(e *element) {
			if strings.HasSuffix(e.name, "Style") && !styles[e.attrs["w:val"]] {
				t.Errorf("%s has a style %q that there is not", name, e.attrs["w:val"])
			}
		})
	}
	names, ids := map[string]bool{}, map[string]bool{}
	for _, b := range document.all("w:bookmarkStart") {
		name, id := b.attrs["w:name"], b.attrs["w:id"]
		if names[name] || ids[id] || len(name) > 40 || strings.Contains(name, "-") {
			t.Errorf("a bookmark is %q, %q", name, id)
		}
		names[name], ids[id] = true, true
	}
	if len(document.all("w:bookmarkEnd")) != len(ids) {
		t.Error("a bookmark does not end")
	}
	links := document.all("w:hyperlink")
	for _, l := range links {
		if to := l.attrs["w:anchor"]; to != "" && !names[to] {
			t.Errorf("a link leads to %q, which is not there", to)
		}
	}
	if entries := strings.Count(parts["word/document.xml"], `w:anchor="_Toc`); entries != 4 {
		t.Errorf("the table of contents has %d links", entries)
	}
	for _, of := range []struct{ part, element, reference string }{
		{"word/comments.xml", "w:comment", "w:commentReference"},
		{"word/comments.xml", "w:comment", "w:commentRangeStart"},
		{"word/comments.xml", "w:comment", "w:commentRangeEnd"},
		{"word/footnotes.xml", "w:footnote", "w:footnoteReference"},
	} {
		var there, referred []string
		for _, e := range parsed(t, parts[of.part]).all(of.element) {
			if e.attrs["w:type"] == "" {
				there = append(there, e.attrs["w:id"])
			}
		}
		for _, e := range document.all(of.reference) {
			referred = append(referred, e.attrs["w:id"])
		}
		slices.Sort(there)
		slices.Sort(referred)
		if len(there) == 0 || !slices.Equal(there, referred) {
			t.Errorf("%s has %v, and the text %s %v", of.part, there, of.reference, referred)
		}
	}
}

func TestDocxSaysNothingThatItDoesNotShow(t *testing.T) {
	parts, _ := unpacked(t, made(t, "docx", foreign(t)))
	var said []string
	for _, e := range parsed(t, parts["docProps/core.xml"]).children {
		said = append(said, e.name+" "+e.children[0].text)
	}
	want := []string{"dc:title Words & <signs> in many scripts", "created 2026-04-05T00:00:00Z"}
	if !slices.Equal(said, want) {
		t.Errorf("the properties are %q", said)
	}
	parts, _ = unpacked(t, made(t, "docx", notes.Document{Title: "t"}))
	if got := parsed(t, parts["docProps/core.xml"]).names(); !slices.Equal(got, []string{"dc:title"}) {
		t.Errorf("the properties of a document without a day are %q", got)
	}
}

func TestDocxNamesTheLanguageOfEachQuote(t *testing.T) {
	want := []string{
		"bidi ar-EG", "bidi he-IL", "eastAsia zh-CN", "eastAsia zh-TW", "eastAsia ja-JP", "eastAsia ko-KR", "val ru-RU", "val en-US", "val el-GR",
		"val x-none eastAsia x-none bidi x-none",
	}
	d := readDocx(t, made(t, "docx", foreign(t)))
	for i, q := range foreignQuotes {
		for _, p := range d.paragraphs {
			if p.text == lines(q.Words)[0] && p.language != want[i] {
				t.Errorf("the language of %q is %q, not %q", p.text, p.language, want[i])
			}
		}
	}
}
