package intake

import (
	"cmp"
	"regexp"
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

// label is what stands before a value in a line: "Section:", "Byline :", with or without a no-break space behind it.
func label(line string) (name, value string, found bool) {
	name, value, found = strings.Cut(strings.TrimLeft(line, " \u00A0"), ":")
	name = strings.TrimSpace(strings.ReplaceAll(name, "\u00A0", " "))
	return strings.ToLower(name), strings.Trim(value, " \u00A0\t"), found && name != "" && len(name) < 40
}

// nexisLabels are the labels of Nexis, in the languages that it speaks to its users, by the field they stand for; "" for those that are
// left out.
var nexisLabels = map[string]string{
	"section": "section", "rubrik": "section", "rubrique": "section", "sección": "section", "seccion": "section",
	"byline": "author", "autor": "author", "auteur": "author", "par": "author", "author": "author",
	"headline": "title", "überschrift": "title", "titre": "title",
	"language": "language", "sprache": "language", "langue": "language",
	"length": "", "länge": "", "longueur": "", "load-date": "", "update": "", "graphic": "", "grafik": "", "publication-type": "",
	"journal-code": "",
	"dateline":     "dateline", "highlight": "", "copyright": "", "subject": "", "organization": "", "person": "", "geographic": "",
	"document-type":  "",
	"classification": "", "notes": "", "series": "", "correction-date": "", "correction": "", "type de document": "", "dokumenttyp": "",
	"pubtype":            "",
	"date de chargement": "", "geladen am": "", "publication type": "", "columns": "", "column": "", "editeur": "", "edition": "",
}

var nexisBody = []string{"Body", "Text", "Corps", "Cuerpo", "Volltext", "BODY", "BODY:"}

// nexisHeadings stand alone between a text and the labels behind it.
var nexisHeadings = []string{
	"Classification", "Klassifizierung", "Klassifikation", "Clasificación", "Classificazione", "Classificatie", "Notes", "Graphic", "Grafik",
	"Graphique", "Correction", "Load-Date",
}

var nexisEnd = regexp.MustCompile(`^(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)$`)

func isNexisUni(lines []string) bool {
	return slices.ContainsFunc(lines, nexisEnd.MatchString) && slices.ContainsFunc(lines,
		func(l string) bool { return slices.Contains(nexisBody, l) })
}

func splitNexisUni(lines []string) []record {
	var records []record
	from := 0
	for i, line := range lines {
		if !nexisEnd.MatchString(line) {
			continue
		}
		if r, ok := nexisUniArticle(lines[from:i]); ok {
			r.where = say.Of("Article %d", len(records)+1)
			records = append(records, r)
		}
		from = i + 1
	}
	return records
}

// nexisUniArticle reads what stands between two ends: a head, the line "Body", paragraphs, and labels behind them.
func nexisUniArticle(lines []string) (record, bool) {
	at := slices.IndexFunc(lines, func(l string) bool { return slices.Contains(nexisBody, l) })
	if at < 0 {
		return record{}, false
	}
	r := nexisHead(visible(lines[:at]))
	body := lines[at+1:]
	for end := len(body); end > 0; end-- { // labels at the end
		line := body[end-1]
		name, value, found := label(line)
		field, known := nexisLabels[name]
		if strings.TrimSpace(line) != "" && !(found && known) && !slices.Contains(nexisHeadings, line) {
			body = body[:end]
			break
		}
		if found && known && field != "" {
			r.set(field, value)
		}
	}
	r.set("body", paragraphs(body))
	return r, true
}

// nexisHead reads the lines before the text: headline, newspaper and date above the labels. On the first article's page they follow a
// cover.
func nexisHead(lines []string) record {
	var r record
	top := len(lines)
	for i, line := range lines {
		name, value, found := label(line)
		if field, known := nexisLabels[name]; found && known {
			if i < top && !isCover(lines, i) {
				top = i
			}
			if field != "" {
				r.set(field, value)
			}
		}
	}
	for i := top - 1; i >= 0; i-- {
		date := datedLine(lines[i])
		if date == "" {
			continue
		}
		r.set("date", date)
		if i >= 1 {
			r.set("source", lines[i-1])
		}
		if i >= 2 {
			r.set("title", lines[i-2])
		}
		return r
	}
	if len(lines) > 0 && top > 0 {
		r.set("title", lines[0])
	}
	return r
}

// isCover reports whether a label stands on the cover, with another date below it: what describes an article comes after its date.
func isCover(lines []string, at int) bool {
	for i := at + 1; i < len(lines); i++ {
		if name, _, found := label(lines[i]); found {
			if _, known := nexisLabels[name]; known {
				return false
			}
		}
		if datedLine(lines[i]) != "" {
			return true
		}
	}
	return false
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

// set adds a field, unless it has a value already.
func (r *record) set(name, value string) {
	if value = strings.TrimSpace(value); value == "" || r.value(name) != "" {
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
	return records
}

// nexisArticle reads an article of the older text: lines of its head up to LENGTH, its text, and labels behind it.
func nexisArticle(lines []string) record {
	var r record
	var plain []string
	body := 0
	for i, line := range lines {
		name, value, found := label(line)
		field, known := nexisLabels[name]
		isLabel := found && known && strings.ToUpper(nameOf(line)) == nameOf(line)
		switch {
		case isLabel && (name == "length" || name == "länge" || name == "longueur"):
			body = i + 1
		case isLabel && field != "":
			r.set(field, value)
		case !isLabel && body == 0 && strings.TrimSpace(line) != "":
			plain = append(plain, strings.TrimSpace(line))
		}
		if body > 0 {
			break
		}
	}
	end := len(lines)
	for i := body; i < len(lines); i++ {
		name, value, found := label(lines[i])
		field, known := nexisLabels[name]
		if found && known && strings.ToUpper(nameOf(lines[i])) == nameOf(lines[i]) && name != "dateline" {
			end = min(end, i)
			if field != "" {
				r.set(field, value)
			}
		}
	}
	for i, line := range plain {
		date := datedLine(line)
		if date == "" {
			continue
		}
		r.set("date", date)
		if i > 0 {
			r.set("source", plain[i-1])
		}
		if rest := headlineOf(plain[i+1:]); rest != "" {
			r.set("title", rest)
		}
		break
	}
	r.set("body", paragraphs(lines[min(body, end):end]))
	return r
}

// nameOf is a line up to its colon, as it stands there.
func nameOf(line string) string {
	name, _, _ := strings.Cut(line, ":")
	return name
}

// headlineOf is the headline below the date: the line that is no edition and no copyright.
func headlineOf(lines []string) string {
	for _, line := range lines {
		folded := strings.ToLower(line)
		if strings.Contains(folded, "edition") || strings.Contains(folded, "ausgabe") || strings.HasPrefix(folded, "copyright") ||
			strings.HasPrefix(line, "©") || strings.HasSuffix(folded, "all rights reserved") {
			continue
		}
		return line
	}
	return ""
}

// factivaCodes are the codes of two or three letters before the values of Factiva, by the field that they stand for.
var factivaCodes = map[string]string{
	"HD": "title", "BY": "author", "PD": "date", "SN": "source", "SE": "section", "LA": "language", "LP": "body", "TD": "body", "WC": "",
	"SC": "",
	"ED": "", "PG": "", "CY": "", "CO": "", "NS": "", "RE": "", "IN": "", "AN": "", "ET": "", "CR": "", "IPC": "", "IPD": "", "PUB": "",
	"CLM": "",
	"CT":  "", "RF": "", "ART": "", "VOL": "", "PC": "", "DN": "",
}

// factivaCode splits a line that begins with a code, apart or in a cell of its own.
func factivaCode(line string) (code, value string, ok bool) {
	code, value, _ = strings.Cut(strings.TrimSpace(line), " ")
	if _, known := factivaCodes[code]; !known {
		return "", "", false
	}
	return code, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(value), "|")), true
}

var factivaNumber = regexp.MustCompile(`^(?:Document|Dokument) [A-Z]{2,}[A-Z0-9]{10,}\s*$`)

func isFactivaText(lines []string) bool {
	found := map[string]bool{}
	for _, line := range lines {
		if code, _, ok := factivaCode(line); ok {
			found[code] = true
		}
	}
	return found["HD"] && found["PD"] && (found["LP"] || found["TD"]) && slices.ContainsFunc(lines, func(l string) bool {
		_, value, ok := factivaCode(l)
		return ok && factivaNumber.MatchString(value) || factivaNumber.MatchString(strings.TrimSpace(l))
	})
}

func splitFactivaText(lines []string) []record {
	var records []record
	var values map[string][]string
	code := ""
	finish := func() {
		if values != nil {
			records = append(records, factivaRecord(values, len(records)+1))
		}
		values, code = nil, ""
	}
	for _, line := range lines {
		c, value, ok := factivaCode(line)
		switch {
		case ok:
			if values == nil {
				values = map[string][]string{}
			} else if c == "HD" && len(values["HD"]) > 0 {
				finish()
				values = map[string][]string{}
			}
			code = c
			values[c] = append(values[c], value)
		case values != nil && code != "":
			values[code] = append(values[code], line)
		}
	}
	finish()
	return records
}

// factivaRecord is an article by its codes.
func factivaRecord(values map[string][]string, number int) record {
	r := record{where: say.Of("Article %d", number)}
	for _, code := range []string{"HD", "BY", "PD", "ET", "SN", "SE", "LA"} {
		if field := factivaCodes[code]; field != "" {
			r.set(field, strings.Join(visible(values[code]), " "))
		}
	}
	lead, rest := paragraphs(values["LP"]), paragraphs(values["TD"])
	r.set("body", strings.TrimSpace(lead+"\n\n"+rest))
	return r
}

// factivaPage are the articles of a page of Factiva; nil if it is none.
func factivaPage(root *html.Node) []record {
	var records []record
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "div" || !hasClass(n, "article") {
			continue
		}
		if values := factivaTable(n); len(values["HD"]) > 0 && len(values["LP"])+len(values["TD"]) > 0 {
			records = append(records, factivaRecord(values, len(records)+1))
		}
	}
	return records
}

func hasClass(n *html.Node, class string) bool {
	return slices.ContainsFunc(strings.Fields(attribute(n, "class")), func(c string) bool { return c == class || strings.HasSuffix(c, class) })
}

// factivaTable reads the table of an article: a code and its value in each row.
func factivaTable(article *html.Node) map[string][]string {
	values := map[string][]string{}
	for n := range article.Descendants() {
		if n.Type != html.ElementNode || n.Data != "tr" {
			continue
		}
		var cells []*html.Node
		for cell := n.FirstChild; cell != nil; cell = cell.NextSibling {
			if cell.Type == html.ElementNode && (cell.Data == "td" || cell.Data == "th") {
				cells = append(cells, cell)
			}
		}
		if len(cells) < 2 {
			continue
		}
		code := oneLine(textOf(cells[0]))
		if _, known := factivaCodes[code]; known {
			p := pageWriter{}
			p.children(cells[1])
			value, _ := p.body()
			values[code] = append(values[code], value)
		}
	}
	return values
}

var proQuestRule = regexp.MustCompile(`^_{60}\s*$`)

// proQuestLabels are the labels of ProQuest by the field that they stand for.
var proQuestLabels = map[string]string{
	"title": "title", "author": "author", "publication title": "source", "publication date": "date", "section": "section",
	"language of publication": "language", "language": "language", "document url": "url", "full text": "body", "abstract": "abstract",
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
	rule, full := false, false
	for _, line := range lines {
		rule = rule || proQuestRule.MatchString(line)
		full = full || strings.HasPrefix(line, "Full text:")
	}
	return rule && full
}

func splitProQuest(lines []string) []record {
	var records []record
	var r record
	name := ""
	var value []string
	finishField := func() {
		if name != "" {
			r.set(name, strings.TrimFunc(strings.Join(value, "\n"), isBlank))
		}
		name, value = "", nil
	}
	finish := func() {
		finishField()
		if body := cmp.Or(r.value("body"), r.value("abstract")); body != "" {
			r.where = say.Of("Article %d", len(records)+1)
			records = append(records, r)
		}
		r = record{}
	}
	for _, line := range lines {
		if proQuestRule.MatchString(line) {
			finish()
			continue
		}
		if l, v, found := label(line); found {
			if field, known := proQuestLabels[l]; known && (name != "body" || field != "" || l == "subject" || strings.HasPrefix(l, "company")) {
				finishField()
				name, value = field, []string{v}
				continue
			}
		}
		if name != "" {
			value = append(value, line)
		}
	}
	finish()
	return records
}
