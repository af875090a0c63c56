package library

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/words"
	"standpoint/store"
)

// set sets something in each of the articles, as one action.
func (l *List) set(code store.TitleCode, ids []store.ID, change func(*store.Article), done func(error)) {
	set := store.EachRow(func(b *store.Batch, _ store.Entity, id store.ID) error { return b.UpdateArticle(id, change) })
	l.desk.DoRows(store.Title{Code: code, Count: len(ids)}, set, done, articles(ids))
}

func articles(ids []store.ID) store.Rows { return store.Rows{Entity: store.EntityArticle, IDs: ids} }

// articleFields are what can be set for several articles at once, by the key of the choice.
var articleFields = []struct {
	key string
	set func(a *store.Article, value string)
}{
	{"source", func(a *store.Article, v string) { a.Source = v }},
	{"author", func(a *store.Article, v string) { a.Author = v }},
	{"published", func(a *store.Article, v string) { a.Published = store.Date(v) }},
	{"section", func(a *store.Article, v string) { a.Section = v }},
	{"language", func(a *store.Article, v string) { a.Language = v }},
}

// askDetails asks for one value that the articles are to have.
func (l *List) askDetails(ids []store.ID) { l.askDetail(ids, articleFields[0].key, "", nil) }

// askDetail asks for the value of a field that the articles are to have. A value that was refused is there again, with why.
func (l *List) askDetail(ids []store.ID, key, typed string, refused error) {
	s := message.Sheet{Over: l.desk.Boxes}
	var options []control.Option
	for _, f := range articleFields {
		options = append(options, control.Option{Key: f.key, Word: words.ArticleField(f.key)})
	}
	field := control.NewSelect(lang.L("What is set"), options)
	field.SetValue(key)
	s.Objects = append(s.Objects, field)
	value := s.Field(lang.L("Value for all; empty removes it"), typed)
	if refused != nil {
		value.SetError(words.Error(refused))
	}
	l.desk.Post(&message.Message{
		Title: words.Counted(len(ids), "Set details of {{.Count}} article"), Body: s.Object(), Yes: lang.L("Save"), No: lang.L("Cancel"),
		First: value.Focus,
		Agreed: func() {
			key, typed := field.Value(), value.Text()
			said := strings.TrimSpace(typed)
			if date, err := l.desk.Date(typed); key == "published" {
				if err != nil {
					l.askDetail(ids, key, typed, err)
					return
				}
				said = string(date)
			}
			for _, f := range articleFields {
				if f.key == key {
					l.set(store.TitleSetArticles, ids, func(a *store.Article) { f.set(a, said) }, func(err error) {
						if store.CodeOf(err) == store.CodeInvalid {
							l.askDetail(ids, key, typed, err)
							return
						}
						l.desk.Failed(err)
					})
				}
			}
		},
	})
}

// SelectedCommands are about the articles that are selected, which find returns while they are.
func (l *List) SelectedCommands(find func() ([]store.ID, bool)) []desk.Command {
	var list []desk.Command
	for i, s := range []store.Status{store.StatusUnread, store.StatusInProgress, store.StatusCoded, store.StatusReviewed} {
		key := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4}[i]
		list = append(list, desk.Command{
			In: desk.SectionSelected.Within(lang.L("Status of the Articles")), Label: desk.Fixed(words.Status(s)), Key: desk.AltShift(key),
			Act: desk.With(find, func(ids []store.ID) {
				l.set(store.TitleSetStatuses, ids, func(a *store.Article) { a.Status = s }, func(err error) { l.desk.Failed(err) })
			}),
		})
	}
	return append(list,
		desk.Command{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Set Details of the Articles…")), Key: desk.AltShift(fyne.KeyE),
			Act: desk.With(find, l.askDetails),
		},
		desk.Command{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Put into a Collection…")), Key: desk.AltShift(fyne.KeyC),
			Act: desk.With(find, l.collect),
		},
		desk.Command{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Take out of the Collection")), Key: desk.AltShift(fyne.KeyO),
			Act: desk.With(func() ([]store.ID, bool) {
				ids, found := find()
				return ids, found && l.filters.asked.Collection != store.ID{}
			}, l.takeOut),
		})
}
