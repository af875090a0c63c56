package standings

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// filterBar are the fields that say which positions count, and how: those that are asked most stand in the bar, the others unfold below it,
// and what is asked by several values, or below, stands as chips that take it off. What they ask is kept as long as the project is open
// in the window, and longer under a name.
type filterBar struct {
	desk     *desk.Desk
	asked    discourse.Filter
	standing map[store.ID]store.ID // what stands for rows that were merged since they were picked
	changed  func()
	leave    func() // gives the keyboard back to the figure
	resized  func() // the fields take more or less room than before

	kept         *keptFilters
	issue, actor *control.TypeAhead
	from, to     *control.Field
	more         *control.Button

	outlet, kind, tag, coder, status     *control.TypeAhead
	told, conditional, duplicates, level *control.Select

	outlets []store.ValueCount // of the articles with positions
	coders  []store.Coder
	isOpen  bool // the other fields are unfolded

	isShowing bool // the fields are made to say what is asked

	asks             []fyne.CanvasObject // a chip for each value that is asked
	bar, rest, chips *control.Wrap
	fields           *control.Flow // but for the chips
	content          *control.Flow
	unfold           func() // has the fields be there, where the window is low
}

// Widths of the fields, in pixels.
const (
	barField  = 116 // of the bar: it stands on one line where the window is narrow
	dayField  = 84
	nameField = 140
	wayField  = 164
)

// newFilterBar makes the fields, behind the choices of how a figure is shown.
func newFilterBar(d *desk.Desk, before []fyne.CanvasObject, leave, changed, resized func()) *filterBar {
	f := &filterBar{desk: d, leave: leave, changed: changed, resized: resized}
	f.kept = newKeptFilters(d, f)
	f.newFields()
	f.newWays()
	f.more = control.NewTextButton("", lang.L("Show the other fields of the filter, or hide them"), keyFields.String(), f.toggle)
	f.more.OnKey, f.more.OnLetter = d.TypedKey, func(r rune) { d.TypedLetter(r) }
	for _, keys := range []*control.Keys{
		&f.issue.Keys, &f.actor.Keys, &f.from.Keys, &f.to.Keys, &f.outlet.Keys, &f.kind.Keys, &f.tag.Keys, &f.coder.Keys, &f.status.Keys,
		&f.told.Keys, &f.conditional.Keys, &f.duplicates.Keys, &f.level.Keys, &f.kept.pick.Keys,
	} {
		keys.OnKey, keys.OnCancel = d.TypedKey, leave
	}
	wide := func(width float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(&control.FixedWidth{Width: width}, o)
	}
	days := control.NewPair(f.from, f.to) // they are one stretch of time, and stay in one line
	f.bar = control.NewWrap(look.Gap, append(before, wide(barField, f.issue), wide(barField, f.actor), wide(2*dayField+look.Gap, days),
		f.more, f.kept.box)...)
	f.rest = control.NewWrap(look.Gap, wide(nameField, f.outlet), wide(nameField, f.kind), wide(nameField, f.tag), wide(nameField, f.coder),
		wide(nameField, f.status), wide(wayField, f.told), wide(wayField, f.conditional), wide(wayField, f.duplicates), wide(wayField, f.level))
	f.rest.Hide()
	f.chips = control.NewWrap(look.Gap)
	f.fields = control.NewFlow(6, f.bar, f.rest)
	f.content = control.NewFlow(6, f.fields, f.chips)
	f.show()
	return f
}

// newFields makes the fields that take values.
func (f *filterBar) newFields() {
	f.issue = newMany(f, lang.L("any issue"), f.desk.IssueItems, &f.asked.Issues, idOf)
	f.actor = newMany(f, lang.L("any actor"), f.desk.ActorItems, &f.asked.Actors, idOf)
	f.tag = newMany(f, lang.L("any tag"), f.desk.TagItems, &f.asked.Tags, idOf)
	f.coder = newMany(f, lang.L("any coder"), f.coderItems, &f.asked.Coders, idOf)
	f.outlet = newMany(f, lang.L("any outlet"), func(string) []control.Item { return desk.ValueItems(f.outlets) }, &f.asked.Outlets,
		func(i control.Item) string { return *desk.ItemValue(i) })
	f.kind = newMany(f, lang.L("any kind of actor"), func(string) []control.Item {
		return codeItems([]store.ActorKind{store.ActorPerson, store.ActorOrganisation, store.ActorState, store.ActorGroup}, words.ActorKind)
	}, &f.asked.Kinds, func(i control.Item) store.ActorKind { return store.ActorKind(i.Kind) })
	f.status = newMany(f, lang.L("any status"), func(string) []control.Item {
		return codeItems([]store.Status{store.StatusUnread, store.StatusInProgress, store.StatusCoded, store.StatusReviewed}, words.Status)
	}, &f.asked.Statuses, func(i control.Item) store.Status { return store.Status(i.Kind) })
	f.from = f.desk.NewDayField(lang.L("from 2025"), &f.asked.From, f.apply)
	f.to = f.desk.NewDayField(lang.L("to"), &f.asked.To, f.apply)
}

// newWays makes the choices of how positions count.
func (f *filterBar) newWays() {
	f.told = newWay(f, lang.L("What others report"), toldOptions(), &f.asked.AccordingTo)
	f.conditional = newWay(f, lang.L("Conditional positions"), conditionalOptions(), &f.asked.Conditional)
	f.duplicates = newWay(f, lang.L("What is said again"), duplicatesOptions(), &f.asked.Duplicates)
	f.level = newWay(f, lang.L("For whom positions count"), levelOptions(), &f.asked.Level)
}

func toldOptions() []control.Option {
	return []control.Option{
		{Key: string(discourse.AccordingToYes), Word: lang.L("also “according to”")},
		{Key: string(discourse.AccordingToNo), Word: lang.L("not “according to”")},
		{Key: string(discourse.AccordingToOnly), Word: lang.L("only “according to”")},
	}
}

func conditionalOptions() []control.Option {
	return []control.Option{
		{Key: string(discourse.ConditionalWhole), Word: lang.L("conditional as whole")},
		{Key: string(discourse.ConditionalHalf), Word: lang.L("conditional as half")},
		{Key: string(discourse.ConditionalApart), Word: lang.L("conditional apart")},
		{Key: string(discourse.ConditionalNone), Word: lang.L("without conditional")},
	}
}

func duplicatesOptions() []control.Option {
	return []control.Option{
		{Key: string(discourse.DuplicatesAll), Word: lang.L("each time it is said")},
		{Key: string(discourse.DuplicatesArticle), Word: lang.L("once in an article")},
		{Key: string(discourse.DuplicatesDay), Word: lang.L("once a day")},
		{Key: string(discourse.DuplicatesWeek), Word: lang.L("once a week")},
		{Key: string(discourse.DuplicatesMonth), Word: lang.L("once a month")},
		{Key: string(discourse.DuplicatesYear), Word: lang.L("once a year")},
	}
}

func levelOptions() []control.Option {
	return []control.Option{
		{Key: string(discourse.LevelRecorded), Word: lang.L("actors as recorded")},
		{Key: string(discourse.LevelAffiliation), Word: lang.L("by affiliation")},
	}
}

// newMany makes a field in which values are picked one after the other, each of which becomes a chip.
func newMany[T comparable](
	f *filterBar, placeHolder string, items func(string) []control.Item, into *[]T, value func(control.Item) T,
) *control.TypeAhead {
	var field *control.TypeAhead
	field = desk.NewPick(placeHolder, func(typed string) []control.Item {
		return slices.DeleteFunc(slices.Clone(items(typed)), func(i control.Item) bool { return slices.Contains(*into, value(i)) })
	}, func(i control.Item) {
		field.Clear()
		*into = append(slices.Clone(*into), value(i))
		f.apply()
	}, func() {})
	field.OnFocus = func(focused bool) {
		if !focused && !field.Unfolded() { // what nothing came of is not asked, and does not look so
			field.Clear()
		}
	}
	return field
}

func idOf(i control.Item) store.ID { return i.ID }

// codeItems offers values that have codes, by their words.
func codeItems[T ~string](codes []T, word func(T) string) []control.Item {
	list := make([]control.Item, len(codes))
	for i, code := range codes {
		hash := sha256.Sum256([]byte("code " + string(code)))
		list[i] = control.Item{ID: store.ID(hash[:16]), Name: word(code), Kind: string(code)}
	}
	return list
}

func (f *filterBar) coderItems(string) []control.Item {
	list := make([]control.Item, len(f.coders))
	for i, c := range f.coders {
		list[i] = control.Item{ID: c.ID, Name: c.Name}
	}
	return list
}

// newWay makes a choice of how positions count, the usual way first.
func newWay[T ~string](f *filterBar, name string, options []control.Option, into *T) *control.Select {
	s := control.NewSelect("", options)
	s.Name = name
	s.OnChanged = func(key string) { *into = T(key); f.apply() }
	return s
}

// offer takes what there is to be picked of the positions of the project.
func (f *filterBar) offer(h *store.Holdings, standing map[store.ID]store.ID) {
	counts := map[string]int{}
	for _, in := range h.Articles {
		counts[in.Source]++
	}
	f.outlets = f.outlets[:0]
	for outlet, n := range counts {
		f.outlets = append(f.outlets, store.ValueCount{Value: outlet, Articles: n})
	}
	slices.SortFunc(f.outlets, func(a, b store.ValueCount) int { return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Value, b.Value)) })
	f.coders = h.Coders
	if !maps.Equal(f.standing, standing) {
		f.standing = standing
		f.showChips()
	}
}

// standsFor is what stands for a row that was asked for: itself, or what it was merged into.
func (f *filterBar) standsFor(id store.ID) store.ID {
	if by, is := f.standing[id]; is {
		return by
	}
	return id
}

// toggle unfolds the other fields, or folds them; what they ask is asked on.
func (f *filterBar) toggle() {
	f.isOpen = !f.isOpen
	f.rest.Hidden = !f.isOpen
	f.show()
	f.resized()
	if f.isOpen {
		f.unfold()
		f.outlet.Focus()
	} else {
		f.leave()
	}
}

func (f *filterBar) focusMore() { f.desk.Window.Canvas().Focus(f.more) }

// isLimited reports whether something is asked that takes positions out, or counts them otherwise.
func (f *filterBar) isLimited() bool {
	a := f.asked
	a.Level = ""
	return a.Kept() != discourse.Filter{}.Kept()
}

// ask asks something else.
func (f *filterBar) ask(asked discourse.Filter) {
	f.asked = asked
	f.apply()
}

// apply has what is asked counted.
func (f *filterBar) apply() {
	if f.isShowing {
		return
	}
	f.show()
	f.changed()
}

// lift asks for all positions again.
func (f *filterBar) lift() {
	f.forget()
	f.changed()
}

// forget has the fields ask for all positions, without telling.
func (f *filterBar) forget() {
	f.asked = discourse.Filter{Level: f.asked.Level}
	f.show()
}

// show has the fields say what is asked.
func (f *filterBar) show() {
	a := &f.asked
	a.AccordingTo = cmp.Or(a.AccordingTo, discourse.AccordingToYes)
	a.Conditional = cmp.Or(a.Conditional, discourse.ConditionalWhole)
	a.Duplicates = cmp.Or(a.Duplicates, discourse.DuplicatesAll)
	a.Level = cmp.Or(a.Level, discourse.LevelRecorded)
	asked := f.asked // a field that says another date asks for it
	f.isShowing = true
	desk.ShowDay(f.from, asked.From)
	desk.ShowDay(f.to, asked.To)
	f.isShowing, f.asked = false, asked
	f.told.SetValue(string(asked.AccordingTo))
	f.conditional.SetValue(string(asked.Conditional))
	f.duplicates.SetValue(string(asked.Duplicates))
	f.level.SetValue(string(asked.Level))
	f.kept.show()
	f.showChips()
}

// showChips has each value stand as a chip that takes it off, before the button that keeps all under a name. Where the chip with the
// keyboard goes, the one that takes its place gets it.
func (f *filterBar) showChips() {
	focused := f.desk.Window.Canvas().Focused()
	at := slices.IndexFunc(f.asks, func(o fyne.CanvasObject) bool { return focused != nil && any(o) == any(focused) })
	f.asks = f.newChips()
	f.kept.save.Hidden = !f.isLimited() || f.kept.isAsked()
	f.chips.Objects = append(slices.Clone(f.asks), f.kept.save)
	f.chips.Hidden = f.kept.save.Hidden && len(f.asks) == 0
	f.more.SetLabel(lang.L("More filters…"))
	if f.isOpen {
		f.more.SetLabel(lang.L("Fewer filters"))
	}
	f.chips.Refresh()
	f.content.Refresh()
	switch n := len(f.asks); {
	case at < 0:
	case n == 0:
		f.focusMore()
	default:
		f.desk.Window.Canvas().Focus(f.asks[min(at, n-1)].(fyne.Focusable))
	}
}

func (f *filterBar) newChips() (list []fyne.CanvasObject) {
	add := func(says string, off func()) {
		chip := desk.NewChip(cmp.Or(says, lang.L("deleted")), func() { off(); f.apply() })
		chip.OnKey, chip.OnLetter = f.desk.TypedKey, func(r rune) { f.desk.TypedLetter(r) }
		list = append(list, chip)
	}
	a := &f.asked
	addMany(add, &a.Issues, f.standsFor, func(id store.ID) string { return f.desk.Names.Issues[id].Name })
	addMany(add, &a.Actors, f.standsFor, func(id store.ID) string { return f.desk.Names.Actors[id].Name })
	addMany(add, &a.Outlets, itself, func(outlet string) string { return cmp.Or(outlet, lang.L("no outlet")) })
	addMany(add, &a.Kinds, itself, words.ActorKind)
	addMany(add, &a.Tags, f.standsFor, func(id store.ID) string { return f.desk.Names.Tags[id].Name })
	addMany(add, &a.Coders, f.standsFor, func(id store.ID) string {
		if i := slices.IndexFunc(f.coders, func(c store.Coder) bool { return c.ID == id }); i >= 0 {
			return f.coders[i].Name
		}
		return ""
	})
	addMany(add, &a.Statuses, itself, words.Status)
	addWay(add, &a.AccordingTo, toldOptions())
	addWay(add, &a.Conditional, conditionalOptions())
	addWay(add, &a.Duplicates, duplicatesOptions())
	addWay(add, &a.Level, levelOptions())
	return list
}

// addMany adds a chip for each of several values, one alone for those for which the same stands.
func addMany[T comparable](add func(says string, off func()), values *[]T, stands func(T) T, word func(T) string) {
	said := map[T]bool{}
	for _, value := range *values {
		if value = stands(value); !said[value] {
			said[value] = true
			add(word(value), func() {
				*values = slices.DeleteFunc(slices.Clone(*values), func(v T) bool { return stands(v) == value })
			})
		}
	}
}

func itself[T any](value T) T { return value }

// addWay adds a chip for a way in which positions count, unless it is the usual one.
func addWay[T ~string](add func(says string, off func()), way *T, options []control.Option) {
	for _, o := range options[1:] {
		if o.Key == string(*way) {
			add(o.Word, func() { *way = T(options[0].Key) })
		}
	}
}
