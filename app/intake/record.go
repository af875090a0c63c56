package intake

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// recordList is what a list of articles is taken apart into, and what is to be said of it as a whole.
type recordList struct {
	records iter.Seq2[record, error] // from the first each time; the error is why the list cannot be read on, and the last
	notes   []say.Sentence
}

// inMemory is a list of records that are there.
func inMemory(records []record) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// listed makes a reader of what takes a file apart into records.
func listed(take func(*file) (recordList, error)) func(*file) ([]Draft, error) {
	return func(f *file) ([]Draft, error) {
		list, err := take(f)
		if err != nil {
			return nil, err
		}
		return f.listDrafts(list)
	}
}

// recordDrafts makes an article of each record.
func (f *file) recordDrafts(records []record) ([]Draft, error) {
	return f.listDrafts(recordList{records: inMemory(records)})
}

// listDrafts makes an article of each record of a list, and hands on all but the last portion of them. Records without text are told of; if
// none has text, the file is refused.
func (f *file) listDrafts(list recordList) ([]Draft, error) {
	first, all, err := list.beginning()
	if err != nil {
		return nil, err
	}
	if all {
		list.records = inMemory(first)
	}
	if len(namesOf(first)) == 0 {
		return nil, f.noneInList()
	}
	r := listReading{file: f, list: list, names: namesOf(first), alone: len(first) == 1, notes: list.notes, known: map[string]bool{}}
	r.columns = columnsOf(r.names, sizesOf(first), f.options.Columns)
	for _, name := range r.names {
		r.known[name] = true
	}
	shown := r.columns.shown(r.names, first)
	if !r.columns.has(FieldBody) && !f.hasAttached(first) {
		return nil, columnsError{shown, refusal(store.CodeInvalid, nil,
			"“%s” has no column that holds the text of articles: there are %s. Name the column of the text “body”, or say which it is.",
			f.name, quoted(r.names))}
	}
	if f.place == PlaceColumn {
		r.shown = shown
	}
	r.notes = append(r.notes, r.columns.unused(r.names)...)
	return r.drafts()
}

// noneInList refuses a list with nothing in it.
func (f *file) noneInList() error {
	return refusal(store.CodeInvalid, nil, "“%s” is a list without articles: none is in it, or it is cut off. %s", f.name, getAnew)
}

// What tells what the columns of a list hold: so many records, or those that have so many bytes.
const (
	enoughRecords = 1000
	enoughWords   = 10_000_000
)

// beginning are the first records of a list, as many as that, and whether these are all.
func (l recordList) beginning() (first []record, all bool, err error) {
	size := 0
	for r, err := range l.records {
		if err != nil {
			return nil, false, err
		}
		if len(first) == enoughRecords || size > enoughWords {
			return first, false, nil
		}
		first = append(first, r)
		for _, field := range r.fields {
			size += len(field.value)
		}
	}
	return first, true, nil
}

// listReading is a list whose records become articles one after another.
type listReading struct {
	file    *file
	list    recordList
	names   []string // of the columns
	columns columns
	known   map[string]bool // names
	shown   []Column        // for the first article
	notes   []say.Sentence  // for the first article
	alone   bool            // there is one record
	left    []say.Sentence  // why the first of those without text were left out
	named   []error         // the same of more of them, with the name of the file
	without int             // records without text
	broken  []error         // why records that cannot be read were left out
	isAsked bool            // whether the dates of the whole list show an order was looked for
}

func (r *listReading) drafts() ([]Draft, error) {
	out := outlet{}
	if r.file.hand != nil {
		out.hand = r.hand
	}
	for one, err := range r.list.records {
		if err := cmp.Or(r.file.ctx.Err(), err); err != nil {
			return nil, err
		}
		if one.wrong != nil {
			r.broken = append(r.broken, one.wrong)
			continue
		}
		r.learn(one)
		d := r.file.recordDraft(one, r.columns, r.alone)
		if !text.IsVisible(d.Body) {
			r.leave(one, d)
			continue
		}
		if !out.any {
			d.Columns, d.Notes = r.shown, append(r.notes, d.Notes...)
		}
		if err := out.add(d); err != nil {
			return nil, err
		}
	}
	drafts := out.rest()
	if n := r.without - len(r.named); n > 0 {
		r.named = append(r.named, say.Error(say.Many(n, "%d more of “%s” was left out: it has no text.",
			"%d more of “%s” were left out: they have no text.", n, r.file.name)))
	}
	if len(drafts) == 0 {
		return nil, emptyError{r.file.noText(r.left), r.named}
	}
	drafts[0].Notes, drafts[0].Left = append(summedOf(r.left, r.without), drafts[0].Notes...), slices.Concat(r.broken, r.named, drafts[0].Left)
	return drafts, nil
}

// learn takes names that come only now: objects of JSON have those fields that they have.
func (r *listReading) learn(one record) {
	for _, field := range one.fields {
		if r.known[field.name] {
			continue
		}
		r.known[field.name] = true
		if to := fieldOf(field.name); to != FieldNone && !r.columns.has(to) {
			r.columns[field.name] = to
		}
	}
}

// mostNamed is how many records without text of one file are named.
const mostNamed = 1_000

// leave leaves out a record without text.
func (r *listReading) leave(one record, d Draft) {
	if r.without++; len(r.left) < mostSummed {
		r.left = append(append(r.left, say.Of("%s was left out: it has no text.", one.where)), d.Notes...)
	}
	if len(r.named) < mostNamed {
		r.named = append(r.named, say.Errorf("%s of “%s” was left out: it has no text.", one.where, r.file.name))
	}
}

// hand hands on a portion. A date in it that can be two days is read by the dates of the whole list, as far as they agree.
func (r *listReading) hand(drafts []Draft) error {
	isDoubtful := slices.ContainsFunc(drafts, func(d Draft) bool { return d.Doubt != nil })
	if isDoubtful && !r.isAsked {
		r.isAsked = true
		if order := r.order(); order != OrderUnknown {
			r.file.options.DateOrder, r.file.options.OrderBy = order, ByOthers
		}
	}
	return r.file.hand(drafts)
}

// order is that in which all dates of the list are written that show one.
func (r *listReading) order() DateOrder {
	var shown []DateOrder
	for one, err := range r.list.records {
		if err != nil || r.file.ctx.Err() != nil {
			break
		}
		for _, field := range one.fields {
			if r.columns[field.name] == FieldDate {
				if read, err := parseDate(oneLine(field.value)); err == nil && read.shows != OrderUnknown && !slices.Contains(shown, read.shows) {
					shown = append(shown, read.shows)
				}
			}
		}
	}
	return AgreedOrder(shown)
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
	d.Body = f.recordBody(values[FieldBody], r.width)
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
		d.Abstract = f.recordBody(abstract, 0)
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

// recordBody is a text in a field as a body: a page, or plain text, whose lines may have been broken at that width; 0 is none that is
// known.
func (f *file) recordBody(value string, width int) string {
	value = strings.ToValidUTF8(strings.ReplaceAll(value, "\x00", ""), "\uFFFD")
	if isHTML([]byte(value)) {
		if s, ok := markupBody(value); ok {
			return s
		}
	}
	value = strings.TrimFunc(lineEnds.Replace(value), isBlank)
	if !f.options.KeepLines {
		value = joinedAt(unwrap(value).text, width)
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
