package intake

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/language"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Field is a field of an article that a column of a table, or a field of a list of references, may hold.
type Field string

// The fields of an article.
const (
	FieldNone     Field = "" // of a column that is left out
	FieldTitle    Field = "title"
	FieldBody     Field = "body"
	FieldSource   Field = "source"
	FieldAuthor   Field = "author"
	FieldDate     Field = "date"
	FieldURL      Field = "url"
	FieldSection  Field = "section"
	FieldLanguage Field = "language"
)

// fieldNames are what tables call the fields, folded, in the languages of many programs and people.
var fieldNames = map[Field]string{
	FieldTitle: "title titel titre titulo titolo tytul headline heading schlagzeile uberschrift заголовок назва название baslik otsikko " +
		"rubriek kop 标题 タイトル 제목 عنوان כותרת ti hd t1 name subject",
	FieldBody: "body text fulltext full_text full text content contents article article_text articlebody article_body maintext main_text " +
		"volltext " +
		"inhalt texte contenu texto contenido testo contenuto tresc tekst текст содержание зміст metin icerik texti innehall inhoud 正文 内容 本文 " +
		"본문 نص טקסט story document transcript abstract summary tx td lp n2 ab",
	FieldSource: "source outlet publication publisher newspaper journal medium media site site_name website domain quelle zeitung " +
		"journal_name " +
		"fuente periodico medio fonte giornale jornal zrodlo gazeta источник издание джерело видання kaynak gazete kalla tidning bron krant 来源 " +
		"媒体 出典 출처 مصدر מקור sn so t2 jo jf jt container-title container_title publication_title publicationname",
	FieldAuthor: "author authors byline by creator writer journalist autor autoren verfasser auteur autore автор автори yazar forfattare " +
		"schrijver 作者 著者 저자 كاتب מחבר au a1",
	FieldDate: "date published publish_date published_at publication_date publicationdate pubdate pub_date published_on datepublished " +
		"created " +
		"created_at datum veroffentlicht erscheinungsdatum fecha data дата tarih päivämäärä 日期 日付 날짜 تاريخ תאריך pd da py y1 issued time " +
		"timestamp " +
		"load-date",
	FieldURL: "url link address web weblink permalink uri canonical_url adresse lien enlace ссылка посилання baglanti lank 网址 链接 리크 رابط " +
		"קישור " +
		"ur l1 document_url",
	FieldSection: "section category rubrik ressort kategorie rubrique seccion sezione secao dzial рубрика bolum sektion sectie 栏目 desk " +
		"topic se",
	FieldLanguage: "language lang sprache langue idioma lingua jezyk язык мова dil sprak taal 语言 言語 언어 لغة שפה la",
}

// fieldsByName is fieldNames turned round.
var fieldsByName = sync.OnceValue(func() map[string]Field {
	byName := map[string]Field{}
	for field, names := range fieldNames {
		for _, name := range strings.Fields(names) {
			byName[text.Fold(name)] = field
		}
	}
	return byName
})

// fieldOf is the field that a column of that name holds, FieldNone if nobody can tell.
func fieldOf(name string) Field {
	folded := strings.Trim(text.Fold(strings.TrimSpace(name)), " :.*#")
	for _, spelled := range []string{folded, strings.ReplaceAll(folded, " ", "_"), strings.ReplaceAll(folded, " ", "")} {
		if field, ok := fieldsByName()[spelled]; ok {
			return field
		}
	}
	return FieldNone
}

// record is an article as fields with names, in their order: a row of a table, an object of JSON, an entry of a list of references.
type record struct {
	fields []recordField
	where  say.Sentence // which of the file, for messages: "Row 12"
}

type recordField struct{ name, value string }

// columns says which field each name of a record stands for.
type columns map[string]Field

// columnsOf tells the fields of names: those that the analyst chose, else those that the names say. Of several names for one field the
// first counts, for the body the one with the longest text: a table may have an abstract beside the text.
func columnsOf(names []string, sizes map[string]int, chosen map[string]Field) columns {
	c := columns{}
	taken := map[Field]string{}
	for _, name := range names {
		field, isChosen := chosen[name]
		if !isChosen {
			field = fieldOf(name)
		}
		if field == FieldNone {
			continue
		}
		before, have := taken[field]
		_, fixed := chosen[before]
		switch {
		case !have:
		case isChosen && !fixed, field == FieldBody && !fixed && sizes[name] > sizes[before]:
			delete(c, before)
		default:
			continue
		}
		c[name], taken[field] = field, name
	}
	if _, have := taken[FieldBody]; !have {
		c.guessBody(names, sizes)
	}
	return c
}

// guessBody takes the column with by far the most text for the body.
func (c columns) guessBody(names []string, sizes map[string]int) {
	const least = 200 // code points in a row on average
	best := ""
	for _, name := range names {
		if _, used := c[name]; !used && sizes[name] >= least && sizes[name] > sizes[best] {
			best = name
		}
	}
	if best != "" {
		c[best] = FieldBody
	}
}

// has reports whether there is a column for a field.
func (c columns) has(field Field) bool {
	for _, f := range c {
		if f == field {
			return true
		}
	}
	return false
}

// sizesOf is how long the values of each name are on average, in code points, in the first records.
func sizesOf(records []record) map[string]int {
	const enough = 200
	total, n := map[string]int{}, 0
	for _, r := range records[:min(len(records), enough)] {
		n++
		for _, field := range r.fields {
			total[field.name] += utf8.RuneCountInString(field.value)
		}
	}
	for name := range total {
		total[name] /= n
	}
	return total
}

// namesOf are the names of all fields, in the order in which they come first.
func namesOf(records []record) []string {
	var names []string
	have := map[string]bool{}
	for _, r := range records {
		for _, field := range r.fields {
			if !have[field.name] {
				have[field.name] = true
				names = append(names, field.name)
			}
		}
	}
	return names
}

// recordDrafts makes an article of each record. Records without text are told of; if none has text, the file is refused.
func (f *file) recordDrafts(records []record) ([]Draft, error) {
	names := namesOf(records)
	c := columnsOf(names, sizesOf(records), f.options.Columns)
	if !c.has(FieldBody) {
		return nil, columnsError{c.shown(names, records), refusal(store.CodeInvalid, nil,
			"“%s” has no column that holds the text of articles: there are %s. Name the column of the text “body”, or say which it is.",
			f.name, quoted(names))}
	}
	var drafts []Draft
	var left []say.Sentence
	for _, r := range records {
		d := f.recordDraft(r, c)
		if !text.IsVisible(d.Body) {
			left = append(left, say.Of("%s was left out: it has no text.", r.where))
			continue
		}
		drafts = append(drafts, d)
	}
	if len(drafts) == 0 {
		return nil, refusal(store.CodeInvalid, nil, "“%s” has no article with text.", f.name)
	}
	if f.place == PlaceColumn {
		drafts[0].Columns = c.shown(names, records)
	}
	drafts[0].Notes = append(append(c.unused(names), summed(left)...), drafts[0].Notes...)
	return drafts, nil
}

// unused tells of the columns that are in no field.
func (c columns) unused(names []string) []say.Sentence {
	var left []string
	for _, name := range names {
		if _, used := c[name]; !used {
			left = append(left, name)
		}
	}
	if len(left) == 0 {
		return nil
	}
	return []say.Sentence{say.Of("Columns that are not taken: %s.", quoted(left))}
}

// summed is a list of sentences that nobody reads to its end, as a short one.
func summed(list []say.Sentence) []say.Sentence {
	const most = 10
	if n := len(list) - most; n > 0 {
		return append(list[:most:most], say.Many(n, "%d more was left out for the same reason.", "%d more were left out for the same reason.", n))
	}
	return list
}

// quoted lists names for a sentence.
func quoted(names []string) string {
	const most = 12
	var b strings.Builder
	for i, name := range names {
		if i == most {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("“" + excerpt(name) + "”")
	}
	return b.String()
}

// recordDraft makes an article of a record. Several fields of one meaning are joined as authors are.
func (f *file) recordDraft(r record, c columns) Draft {
	var d Draft
	values := map[Field]string{}
	for _, field := range r.fields {
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

// languageTag is the language that a value names by its code or its name in English; "" if nobody can tell.
func languageTag(value string) string {
	value = strings.TrimSpace(value)
	if tag, err := language.Parse(value); err == nil && value != "" {
		return tag.String()
	}
	return languageNamed(value)
}
