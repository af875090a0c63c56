package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"standpoint/store/say"
)

var proQuestRule = regexp.MustCompile(`^_{60}\s*$`)

// proQuestLabels are the labels of ProQuest by the field that they stand for.
var proQuestLabels = map[string]string{
	"title": "title", "author": "author", "publication title": "source", "publication date": "date", "section": "section",
	"language of publication": "language", "language": "language", "document url": "url", "full text": "body", "volltext": "body",
	"texte intégral": "body", "texto completo": "body", "testo completo": "body", "abstract": "abstract",
	"publication info": "",
	"publication year": "", "publisher": "", "place of publication": "", "country of publication": "", "publication subject": "", "issn": "",
	"source type": "", "document type": "", "proquest document id": "", "copyright": "", "last updated": "", "database": "", "pages": "",
	"first page": "", "subject": "", "location": "", "people": "", "company / organization": "", "links": "", "dateline": "",
	"number of pages":      "",
	"identifier / keyword": "", "classification": "", "column": "", "volume": "", "issue": "", "credit": "", "e-issn": "",
	"business indexing term":     "",
	"publication date (digital)": "", "publication-date": "",
}

func isProQuest(lines []string) bool {
	return slices.ContainsFunc(lines, proQuestRule.MatchString) && slices.ContainsFunc(lines, isProQuestText)
}

// isProQuestText reports whether the text of an article begins in a line.
func isProQuestText(line string) bool {
	name, _, found := label(line)
	return found && proQuestLabels[name] == "body"
}

func isProQuestLabel(line string) bool {
	name, _, found := label(line)
	_, known := proQuestLabels[name]
	return found && known
}

// isCutProQuest reports whether a text is the beginning of a download of ProQuest that ends before the text of its first article: a rule,
// at most the number of the article and its title, and labels alone, the last of which may end within its name.
func isCutProQuest(s string) bool {
	const above = 2 // lines above the labels
	lines := visible(strings.Split(s, "\n"))
	if len(lines) < 2 || !proQuestRule.MatchString(lines[0]) || slices.ContainsFunc(lines, isProQuestText) {
		return false
	}
	lines = lines[1:]
	first := slices.IndexFunc(lines, isProQuestLabel)
	if first < 0 {
		return len(lines) == 1 && isBegunProQuestLabel(lines[0])
	}
	for i, line := range lines[first:] {
		isLast := first+i == len(lines)-1
		if _, _, is := label(line); !is && !(isLast && isBegunProQuestLabel(line)) {
			return false
		}
	}
	return first <= above
}

// isBegunProQuestLabel reports whether a line is the beginning of the name of a label.
func isBegunProQuestLabel(line string) bool {
	for name := range proQuestLabels {
		if strings.HasPrefix(name, strings.ToLower(line)) {
			return true
		}
	}
	return false
}

func splitProQuest(lines []string) []record {
	var records []record
	add := func(lines []string) {
		if r := proQuestArticle(lines); cmp.Or(r.value("body"), r.value("abstract"), r.value("title")) != "" {
			r.where = say.Of("Article %d", len(records)+1)
			records = append(records, r)
		}
	}
	from := 0
	for i, line := range lines {
		if proQuestRule.MatchString(line) {
			add(lines[from:i])
			from = i + 1
		}
	}
	add(lines[from:])
	return records
}

// proQuestArticle reads what stands between two rules: fields, the text, and fields behind it.
func proQuestArticle(lines []string) record {
	var r record
	at := slices.IndexFunc(lines, isProQuestText)
	if at < 0 {
		r.setLabelled(lines)
		r.setProQuestTitle(lines)
		return r
	}
	_, first, _ := label(lines[at])
	behind := lines[at+1:]
	end := tailOf(behind, isProQuestLabel)
	r.setLabelled(lines[:at])
	r.setLabelled(behind[end:])
	r.setProQuestTitle(lines[:at])
	r.set("body", paragraphs(append([]string{first}, behind[:end]...)))
	return r
}

// setProQuestTitle sets the title, if no label gives it, from the line that stands alone above the first label.
func (r *record) setProQuestTitle(head []string) {
	at := slices.IndexFunc(head, isProQuestLabel)
	if above := visible(head[:max(0, at)]); len(above) == 1 {
		r.set("title", above[0])
	}
}

// isShortValue are fields of one line: what looks like a label below them is one, although it is not known.
var isShortValue = map[string]bool{"source": true, "date": true, "section": true, "language": true, "url": true}

var unknownLabel = regexp.MustCompile(`^\p{Lu}[\p{L} ()/-]{1,30}: \S`)

// setLabelled sets fields from lines that begin with the labels of ProQuest; others belong to the value before them.
func (r *record) setLabelled(lines []string) {
	name := ""
	var value []string
	finish := func() {
		said := strings.TrimFunc(strings.Join(value, "\n"), isBlank)
		if name == "source" {
			said, _, _ = strings.Cut(said, "; ") // where it appears, which is not its name
		}
		if name != "" {
			r.set(name, said)
		}
	}
	for _, line := range lines {
		if strings.HasPrefix(line, "https://") && !strings.Contains(line, " ") { // as it stands without a label
			r.set("url", line)
			continue
		}
		if isProQuestLabel(line) {
			finish()
			l, v, _ := label(line)
			name, value = proQuestLabels[l], []string{v}
			continue
		}
		if l, v, _ := label(line); isShortValue[name] && unknownLabel.MatchString(line) {
			finish()
			name, value = l, []string{v}
			continue
		}
		value = append(value, line)
	}
	finish()
}
