package intake

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"standpoint/store/say"
)

// risRecords reads a list of references, as databases and reference managers write it: tags of two letters, from TY to ER.
func risRecords(f *file) (recordList, error) {
	s, err := f.decode("")
	if err != nil {
		return recordList{}, err
	}
	var records []record
	var present record
	for n, line := range strings.Split(s.text, "\n") {
		tag := risLine.FindStringSubmatch(strings.TrimLeft(line, byteOrderMark+" "))
		switch {
		case tag == nil:
			if k := len(present.fields); k > 0 {
				present.fields[k-1].value += "\n" + strings.TrimSpace(line)
			}
		case tag[1] == "TY":
			present = record{where: say.Of("The reference at line %d", n+1)}
		case tag[1] == "ER":
			records = append(records, present)
			present = record{}
		default:
			if value := strings.TrimSpace(tag[2]); !present.takeAttached(tag[1], value) {
				present.fields = append(present.fields, recordField{risName(tag[1]), value})
			}
		}
	}
	if len(present.fields) > 0 { // cut off
		records = append(records, present)
	}
	for i := range records {
		records[i].dateOfYear()
	}
	return recordList{records: inMemory(records), notes: s.note()}, nil
}

// dateOfYear has a year, with month and day where they stand apart, for the date of a reference that has no other.
func (r *record) dateOfYear() {
	if year := r.value("year"); year != "" && r.value("date") == "" {
		r.set("date", strings.TrimSpace(r.value("day")+" "+r.value("month")+" "+strings.Trim(year, "/")))
	}
	r.fields = slices.DeleteFunc(r.fields, func(f recordField) bool { return hasField("year month day", f.name) })
}

var (
	risLine  = regexp.MustCompile(`^([A-Z][A-Z0-9])  ?- ?(.*)$`)
	risStart = regexp.MustCompile(`^TY  ?- `)
)

func isRIS(data []byte) bool { return risStart.Match(start(data)) }

// risName is the name of the field that a tag stands for; other tags keep their letters.
func risName(tag string) string {
	names := map[string]string{
		"TI": "title", "T1": "title", "AU": "author", "A1": "author", "T2": "source", "JO": "source", "JF": "source", "JA": "source",
		"PB": "publisher", "DA": "date", "PY": "year", "Y1": "date", "AB": "abstract", "N2": "abstract", "UR": "url", "L2": "link",
		"LA": "language",
		"SE": "section",
	}
	if name, ok := names[tag]; ok {
		return name
	}
	return tag
}

// bibtexRecords reads a list of references in BibTeX.
func bibtexRecords(f *file) (recordList, error) {
	s, err := f.decode("")
	if err != nil {
		return recordList{}, err
	}
	var records []record
	for rest := s.text; ; {
		at := bibEntry.FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		key := strings.TrimSpace(rest[at[4]:at[5]])
		entry, after := bibBraces(rest[at[1]:])
		r := bibRecord(entry)
		r.where = say.Of("The reference “%s”", excerpt(key))
		r.dateOfYear()
		records = append(records, r)
		rest = after
	}
	return recordList{records: inMemory(records), notes: s.note()}, nil
}

var (
	bibEntry = regexp.MustCompile(`(?m)^[ \t]*@(\w+)\s*\{\s*([^,\s{}]*)\s*,`)
	bibStart = regexp.MustCompile(`^(?:%[^\n]*\n|\s)*@\w+\s*\{\s*[^,\s{}]*\s*,\s*\n?\s*\w+\s*=`)
)

func isBibTeX(data []byte) bool {
	const head = 5000
	return bibStart.Match(bytes.TrimLeft(data[:min(head, len(data))], byteOrderMark))
}

// bibBraces splits s at the brace that closes what s stands in.
func bibBraces(s string) (within, after string) {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

// bibRecord is an entry as fields: name = {value}, name = "value" or name = value.
func bibRecord(entry string) record {
	var r record
	for entry != "" {
		name, rest, found := strings.Cut(entry, "=")
		if !found {
			break
		}
		rest = strings.TrimLeft(rest, " \t\r\n")
		var value string
		switch {
		case strings.HasPrefix(rest, "{"):
			value, rest = bibBraces(rest[1:])
		case strings.HasPrefix(rest, `"`):
			end := strings.Index(rest[1:], `"`)
			if end < 0 {
				end = len(rest) - 1
			}
			value, rest = rest[1:1+end], rest[min(len(rest), end+2):]
		default:
			value, _, _ = strings.Cut(rest, ",")
			rest = rest[len(value):]
		}
		r.setBib(strings.ToLower(strings.Trim(name, ", \t\r\n")), value)
		entry = strings.TrimLeft(rest, ", \t\r\n")
	}
	return r
}

// setBib adds a field of an entry.
func (r *record) setBib(name, value string) {
	if slices.Contains(attachmentNames, name) {
		r.attached = append(r.attached, bibFiles(value)...)
		return
	}
	value = bibText(value)
	if name == "author" || name == "editor" {
		value = strings.ReplaceAll(value, " and ", "; ")
	}
	r.fields = append(r.fields, recordField{bibName(name), value})
}

// bibName is the name of the field of an article that one of BibTeX stands for.
func bibName(name string) string {
	switch name {
	case "journaltitle", "journal", "booktitle", "howpublished":
		return "source"
	case "langid":
		return "language"
	}
	return name
}

var bibAccents = map[string]string{
	"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "\"": "\u0308", "=": "\u0304", ".": "\u0307", "u": "\u0306", "v": "\u030C",
	"H": "\u030B",
	"c": "\u0327", "k": "\u0328", "r": "\u030A", "d": "\u0323",
}

var (
	bibAccent = regexp.MustCompile("\\\\([`'^~\"=.]|[uvHckrd]\\b)\\s*\\{?\\\\?(\\pL)\\}?")
	bibSigns  = strings.NewReplacer(`\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", `\ss`, "ß", `\o `, "ø", `\l `, "ł", `\ae`, "æ",
		"---", "—", "--", "–",
		"``", "“", "''", "”", "{", "", "}", "", "~", "\u00A0")
)

// bibText is a value without the commands of TeX.
func bibText(s string) string {
	s = bibAccent.ReplaceAllStringFunc(s, func(found string) string {
		part := bibAccent.FindStringSubmatch(found)
		return part[2] + bibAccents[part[1]]
	})
	return composed(bibSigns.Replace(s))
}
