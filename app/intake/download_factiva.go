package intake

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"standpoint/store/say"
)

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

func isFactivaCode(line string) bool {
	_, _, ok := factivaCode(line)
	return ok
}

// factivaNumber matches the number that ends each article.
var factivaNumber = regexp.MustCompile(`^(?:AN \|? ?)?(?:Document|Dokument|Documento|Документ) [A-Z]{2}[A-Z0-9]{2,}[A-Za-z0-9]{8,}$`)

func isFactivaText(lines []string) bool {
	found := map[string]bool{}
	ends := false
	for _, line := range lines {
		if code, _, ok := factivaCode(line); ok {
			found[code] = true
		}
		ends = ends || factivaNumber.MatchString(strings.TrimSpace(line))
	}
	return ends && found["HD"] && found["PD"] && (found["LP"] || found["TD"])
}

// factivaParts are the lines of each article, up to its number.
func factivaParts(lines []string) [][]string {
	var parts [][]string
	from := 0
	for i, line := range lines {
		if factivaNumber.MatchString(strings.TrimSpace(line)) {
			parts = append(parts, lines[from:i])
			from = i + 1
		}
	}
	return append(parts, lines[from:]) // cut off, or what says how it was searched for
}

func splitFactivaText(lines []string) []record {
	var records []record
	for _, part := range factivaParts(lines) {
		if values := factivaValues(part); len(values["HD"]) > 0 && len(values["LP"])+len(values["TD"]) > 0 {
			records = append(records, factivaRecord(values, len(records)+1))
		}
	}
	return records
}

// factivaValues are the lines of an article by their codes. Words of its text may look like a code: those count that stand before the text
// or behind it, and of a table only what stands in cells of its own.
func factivaValues(lines []string) map[string][]string {
	inCells := slices.ContainsFunc(lines, func(l string) bool { return isFactivaCell(l) && strings.HasPrefix(l, "HD") })
	isCode := func(l string) bool { return isFactivaCode(l) && (!inCells || isFactivaCell(l)) }
	values := map[string][]string{}
	code, end := "", len(lines)
	for i, line := range lines {
		if i >= end {
			break
		}
		c, value, _ := factivaCode(line)
		isText := code == "LP" || code == "TD"
		switch {
		case isCode(line) && (!isText || code == "LP" && c == "TD"):
			code = c
			values[c] = append(values[c], value)
			if code == "LP" || code == "TD" {
				end = i + 1 + tailOf(lines[i+1:], func(l string) bool { return isCode(l) && !strings.HasPrefix(l, "TD") })
			}
		case code != "":
			values[code] = append(values[code], line)
		}
	}
	return values
}

// isFactivaCell reports whether a line is a code in a cell of its own.
func isFactivaCell(line string) bool {
	_, known := factivaCodes[line]
	return known || isFactivaCode(line) && strings.Contains(line, " | ")
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
