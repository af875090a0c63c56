package library

import (
	"context"
	"reflect"
	"strconv"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

// filters are the fields that say which articles are listed, and in which order. They unfold above the list when they are asked for;
// what they ask stays when they are folded. Beside each value stands how many articles it would leave.
type filters struct {
	desk    *desk.Desk
	asked   store.ArticleFilter
	changed func()
	leave   func() // gives the keyboard back to the list
	resized func() // the fields take more or less room than before

	saved, collection, source, language *control.TypeAhead
	folder                              *control.TypeAhead // of import
	actor, issue, tag, coder            *control.TypeAhead
	from, to                            *control.Field
	status, annotated, stance           *control.Select

	kept     kept
	counts   store.ArticleFacets // what was counted last
	counting background.Latest
	flow     *control.Flow
	content  *container.Scroll
}

// kept are the collections and saved searches that there are.
type kept struct {
	collections []store.CollectionRow
	searches    []store.SavedSearch
}

// Room round the fields, in pixels.
const (
	filterPad    = 12
	filterBottom = 8
)

func newFilters(d *desk.Desk, leave, changed, resized func()) *filters {
	f := &filters{desk: d, leave: leave, changed: changed, resized: resized}
	f.saved = f.newPick(lang.L("saved search"), f.savedItems, f.useSearch, f.leaveSearch)
	f.collection = f.newPick(lang.L("any collection"), f.collectionItems,
		func(i control.Item) { f.asked.Collection = i.ID }, func() { f.asked.Collection = store.ID{} })
	f.source = f.newPick(lang.L("any source"), func(string) []control.Item { return desk.ValueItems(f.counts.Sources) },
		func(i control.Item) { f.asked.Source = desk.ItemValue(i) }, func() { f.asked.Source = nil })
	f.language = f.newPick(lang.L("any language"), func(string) []control.Item { return languageItems(f.counts.Languages) },
		func(i control.Item) { f.asked.Language = languageValue(i) }, func() { f.asked.Language = nil })
	f.folder = f.newPick(lang.L("any folder of import"), func(string) []control.Item { return desk.ValueItems(f.counts.Folders) },
		func(i control.Item) { f.asked.File = i.Name }, func() { f.asked.File = "" })
	f.actor = f.newNamePick(lang.L("any actor"), d.ActorItems, &f.asked.Actor, func() map[store.ID]int { return f.counts.Actors })
	f.issue = f.newNamePick(lang.L("any issue"), d.IssueItems, &f.asked.Issue, func() map[store.ID]int { return f.counts.Issues })
	f.tag = f.newNamePick(lang.L("any tag"), d.TagItems, &f.asked.Tag, func() map[store.ID]int { return f.counts.Tags })
	f.coder = f.newNamePick(lang.L("any coder"), d.CoderItems, &f.asked.Coder, func() map[store.ID]int { return nil })
	f.from = d.NewDayField(lang.L("from 2025"), &f.asked.From, f.apply)
	f.to = d.NewDayField(lang.L("to"), &f.asked.To, f.apply)
	f.status = control.NewSelect("", nil)
	f.status.Name = lang.L("Status")
	f.status.OnChanged = func(key string) { f.asked.Status = chosen(key, store.Status(statusOf(key))); f.apply() }
	f.annotated = control.NewSelect("", nil)
	f.annotated.Name = lang.L("Annotated or not")
	f.annotated.OnChanged = func(key string) { f.asked.Annotated = chosen(key, key == keyAnnotated); f.apply() }
	f.stance = control.NewSelect("", append([]control.Option{{Word: lang.L("any stance")}}, control.StanceOptions()...))
	f.stance.Name = lang.L("Stance")
	f.stance.OnChanged = func(key string) { f.asked.Stance = chosen(key, store.Stance(key)); f.apply() }
	f.compose()
	return f
}

// compose puts the fields below one another.
func (f *filters) compose() {
	for _, keys := range []*control.Keys{
		&f.saved.Keys, &f.collection.Keys, &f.folder.Keys, &f.source.Keys, &f.language.Keys,
		&f.actor.Keys, &f.issue.Keys, &f.tag.Keys, &f.coder.Keys,
		&f.from.Keys, &f.to.Keys, &f.status.Keys, &f.annotated.Keys, &f.stance.Keys,
	} {
		keys.OnKey = f.desk.TypedKey
		keys.OnCancel = f.fold
	}
	f.flow = control.NewFlow(6, f.saved, f.collection, f.source, control.NewPair(f.from, f.to), control.NewPair(f.status, f.annotated),
		control.NewPair(f.language, f.tag), control.NewPair(f.actor, f.issue), f.stance, f.coder, f.folder)
	f.content = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, filterBottom, filterPad, filterPad), f.flow))
	f.content.Hide()
	f.offer(kept{})
	f.show()
}

// offer takes what there is to be picked of what was kept under a name. There is no field for what there is none of.
func (f *filters) offer(k kept) {
	f.kept = k
	f.saved.Hidden = len(k.searches) == 0
	f.collection.Hidden = len(k.collections) == 0
	f.coder.Hidden = len(f.desk.Names.Coders) < 2
	f.folder.Hidden = len(f.counts.Folders) == 0 && f.asked.File == ""
	f.showKept()
	f.resized()
}

// newPick makes a field in which one value is picked.
func (f *filters) newPick(placeHolder string, items func(string) []control.Item, pick func(control.Item), drop func()) *control.TypeAhead {
	return desk.NewPick(placeHolder, items, func(i control.Item) { pick(i); f.apply() }, func() { drop(); f.apply() })
}

// newNamePick makes a field in which an actor, issue, tag or coder is picked.
func (f *filters) newNamePick(
	placeHolder string, items func(string) []control.Item, into *store.ID, counted func() map[store.ID]int,
) *control.TypeAhead {
	with := func(typed string) []control.Item {
		list := items(typed)
		for i := range list {
			if n := counted()[list[i].ID]; n > 0 {
				list[i].Detail = strconv.Itoa(n)
			}
		}
		return list
	}
	return f.newPick(placeHolder, with, func(i control.Item) { *into = i.ID }, func() { *into = store.ID{} })
}

// chosen is what a choice asks for; nil where its key asks for nothing.
func chosen[T any](key string, value T) *T {
	if key == "" {
		return nil
	}
	return &value
}

// The keys of the choices, of which "" is any. The status of an article that is unread has no code.
const (
	keyUnread       = "unread"
	keyAnnotated    = "annotated"
	keyNotAnnotated = "not annotated"
)

func statusOf(key string) string {
	if key == keyUnread {
		return ""
	}
	return key
}

// languageItems offers languages by name; their codes can be typed too.
func languageItems(values []store.ValueCount) []control.Item {
	list := desk.ValueItems(values)
	for i, v := range values {
		if v.Value != "" {
			list[i].Name, list[i].Aliases, list[i].Kind = words.Language(v.Value), []string{v.Value}, v.Value
		}
	}
	return list
}

// languageValue is the code of a language that was picked; "" for none.
func languageValue(i control.Item) *string {
	if i.Kind == desk.KindNone {
		i.Kind = ""
	}
	return &i.Kind
}

func (f *filters) savedItems(string) []control.Item {
	var list []control.Item
	for _, s := range f.kept.searches {
		list = append(list, control.Item{ID: s.ID, Name: s.Name})
	}
	return list
}

func (f *filters) collectionItems(string) []control.Item {
	var list []control.Item
	for _, c := range f.kept.collections {
		list = append(list, control.Item{ID: c.ID, Name: c.Name, Detail: strconv.Itoa(c.Articles)})
	}
	return list
}

// useSearch asks what a saved search asks.
func (f *filters) useSearch(i control.Item) {
	for _, s := range f.kept.searches {
		if s.ID == store.ID(i.ID) {
			asked, err := s.Articles()
			if f.desk.Failed(err) {
				return
			}
			f.asked = asked
		}
	}
}

// leaveSearch asks nothing any more, if a saved search was listed: its name was taken out of the field.
func (f *filters) leaveSearch() {
	if _, is := f.search(); is {
		f.asked = store.ArticleFilter{}
	}
}

// search is the saved search that asks just what is asked now, if there is one; of several the one that was picked.
func (f *filters) search() (found store.SavedSearch, is bool) {
	if f.asked.IsZero() {
		return found, false
	}
	picked, _ := f.saved.Item()
	for _, s := range f.kept.searches {
		asked, err := s.Articles()
		if err == nil && reflect.DeepEqual(asked, f.asked) && (!is || s.ID == picked.ID) {
			found, is = s, true
		}
	}
	return found, is
}

// heightFor is the height in pixels that shows all fields at a width; none when they are folded.
func (f *filters) heightFor(width float32) float32 {
	if !f.content.Visible() {
		return 0
	}
	return 2 + f.flow.HeightFor(width-2*filterPad) + filterBottom
}

// toggle unfolds the fields, or folds them.
func (f *filters) toggle() {
	if f.content.Visible() {
		f.fold()
		return
	}
	f.content.Show()
	f.resized()
	f.count()
	if f.saved.Visible() {
		f.saved.Focus()
	} else {
		f.source.Focus()
	}
}

// fold hides the fields; what they ask is asked on.
func (f *filters) fold() {
	f.content.Hide()
	f.resized()
	f.leave()
}

// ask asks something else.
func (f *filters) ask(asked store.ArticleFilter) {
	f.asked = asked
	f.apply()
}

// apply lists what is asked for now.
func (f *filters) apply() {
	f.show()
	f.changed()
	f.count()
}

// show has the fields say what is asked.
func (f *filters) show() {
	desk.ShowPick(f.actor, f.asked.Actor, f.desk.ActorItems(""))
	desk.ShowPick(f.issue, f.asked.Issue, f.desk.IssueItems(""))
	desk.ShowPick(f.tag, f.asked.Tag, f.desk.TagItems(""))
	desk.ShowPick(f.coder, f.asked.Coder, f.desk.CoderItems(""))
	f.showKept()
	desk.ShowValue(f.source, f.asked.Source)
	desk.ShowValue(f.language, f.asked.Language)
	if code := f.asked.Language; code != nil && *code != "" {
		f.language.SetItem(control.Item{Name: words.Language(*code), Kind: *code})
	}
	desk.ShowValue(f.folder, chosen(f.asked.File, f.asked.File))
	desk.ShowDay(f.from, f.asked.From)
	desk.ShowDay(f.to, f.asked.To)
	f.status.SetValue(statusKey(f.asked.Status))
	f.annotated.SetValue(annotatedKey(f.asked.Annotated))
	f.stance.SetValue("")
	if f.asked.Stance != nil {
		f.stance.SetValue(string(*f.asked.Stance))
	}
	f.showOptions()
}

// showKept has the fields of what is kept under a name say what is asked, by the names that it has now.
func (f *filters) showKept() {
	desk.ShowPick(f.collection, f.asked.Collection, f.collectionItems(""))
	s, _ := f.search()
	desk.ShowPick(f.saved, s.ID, f.savedItems(""))
}

func statusKey(s *store.Status) string {
	switch {
	case s == nil:
		return ""
	case *s == store.StatusUnread:
		return keyUnread
	default:
		return string(*s)
	}
}

func annotatedKey(is *bool) string {
	switch {
	case is == nil:
		return ""
	case *is:
		return keyAnnotated
	default:
		return keyNotAnnotated
	}
}

// showOptions offers the choices with how many articles each would leave.
func (f *filters) showOptions() {
	statuses := []control.Option{{Word: lang.L("any status")}}
	for _, s := range []store.Status{store.StatusUnread, store.StatusInProgress, store.StatusCoded, store.StatusReviewed} {
		statuses = append(statuses, control.Option{Key: statusKey(&s), Word: withCount(words.Status(s), f.counts.Statuses[s])})
	}
	f.status.SetOptions(statuses)
	f.annotated.SetOptions([]control.Option{
		{Word: lang.L("annotated?")},
		{Key: keyAnnotated, Word: withCount(lang.L("annotated"), f.counts.Annotated[true])},
		{Key: keyNotAnnotated, Word: withCount(lang.L("not annotated"), f.counts.Annotated[false])},
	})
}

func withCount(word string, n int) string { return words.Dotted(word, strconv.Itoa(n)) }

// count counts beside the window what each value would leave, as long as the fields are in sight. Who asks for something else gives up
// what is being counted.
func (f *filters) count() {
	if !f.content.Visible() || f.desk.Project == nil {
		f.counting.Overtake()
		return
	}
	asked := f.asked
	background.Read(f.desk.Reader(), &f.counting, func(ctx context.Context, p *store.Project) (store.ArticleFacets, error) {
		return p.ArticleFacets(ctx, asked)
	}, func(c store.ArticleFacets) {
		f.counts = c
		f.showOptions()
		f.offer(f.kept)
	})
}
