package intake

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// recordList is what a list of articles was taken apart into, and what is to be said of it as a whole.
type recordList struct {
	records []record
	notes   []say.Sentence
}

// listed makes a reader of what takes a file apart into records.
func listed(take func(*file) (recordList, error)) func(*file) ([]Draft, error) {
	return func(f *file) ([]Draft, error) {
		list, err := take(f)
		if err != nil {
			return nil, err
		}
		drafts, err := f.recordDrafts(list.records)
		if err == nil {
			drafts[0].Notes = append(list.notes, drafts[0].Notes...)
		}
		return drafts, err
	}
}

// recordDrafts makes an article of each record. Records without text are told of; if none has text, the file is refused.
func (f *file) recordDrafts(records []record) ([]Draft, error) {
	names := namesOf(records)
	c := columnsOf(names, sizesOf(records), f.options.Columns)
	alone := len(records) == 1
	if !c.has(FieldBody) && !f.hasAttached(records) {
		return nil, columnsError{c.shown(names, records), refusal(store.CodeInvalid, nil,
			"“%s” has no column that holds the text of articles: there are %s. Name the column of the text “body”, or say which it is.",
			f.name, quoted(names))}
	}
	var drafts []Draft
	var left []say.Sentence
	shown := c.shown(names, records)
	for i, r := range records {
		if err := f.ctx.Err(); err != nil {
			return nil, err
		}
		records[i] = record{} // of a table of a hundred thousand rows none is in memory twice
		d := f.recordDraft(r, c, alone)
		if !text.IsVisible(d.Body) {
			left = append(append(left, say.Of("%s was left out: it has no text.", r.where)), d.Notes...)
			continue
		}
		drafts = append(drafts, d)
	}
	if len(drafts) == 0 {
		return nil, f.noText(left)
	}
	if f.place == PlaceColumn {
		drafts[0].Columns = shown
	}
	drafts[0].Notes = append(append(c.unused(names), summed(left)...), drafts[0].Notes...)
	return drafts, nil
}

// noText refuses a list in which no article has text, with what was said of the first.
func (f *file) noText(left []say.Sentence) error {
	if len(left) > 1 {
		return refusal(store.CodeInvalid, nil, "“%s” has no article with text. %v", f.name, left[1])
	}
	return refusal(store.CodeInvalid, nil, "“%s” has no article with text.", f.name)
}

// hasAttached reports whether a text may come of a file beside the list.
func (f *file) hasAttached(records []record) bool {
	return f.beside != nil && (len(records) == 1 && f.beside.twin() != "" ||
		slices.ContainsFunc(records, func(r record) bool { return len(r.attached) > 0 }))
}

// recordDraft makes an article of a record. Several fields of one meaning are joined as authors are.
func (f *file) recordDraft(r record, c columns, alone bool) Draft {
	var d Draft
	values, abstract, hasText := map[Field]string{}, "", false
	for _, field := range r.fields {
		if isAbstract(field.name) {
			abstract = cmp.Or(abstract, strings.TrimSpace(field.value))
		} else if c[field.name] == FieldBody {
			hasText = hasText || text.IsVisible(field.value)
		}
		if to := c[field.name]; to != FieldNone && strings.TrimSpace(field.value) != "" {
			if have := values[to]; have == "" {
				values[to] = field.value
			} else if to == FieldAuthor {
				values[to] = have + "; " + field.value
			}
		}
	}
	d.Body = f.recordBody(values[FieldBody])
	d.Article = store.Article{
		Title: oneLine(values[FieldTitle]), Source: oneLine(values[FieldSource]), Author: authorName(values[FieldAuthor]),
		Section: oneLine(values[FieldSection]), Language: languageTag(values[FieldLanguage]),
	}
	d.setURL(oneLine(values[FieldURL]))
	d.setDate(oneLine(values[FieldDate]))
	if f.place == PlaceColumn {
		d.fromColumns(r, c)
	}
	if hasText {
		d.Abstract = f.recordBody(abstract)
	}
	f.attach(&d, r, hasText, alone)
	d.titledByText()
	return d
}

// fromColumns says which column each field was in.
func (d *Draft) fromColumns(r record, c columns) {
	for _, field := range r.fields {
		to := c[field.name]
		if _, said := d.From[to]; to != FieldNone && to != FieldBody && !said && strings.TrimSpace(field.value) != "" {
			d.from(to, Provenance{Place: PlaceColumn, Name: field.name})
		}
	}
}

// authorName is an author without the word before the name.
func authorName(s string) string {
	s = oneLine(s)
	for _, before := range []string{
		"By ", "BY ", "by ", "Von ", "VON ", "von: ", "Par ", "PAR ", "Por ", "POR ", "Di ", "Door ", "Av ",
		"От ", "Автор: ",
	} {
		if name, found := strings.CutPrefix(s, before); found {
			return name
		}
	}
	return s
}

// recordBody is a text in a field as a body: a page, or plain text.
func (f *file) recordBody(value string) string {
	value = strings.ToValidUTF8(strings.ReplaceAll(value, "\x00", ""), "\uFFFD")
	if isHTML([]byte(value)) {
		if s, ok := markupBody(value); ok {
			return s
		}
	}
	value = strings.TrimFunc(lineEnds.Replace(value), isBlank)
	if !f.options.KeepLines {
		value = unwrap(value).text
	}
	return strings.TrimFunc(value, isBlank)
}

// setURL sets the address, if it is one.
func (d *Draft) setURL(value string) {
	if value == "" {
		return
	}
	if strings.ContainsAny(value, " \t") {
		d.Notes = append(d.Notes, say.Of("“%s” is no address, and was left out.", excerpt(value)))
		return
	}
	d.Article.URL = value
}

// setDate sets the date, or tells why it cannot be read.
func (d *Draft) setDate(value string) {
	if value == "" {
		return
	}
	read, err := parseDate(value)
	if err != nil {
		note := say.Of("The date “%s” was not read: %v", excerpt(value), err)
		d.Notes, d.Doubt = append(d.Notes, note), doubtOf(err, note)
		return
	}
	d.Article.Published, d.Shows = read.Date, read.shows
}
