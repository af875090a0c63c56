package intake

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"standpoint/store/say"
)

// download is a form in which a database of newspapers hands out articles, many in one file, as text: its lines, told by what stands at
// their beginnings. They drift; what is not recognised is kept as text.
type download struct {
	is    func(lines []string) bool
	split func(lines []string) []record
}

var downloads = []download{
	{isProQuest, splitProQuest},
	{isNexisUni, splitNexisUni},
	{isNexis, splitNexis},
	{isFactivaText, splitFactivaText},
	{isFactivaPlain, splitFactivaPlain},
}

// downloaded are the articles of a text that a database handed out; nil if it is none.
func downloaded(s string) []record {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \u00A0\t")
	}
	for _, d := range downloads {
		if d.is(lines) {
			return d.split(lines)
		}
	}
	return nil
}

// downloadMarks are signs of a download in the markup of a page.
var downloadMarks = []string{
	"articleParagraph", ">HD", ">TD", "End of Document", "Ende des Dokuments", "Fin du document", "Fin del documento", "Full text:",
}

// pageDownload are the articles of a page that a database of newspapers handed out; nil if it is none.
func pageDownload(root *html.Node, markup string) []record {
	if !slices.ContainsFunc(downloadMarks, func(mark string) bool { return strings.Contains(markup, mark) }) {
		return nil
	}
	if records := factivaPage(root); records != nil {
		return records
	}
	var p pageWriter
	p.children(root)
	s, _ := p.body()
	return downloaded(s)
}

// label is what stands before a value in a line: "Section:", "Byline :", with or without a no-break space behind it.
func label(line string) (name, value string, found bool) {
	name, value, found = strings.Cut(strings.TrimLeft(line, " \u00A0"), ":")
	name = strings.TrimSpace(strings.ReplaceAll(name, "\u00A0", " "))
	return strings.ToLower(name), strings.Trim(value, " \u00A0\t"), found && name != "" && len(name) < 40
}

// datedLine is the date that a line consists of, with or without a weekday and an edition behind it; "" if it is none.
func datedLine(line string) string {
	const most = 80
	if len(line) > most || !strings.ContainsAny(line, "0123456789") {
		return ""
	}
	words := strings.Fields(line)
	for n := len(words); n >= 1 && n >= len(words)-5; n-- {
		value := strings.TrimRight(strings.Join(words[:n], " "), ",")
		if len(words) == 1 && len(value) <= 7 {
			continue
		}
		read, err := parseDate(value)
		if err == nil && read.Date != "" {
			return string(read.Date)
		}
		if doubtOf(err, say.Sentence{}) != nil {
			return value
		}
	}
	return ""
}

// tailOf is the line from which on labels alone stand, len(lines) if none do. A text may have a line that begins like a label, “Subject: he
// would not say”: it is one if nothing but labels follows it. Below those that are known there may be others, as these forms drift.
func tailOf(lines []string, isKnown func(line string) bool) int {
	spaced := slices.Contains(lines[:max(0, len(lines)-1)], "")
	tail := len(lines)
	for end := len(lines); end > 0; {
		if strings.TrimSpace(lines[end-1]) == "" {
			end--
			continue
		}
		from := end - 1
		for spaced && from > 0 && strings.TrimSpace(lines[from-1]) != "" { // a value of several lines
			from--
		}
		_, _, isLabel := label(lines[from])
		switch {
		case isKnown(lines[from]):
			tail = from
		case !isLabel:
			return tailIn(lines, from, tail, isKnown)
		}
		end = from
	}
	return tail
}

// tailIn is where the labels begin that stand right below the last paragraph, of which line from is the first; tail if none do.
func tailIn(lines []string, from, tail int, isKnown func(line string) bool) int {
	for i := from + 1; i < len(lines); i++ {
		if _, _, isLabel := label(lines[i]); strings.TrimSpace(lines[i]) == "" {
			return tail
		} else if isLabel && isKnown(lines[i]) && labelsOnly(lines[i:]) {
			return i
		}
	}
	return tail
}

// labelsOnly reports whether each line up to the next empty one begins like a label.
func labelsOnly(lines []string) bool {
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			break
		}
		if _, _, isLabel := label(line); !isLabel {
			return false
		}
	}
	return true
}

// set adds a field, unless it has a value already, or no name, as what is left out.
func (r *record) set(name, value string) {
	if value = strings.TrimSpace(value); value == "" || name == "" || r.value(name) != "" {
		return
	}
	r.fields = append(r.fields, recordField{name, value})
}

func (r *record) value(name string) string {
	for _, f := range r.fields {
		if f.name == name {
			return f.value
		}
	}
	return ""
}

// visible are the lines that are not blank.
func visible(lines []string) []string {
	var all []string
	for _, line := range lines {
		if s := strings.TrimSpace(line); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// paragraphs parts lines by an empty one where they are paragraphs already, and keeps them where empty lines part them.
func paragraphs(lines []string) string {
	return strings.TrimFunc(strings.Join(lines, "\n"), isBlank)
}
