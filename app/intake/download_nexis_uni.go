package intake

import (
	"regexp"
	"slices"
	"strings"

	"standpoint/store/say"
)

// nexisLabels are the labels of Nexis, in the languages that it speaks to its users, by the field they stand for; "" for those that are
// left out.
var nexisLabels = map[string]string{
	"section": "section", "rubrik": "section", "rubrique": "section", "sección": "section", "seccion": "section", "ressort": "section",
	"seção": "section", "sezione": "section", "sectie": "section", "rubriek": "section",
	"byline": "author", "autor": "author", "auteur": "author", "par": "author", "author": "author", "von": "author", "verfasser": "author",
	"autore": "author", "signature": "author",
	"headline": "title", "überschrift": "title", "titre": "title", "schlagzeile": "title", "titular": "title", "titel": "title",
	"language": "language", "sprache": "language", "langue": "language", "idioma": "language", "lingua": "language", "taal": "language",
	"length": "", "länge": "", "longueur": "", "longitud": "", "lunghezza": "", "lengte": "", "extensión": "",
	"load-date": "", "load date": "", "ladedatum": "", "lade-datum": "", "geladen am": "", "update": "", "date de chargement": "",
	"date-chargement": "", "fecha de carga": "", "data di caricamento": "", "laaddatum": "",
	"url":     "url",
	"graphic": "", "grafik": "", "graphique": "", "gráfico": "", "publication-type": "", "publication type": "", "type-publication": "",
	"type de publication": "", "publikationstyp": "", "pubtype": "", "type de document": "", "dokumenttyp": "", "document-type": "",
	"dateline": "dateline", "highlight": "", "encart": "", "copyright": "", "subject": "", "organization": "", "person": "", "geographic": "",
	"journal-code": "", "code-journal": "", "zeitungs-code": "", "classification": "", "notes": "", "series": "", "correction-date": "",
	"correction": "", "columns": "", "column": "", "editeur": "", "edition": "", "industry": "", "company": "", "ticker": "",
}

// nexisBody are the lines below which the text stands.
var nexisBody = []string{
	"Body", "Text", "Corps", "Texte intégral", "Cuerpo", "Texto completo", "Volltext", "Hauptteil", "Corpo", "Testo completo", "Inhoud",
	"BODY", "TEXT", "BODY:", "TEXT:", "CORPS:",
}

// nexisHeadings stand alone between a text and the labels behind it.
var nexisHeadings = []string{
	"Classification", "Klassifizierung", "Klassifikation", "Clasificación", "Classificazione", "Classificatie", "Notes", "Correction",
	"Load-Date",
}

// nexisCaptions stand alone before what is written below pictures, behind a text.
var nexisCaptions = []string{"Graphic", "Grafik", "Graphique", "Gráfico", "Grafico", "Afbeelding"}

var nexisEnd = regexp.MustCompile(`^(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)$`)

func isNexisUni(lines []string) bool {
	return slices.ContainsFunc(lines, nexisEnd.MatchString) && slices.ContainsFunc(lines,
		func(l string) bool { return slices.Contains(nexisBody, l) })
}

func splitNexisUni(lines []string) []record {
	var records []record
	from := 0
	add := func(lines []string) {
		if body := nexisUniBody(lines); body > 0 {
			r := nexisUniArticle(lines, body)
			r.where = say.Of("Article %d", len(records)+1)
			records = append(records, r)
		}
	}
	for i, line := range lines {
		if nexisEnd.MatchString(line) {
			add(lines[from:i])
			from = i + 1
		}
	}
	add(lines[from:]) // whose end a file that was cut off has lost
	return records
}

// nexisUniBody is the line at which the text of an article begins: below "Body", or, where that has another name, below the labels of the
// head. It is 0 if there is neither, as behind the last article.
func nexisUniBody(lines []string) int {
	if at := slices.IndexFunc(lines, func(l string) bool { return slices.Contains(nexisBody, l) }); at >= 0 {
		return at + 1
	}
	body, dated := 0, false
	for i, line := range lines {
		name, _, found := label(line)
		_, known := nexisLabels[name]
		switch {
		case datedLine(strings.TrimSpace(line)) != "" && body == 0:
			dated = true
		case dated && found && known:
			body = i + 1
		case body > 0 && strings.TrimSpace(line) != "":
			return body
		}
	}
	return 0
}

// nexisUniArticle reads what stands between two ends: a head, paragraphs from a line on, and labels behind them.
func nexisUniArticle(lines []string, body int) record {
	r := nexisUniHead(visible(lines[:body]))
	text := lines[body:]
	end := tailOf(text, isNexisLabel)
	for _, line := range text[end:] {
		if name, value, _ := label(line); nexisLabels[name] != "" {
			r.set(nexisLabels[name], value)
		}
	}
	r.set("body", paragraphs(withoutCaptions(text[:end])))
	return r
}

func isNexisLabel(line string) bool {
	name, _, found := label(line)
	_, known := nexisLabels[name]
	return found && known || slices.Contains(nexisHeadings, line)
}

// withoutCaptions are the lines of a text without what was written below its pictures, which stands last, and is short.
func withoutCaptions(lines []string) []string {
	const most = 6 // lines
	for i := len(lines) - 1; i > 0; i-- {
		if slices.Contains(nexisCaptions, lines[i]) && len(visible(lines[i:])) <= most+1 {
			return lines[:i]
		}
	}
	return lines
}

// nexisUniHead reads the lines before the text: headline, newspaper and date above the labels. On the first article's page they follow a
// cover.
func nexisUniHead(lines []string) record {
	var r record
	top := len(lines)
	for i, line := range lines {
		name, value, found := label(line)
		if field, known := nexisLabels[name]; found && known && !isCover(lines, i) {
			top = min(top, i)
			r.set(field, value)
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
			r.set("title", nexisUniHeadline(lines[:i-1]))
		}
		return r
	}
	if len(lines) > 0 && top > 0 {
		r.set("title", lines[0])
	}
	return r
}

// coverLine matches lines that only a cover has: the list of what was downloaded, who did so and what was searched for.
var coverLine = regexp.MustCompile(`(?i)^(?:\d+\. \S.*|\|.*|[^:]{3,40}\s?: .*|[^:]{3,40}\s?:|` +
	`(?:page|seite|página|pagina) \d+ (?:of|von|de|di|van|/) ?\d+|\p{L}+ \(\d+\))$`)

// coverItem matches what a cover lists.
var coverItem = regexp.MustCompile(`^\d+\. (\S.*)$`)

// nexisUniHeadline is the headline that stands above the newspaper, in one line or several. The cover before it, if there is one, lists it
// as well.
func nexisUniHeadline(above []string) string {
	const most = 4 // lines of a headline
	listed := map[string]bool{}
	from, marks := 0, 0
	for _, line := range above {
		if coverLine.MatchString(line) {
			marks++
		}
		if item := coverItem.FindStringSubmatch(line); item != nil {
			listed[oneLine(item[1])] = true
		}
	}
	for n := 1; n <= min(most, len(above)); n++ {
		if whole := oneLine(strings.Join(above[len(above)-n:], " ")); listed[whole] {
			return whole
		}
	}
	for i, line := range above {
		if (len(listed) > 0 || marks > 1) && coverLine.MatchString(line) {
			from = i + 1
		}
	}
	if n := len(above); n-from < 1 || n-from > most {
		from = max(0, n-1)
	}
	return oneLine(strings.Join(above[from:], " "))
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
