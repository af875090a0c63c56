package notes

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"standpoint/store"
)

// ReferenceForm is a form in which other programs take the citation of an article.
type ReferenceForm string

// The forms of references.
const (
	ReferenceRIS    ReferenceForm = "ris"
	ReferenceBibTeX ReferenceForm = "bibtex"
	ReferenceCSL    ReferenceForm = "csl" // CSL-JSON
)

// Reference returns the citation of an article for other programs. read is when it was read at its address; zero when not known.
func Reference(form ReferenceForm, a store.Article, read time.Time) string {
	switch form {
	case ReferenceBibTeX:
		return bibTeX(a, read)
	case ReferenceCSL:
		return csl(a, read)
	default:
		return ris(a, read)
	}
}

// authors are those that an article names, which a semicolon parts.
func authors(a store.Article) []string {
	var list []string
	for name := range strings.SplitSeq(a.Author, ";") {
		if name = strings.TrimSpace(name); name != "" {
			list = append(list, name)
		}
	}
	return list
}

// dateParts are the year, the month and the day of a date, as far as it has them.
func dateParts(d store.Date) []string {
	if d == "" {
		return nil
	}
	parts := strings.Split(string(d.First()), "-")
	switch d.Precision() {
	case store.PrecisionYear:
		return parts[:1]
	case store.PrecisionMonth:
		return parts[:2]
	default:
		return parts
	}
}

// ris is a reference in the form of Research Information Systems: a tag and a value a line.
func ris(a store.Article, read time.Time) string {
	var s strings.Builder
	line := func(tag, value string) {
		if value != "" {
			fmt.Fprintf(&s, "%s  - %s\r\n", tag, oneLine(value))
		}
	}
	line("TY", "NEWS")
	for _, name := range authors(a) {
		line("AU", name)
	}
	line("TI", a.Title)
	line("T2", a.Source)
	line("DA", strings.Join(dateParts(a.Published), "/"))
	line("SE", a.Section)
	line("LA", a.Language)
	line("UR", a.URL)
	if a.URL != "" && !read.IsZero() {
		line("Y2", read.UTC().Format("2006/01/02"))
	}
	return s.String() + "ER  - \r\n"
}

// bibTeX is a reference for biblatex and BibTeX.
func bibTeX(a store.Article, read time.Time) string {
	var s strings.Builder
	key := "article"
	if parts := dateParts(a.Published); len(parts) > 0 {
		key += parts[0]
	}
	fmt.Fprintf(&s, "@article{%s-%s", key, a.ID.String()[24:])
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&s, ",\n  %s = {%s}", name, bibEscape.Replace(oneLine(value)))
		}
	}
	if list := authors(a); len(list) > 0 {
		for i, name := range list {
			list[i] = "{" + bibEscape.Replace(name) + "}" // whole: what is a family name is not known
		}
		fmt.Fprintf(&s, ",\n  author = {%s}", strings.Join(list, " and "))
	}
	field("title", a.Title)
	field("journaltitle", a.Source)
	field("date", strings.Join(dateParts(a.Published), "-"))
	field("langid", a.Language)
	if a.URL != "" { // is not TeX; a brace would end it
		fmt.Fprintf(&s, ",\n  url = {%s}", strings.NewReplacer("{", "%7B", "}", "%7D", "\n", "").Replace(a.URL))
	}
	if a.URL != "" && !read.IsZero() {
		field("urldate", read.UTC().Format(time.DateOnly))
	}
	return s.String() + "\n}\n"
}

var bibEscape = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
)

// csl is a reference as citeproc and reference managers take it: an array of one item.
func csl(a store.Article, read time.Time) string {
	type name struct {
		Literal string `json:"literal"`
	}
	type date struct {
		Parts [][]int `json:"date-parts"`
	}
	item := struct {
		ID       string `json:"id"`
		Type     string `json:"type"`
		Title    string `json:"title,omitempty"`
		Author   []name `json:"author,omitempty"`
		Outlet   string `json:"container-title,omitempty"`
		Section  string `json:"section,omitempty"`
		Issued   *date  `json:"issued,omitempty"`
		Language string `json:"language,omitempty"`
		URL      string `json:"URL,omitempty"`
		Accessed *date  `json:"accessed,omitempty"`
	}{
		ID: a.ID.String(), Type: "article-newspaper", Title: a.Title, Outlet: a.Source, Section: a.Section, Language: a.Language, URL: a.URL,
	}
	for _, literal := range authors(a) {
		item.Author = append(item.Author, name{literal})
	}
	numbers := func(parts []string) *date {
		if len(parts) == 0 {
			return nil
		}
		var list []int
		for _, part := range parts {
			n, _ := strconv.Atoi(part) // digits: a date's
			list = append(list, n)
		}
		return &date{[][]int{list}}
	}
	item.Issued = numbers(dateParts(a.Published))
	if a.URL != "" && !read.IsZero() {
		item.Accessed = numbers(strings.Split(read.UTC().Format(time.DateOnly), "-"))
	}
	var s strings.Builder
	encode := json.NewEncoder(&s)
	encode.SetEscapeHTML(false)
	encode.SetIndent("", "  ")
	if err := encode.Encode([]any{item}); err != nil { // of words and numbers there is none
		return ""
	}
	return s.String()
}
