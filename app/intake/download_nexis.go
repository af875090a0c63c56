package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/store/say"
	"standpoint/store/text"
)

var (
	nexisCount       = regexp.MustCompile(`(?i)^\s*\d+ (?:of|von|de|di|van) \d+ (?:documents?|dokumente?n?|documentos?|documenti)\s*$`)
	nexisCountBefore = regexp.MustCompile(`(?i)^\s*(?:dokument|document|documento)\s+\d+\s+(?:of|von|de|di|van)\s+\d+\s*$`)
)

func isNexisCount(line string) bool {
	return nexisCount.MatchString(line) || nexisCountBefore.MatchString(line)
}

func isNexis(lines []string) bool {
	const head = 200
	return slices.ContainsFunc(lines[:min(head, len(lines))], isNexisCount)
}

func splitNexis(lines []string) []record {
	var records []record
	from := -1
	add := func(end int) {
		if from >= 0 {
			r := nexisArticle(lines[from:end])
			r.where = say.Of("Article %d", len(records)+1)
			records = append(records, r)
		}
	}
	for i, line := range lines {
		if isNexisCount(line) {
			add(i)
			from = i + 1
		}
	}
	add(len(lines))
	width := nexisWidth(records)
	for i := range records {
		records[i].width = width
	}
	return records
}

// nexisWidth is the width at which all lines of a download were broken: that of the longest; 0 if they were not.
func nexisWidth(records []record) int {
	const least, most = 50, 100
	width := 0
	for _, r := range records {
		for _, field := range r.fields {
			if field.name != "body" {
				continue
			}
			for line := range strings.SplitSeq(field.value, "\n") {
				width = max(width, utf8.RuneCountInString(line))
			}
		}
	}
	if width < least || width > most {
		return 0
	}
	return width
}

// joinedAt joins the lines of each paragraph that was broken at that width: where the first word of each next line had no room. What was
// broken otherwise, as verse is, stays. A width of 0 joins nothing.
func joinedAt(s string, width int) string {
	if width == 0 {
		return s
	}
	paragraphs := strings.Split(s, "\n\n")
	for i, p := range paragraphs {
		if lines := strings.Split(p, "\n"); areFull(lines, width) {
			paragraphs[i] = strings.Join(lines, " ")
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// areFull reports whether each line of a paragraph but the last is as long as it can be.
func areFull(lines []string, width int) bool {
	for i, line := range lines[:len(lines)-1] {
		first, _, _ := strings.Cut(lines[i+1], " ")
		length := utf8.RuneCountInString(line)
		if first == "" || length > width || length+1+utf8.RuneCountInString(first) <= width {
			return false
		}
	}
	return true
}

// nexisArticle reads an article of the older text: lines of its head up to LENGTH and the labels below it, its text, and labels behind it.
func nexisArticle(lines []string) record {
	var r record
	body := r.nexisHead(lines)
	text := lines[body:]
	end := tailOf(text, isNexisCapital)
	for i, line := range text[:end] {
		if name, _, _ := label(line); isNexisCapital(line) && nexisEnds[name] {
			end = tailOf(text[:i], isNexisCapital)
			break
		}
	}
	for _, line := range text[end:] {
		if name, value, _ := label(line); isNexisCapital(line) {
			r.set(nexisLabels[name], value)
		}
	}
	r.set("body", paragraphs(text[:end]))
	return r
}

// nexisEnds are labels that no text has in capitals: what they begin is none of it, whatever follows.
var nexisEnds = map[string]bool{
	"language": true, "sprache": true, "langue": true, "load-date": true, "date-chargement": true, "ladedatum": true, "update": true,
	"graphic": true, "grafik": true, "publication-type": true, "type-publication": true, "journal-code": true,
}

// isNexisCapital reports whether a line begins with a label in capitals, as all are in the older text.
func isNexisCapital(line string) bool {
	name, _, found := label(line)
	_, known := nexisLabels[name]
	return found && known && strings.ToUpper(nameOf(line)) == nameOf(line)
}

// nexisHead reads the head of an article, and returns the line at which its text begins.
func (r *record) nexisHead(lines []string) (body int) {
	var plain []string
	for i, line := range lines {
		name, value, _ := label(line)
		isLabel := isNexisCapital(line)
		switch {
		case isLabel && nexisLengths[name]:
			r.nexisAbove(plain)
			return i + 1 + r.nexisBelow(lines[i+1:])
		case isLabel:
			r.set(nexisLabels[name], value)
		case strings.TrimSpace(line) != "":
			plain = append(plain, strings.TrimSpace(line))
		}
	}
	r.nexisAbove(plain)
	return 0
}

// nexisLengths are the labels of the line that ends the head.
var nexisLengths = map[string]bool{"length": true, "länge": true, "longueur": true, "longitud": true, "lunghezza": true, "lengte": true}

// nexisAbove reads the lines without a label: newspaper, date, and headline below it.
func (r *record) nexisAbove(plain []string) {
	for i, line := range plain {
		date := datedLine(line)
		if date == "" {
			continue
		}
		r.set("date", date)
		if i > 0 {
			r.set("source", plain[i-1])
		}
		r.set("title", headlineOf(plain[i+1:]))
		return
	}
}

// nexisBelow reads labels that stand between LENGTH and the text, as of the nineties: HEADLINE, BYLINE, BODY. A value may go on in the
// lines below. It returns the line at which the text begins.
func (r *record) nexisBelow(lines []string) (body int) {
	for i := 0; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) == "" {
			continue
		}
		name, value, _ := label(lines[i])
		switch {
		case slices.Contains(nexisBody, strings.ToUpper(nameOf(lines[i]))+":"):
			return i + 1
		case !isNexisCapital(lines[i]):
			return i
		}
		for i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "" && !isNexisCapital(lines[i+1]) {
			i++
			value += " " + strings.TrimSpace(lines[i])
		}
		r.set(nexisLabels[name], value)
	}
	return 0
}

// nameOf is a line up to its colon, as it stands there.
func nameOf(line string) string {
	name, _, _ := strings.Cut(line, ":")
	return strings.Trim(name, " \u00A0")
}

// headlineOf is the headline below the date: the lines that are no edition and no copyright.
func headlineOf(lines []string) string {
	const most = 4 // of a headline
	var headline []string
	for _, line := range lines {
		folded := text.Fold(line)
		isEdition := strings.Contains(folded, "edition") || strings.Contains(folded, "ausgabe") || strings.Contains(folded, "edicion")
		isRights := strings.HasPrefix(folded, "copyright") || strings.HasPrefix(line, "©") || strings.HasSuffix(folded, "all rights reserved")
		if !isRights && !(isEdition && len(headline) == 0) {
			headline = append(headline, line)
		}
	}
	return strings.Join(headline[:min(most, len(headline))], " ")
}
