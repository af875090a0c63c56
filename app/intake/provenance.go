package intake

import (
	"standpoint/store"
	"standpoint/store/text"
)

// Origin is from where a field of an article was recognised.
type Origin struct {
	Kind OriginKind
	Name string // of a column, as its table calls it; "" of other kinds
}

// OriginKind is a kind of place that says something of an article.
type OriginKind string

// The places, each a word that lasts.
const (
	OriginHead       OriginKind = "head"       // lines at the head of a text, "Title: …"
	OriginText       OriginKind = "text"       // the text itself: its first sentence, its commonest words
	OriginJSONLD     OriginKind = "json-ld"    // what a page says for programs
	OriginMeta       OriginKind = "meta"       // meta elements of a page
	OriginPage       OriginKind = "page"       // what readers of a page see: its heading, its byline
	OriginAddress    OriginKind = "address"    // the address of a page
	OriginColumn     OriginKind = "column"     // a column of a table, a field of an object
	OriginProperties OriginKind = "properties" // of a document
	OriginMail       OriginKind = "mail"       // the head of a mail message
	OriginReference  OriginKind = "reference"  // a field of a list of references
	OriginDownload   OriginKind = "download"   // a label in a download from a database
)

// Origins are from where the fields of an article were recognised; of a field that is empty there is none.
type Origins map[Field]Origin

// ArticleField is a field of an article that a file may give, by its name here.
type ArticleField struct {
	Name  Field
	Value *string
}

// FieldsOf are the fields of an article that a file may give, but for its body, to read and to set.
func FieldsOf(a *store.Article) []ArticleField {
	return []ArticleField{
		{FieldTitle, &a.Title},
		{FieldDate, (*string)(&a.Published)},
		{FieldSource, &a.Source},
		{FieldAuthor, &a.Author},
		{FieldSection, &a.Section},
		{FieldLanguage, &a.Language},
		{FieldURL, &a.URL},
	}
}

// cameFrom says of all fields that have a value, and of which nothing was said yet, where they came from.
func (d *Draft) cameFrom(kind OriginKind) {
	for _, field := range FieldsOf(&d.Article) {
		switch _, said := d.From[field.Name]; {
		case *field.Value == "":
			delete(d.From, field.Name)
		case !said:
			d.from(field.Name, Origin{Kind: kind})
		}
	}
}

func (d *Draft) from(field Field, o Origin) {
	if d.From == nil {
		d.From = Origins{}
	}
	d.From[field] = o
}

// titledByText gives an article that has no title its first words for one.
func (d *Draft) titledByText() {
	if d.Article.Title == "" {
		d.Article.Title = text.Title(d.Body, maxTitle)
		d.from(FieldTitle, Origin{Kind: OriginText})
	}
}
