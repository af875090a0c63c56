package intake

import (
	"standpoint/store"
	"standpoint/store/say"
)

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
func (d *Draft) cameFrom(kind Place) {
	for _, field := range FieldsOf(&d.Article) {
		switch _, said := d.From[field.Name]; {
		case *field.Value == "":
			delete(d.From, field.Name)
		case !said:
			d.from(field.Name, Provenance{Place: kind})
		}
	}
}

func (d *Draft) from(field Field, o Provenance) {
	if d.From == nil {
		d.From = Provenances{}
	}
	d.From[field] = o
}

// titledByText gives an article that has no title its first words for one.
func (d *Draft) titledByText() {
	if d.Article.Title == "" {
		d.Article.Title = derivedTitle(d.Body, d.Body)
		d.from(FieldTitle, Provenance{Place: PlaceText})
	}
}

// FieldValue is what a person typed as the value of a field: a date in any of the forms that are read in articles, as the project has it; a
// language by its code or its name. An error says why it cannot be one.
func FieldValue(field Field, typed string) (string, error) {
	value := oneLine(typed)
	if value == "" {
		return "", nil
	}
	switch field {
	case FieldDate:
		read, err := parseDate(value)
		return string(read.Date), err
	case FieldLanguage:
		tag := languageTag(value)
		if tag == "" {
			return "", say.Errorf("“%s” is no language that is known. Type its name, or its code, such as de", value)
		}
		return tag, nil
	}
	return value, nil
}

// TypedDate is what a person typed as a date, in any of the forms that are read in articles, as the project has it; "" for nothing. One
// that can be two days is read as those who write a language have it, by its code, such as de-AT; where they have both, the error names
// both days.
func TypedDate(typed, language string) (store.Date, error) {
	value := oneLine(typed)
	if value == "" {
		return "", nil
	}
	read, err := parseDate(value)
	if doubt := doubtOf(err, say.Sentence{}); doubt != nil {
		switch orderOfLanguage(language) {
		case DayFirst:
			return doubt.DayFirst, nil
		case MonthFirst:
			return doubt.MonthFirst, nil
		case OrderUnknown:
		}
	}
	return read.Date, err
}
