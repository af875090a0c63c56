package library

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/words"
	"standpoint/store"
)

// saveSearch keeps what is asked now under a name; one of that name asks this from now on.
func (l *List) saveSearch() {
	asked := l.filters.asked
	l.desk.AskName(desk.NameQuestion{Title: lang.L("Save the search")}, func(name string) {
		title, id := store.Title{Code: store.TitleSaveSearch, Name: name}, store.ID{}
		for _, s := range l.filters.kept.searches {
			if s.Name == name {
				title, id = store.Title{Code: store.TitleEditSearch}, s.ID
			}
		}
		l.desk.Do(title, func(b *store.Batch) error {
			_, err := b.SaveSearch(id, name, asked)
			return err
		}, func(err error) { l.desk.Failed(err) })
	})
}

// renameSearch asks for another name of the saved search that is listed.
func (l *List) renameSearch(s store.SavedSearch) {
	asked := l.filters.asked
	l.desk.AskName(desk.NameQuestion{Title: lang.L("Rename the saved search"), Is: s.Name}, func(name string) {
		l.desk.Do(store.Title{Code: store.TitleEditSearch}, func(b *store.Batch) error {
			_, err := b.SaveSearch(s.ID, name, asked)
			return err
		}, func(err error) { l.desk.Failed(err) })
	})
}

// deleteSearch asks which saved search is to be deleted. The one that is listed is ticked.
func (l *List) deleteSearch() {
	s := message.Sheet{Over: l.desk.Boxes}
	searches := slices.Clone(l.filters.kept.searches)
	listed, _ := l.filters.search()
	var ticks []*control.Tick
	for _, q := range searches {
		ticks = append(ticks, s.Row(q.Name, q.ID == listed.ID))
	}
	l.desk.Post(&message.Message{
		Title: lang.L("Delete saved searches"), Body: s.Object(), Yes: lang.L("Delete"), No: lang.L("Cancel"),
		Agreed: func() {
			gone := message.Ticked(searches, ticks)
			if len(gone) == 0 {
				l.desk.Tell(lang.L("Nothing was ticked, so nothing was deleted."))
				return
			}
			l.desk.Do(store.Title{Code: store.TitleDeleteSearch}, func(b *store.Batch) error {
				for _, q := range gone {
					if err := b.Delete(store.EntitySavedSearch, q.ID); err != nil {
						return err
					}
				}
				return nil
			}, func(err error) { l.desk.Failed(err) })
		},
	})
}

// collect asks into which collection articles are to be put: one that is there, or a new one.
func (l *List) collect(ids []store.ID) {
	ask := desk.NameQuestion{Title: lang.L("Put into the collection"), Is: l.collectionName(l.filters.asked.Collection)}
	l.desk.AskName(ask, func(name string) {
		collection := store.ID{}
		for _, c := range l.filters.kept.collections {
			if c.Name == name {
				collection = c.ID
			}
		}
		collect := store.RowWrite{Each: func(b *store.Batch, _ store.Entity, ids []store.ID) error { return b.Collect(collection, ids...) }}
		if collection == (store.ID{}) {
			collect.First = func(b *store.Batch) error {
				made, err := b.AddCollection(store.Collection{Name: name})
				collection = made.ID
				return err
			}
		}
		l.desk.DoRows(store.Title{Code: store.TitleCollect, Count: len(ids)}, collect, func(err error) {
			if !l.desk.Failed(err) {
				l.desk.Tell(words.Counted(len(ids), "Put into “%s”: {{.Count}} article.", name))
			}
		}, articles(ids))
	})
}

func (l *List) collectionName(id store.ID) string {
	for _, c := range l.filters.kept.collections {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

// takeOut takes articles out of the collection that is listed.
func (l *List) takeOut(ids []store.ID) {
	collection := l.filters.asked.Collection
	takeOut := func(b *store.Batch, _ store.Entity, ids []store.ID) error { return b.TakeOut(collection, ids...) }
	l.desk.DoRows(store.Title{Code: store.TitleTakeOut, Count: len(ids)}, store.RowWrite{Each: takeOut},
		func(err error) { l.desk.Failed(err) }, articles(ids))
}

// renameCollection asks for another name of the collection that is listed.
func (l *List) renameCollection() {
	collection := l.filters.asked.Collection
	l.desk.AskName(desk.NameQuestion{Title: lang.L("Rename the collection"), Is: l.collectionName(collection)}, func(name string) {
		l.desk.Do(store.Title{Code: store.TitleEditCollection}, func(b *store.Batch) error {
			return b.UpdateCollection(collection, func(c *store.Collection) { c.Name = name })
		}, func(err error) { l.desk.Failed(err) })
	})
}

// deleteCollection deletes the collection that is listed; its articles stay.
func (l *List) deleteCollection() {
	collection := l.filters.asked.Collection
	l.desk.Do(store.Title{Code: store.TitleDeleteCollection}, func(b *store.Batch) error {
		return b.Delete(store.EntityCollection, collection)
	}, func(err error) {
		if !l.desk.Failed(err) {
			l.filters.ask(store.ArticleFilter{})
		}
	})
}

// askSample asks how many of the listed articles are to be drawn, and with which seed.
func (l *List) askSample() {
	s := message.Sheet{Over: l.desk.Boxes}
	s.Line(words.Counted(l.rows.Len(), "Articles are drawn by lot from those that are listed ({{.Count}}). The same seed draws the same."))
	many := s.Field(lang.L("How many"), strconv.Itoa(min(60, l.rows.Len())))
	seed := s.Field(lang.L("Seed"), strconv.Itoa(1+rand.IntN(mostSeed)))
	l.desk.Post(&message.Message{
		Title: lang.L("Draw a sample"), Body: s.Object(), Yes: lang.L("Draw"), No: lang.L("Cancel"), First: many.Focus,
		Agreed: func() {
			n, err := strconv.Atoi(strings.TrimSpace(many.Text()))
			from, err2 := strconv.Atoi(strings.TrimSpace(seed.Text()))
			if err != nil || err2 != nil || n < 1 {
				l.desk.Tell(lang.L("Nothing was drawn: how many and the seed are whole numbers."))
				return
			}
			l.draw(words.Sentence("Sample of %d, seed %s", n, strconv.Itoa(from)), n, from)
		},
	})
}

// mostSeed is the greatest seed that is proposed: short enough to be written down.
const mostSeed = 9999

// Commands are about what the list shows.
func (l *List) Commands() []desk.Command {
	isOpen := func() bool { return l.desk.Project != nil }
	inCollection := func() bool { return l.desk.CanWrite() && l.filters.asked.Collection != store.ID{} }
	return []desk.Command{
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Filter the Articles")), Key: desk.KeyFilterArticles,
			Act: desk.When(isOpen, l.filters.toggle), Checked: l.filters.content.Visible,
		},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Show All Articles")), Key: desk.AltShift(fyne.KeyA),
			Act: desk.When(func() bool { return isOpen() && !l.filters.asked.IsZero() }, func() { l.filters.ask(store.ArticleFilter{}) }),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Save the Search…")), Key: desk.AltShift(fyne.KeyS),
			Act: desk.When(func() bool { return l.desk.CanWrite() && !l.filters.asked.IsZero() }, l.saveSearch),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Rename the Saved Search…")), Key: desk.AltShift(fyne.KeyU),
			Act: desk.With(func() (store.SavedSearch, bool) {
				s, is := l.filters.search()
				return s, is && l.desk.CanWrite()
			}, l.renameSearch),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Delete Saved Searches…")), Key: desk.AltShift(fyne.KeyD),
			Act: desk.When(func() bool { return l.desk.CanWrite() && len(l.filters.kept.searches) > 0 }, l.deleteSearch),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Draw a Sample…")), Key: desk.AltShift(fyne.KeyL),
			Act: desk.When(func() bool { return l.desk.CanWrite() && l.rows.Len() > 0 }, l.askSample),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Rename the Collection…")), Key: desk.AltShift(fyne.KeyR),
			Act: desk.When(inCollection, l.renameCollection),
		},
		{
			In: desk.SectionCollections, Label: desk.Fixed(lang.L("Delete the Collection")), Key: desk.AltShift(fyne.KeyX),
			Act: desk.When(inCollection, l.deleteCollection),
		},
	}
}
