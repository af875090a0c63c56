package standings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/look"
	"standpoint/store"
)

// filterBar are the fields that say which positions count, and how. What they ask is kept as long as the project is open in the window.
type filterBar struct {
	desk    *desk.Desk
	asked   discourse.Filter
	changed func()

	issue, actor             *control.TypeAhead
	from, to                 *control.Field
	told, conditional, level *control.Select
	wrap                     *control.Wrap
}

// Widths of the fields, in pixels.
const (
	nameField = 152
	dayField  = 100
)

func newFilterBar(d *desk.Desk, leave, changed func()) *filterBar {
	f := &filterBar{desk: d, changed: changed}
	f.issue = f.newPick(lang.L("any issue"), d.IssueItems, &f.asked.Issues)
	f.actor = f.newPick(lang.L("any actor"), d.ActorItems, &f.asked.Actors)
	f.from = d.NewDayField(lang.L("from 2025"), &f.asked.From, changed)
	f.to = d.NewDayField(lang.L("to"), &f.asked.To, changed)
	f.told = f.newSelect(lang.L("What others report"), []control.Option{
		{Key: string(discourse.AccordingToYes), Word: lang.L("also “according to”")},
		{Key: string(discourse.AccordingToNo), Word: lang.L("not “according to”")},
		{Key: string(discourse.AccordingToOnly), Word: lang.L("only “according to”")},
	}, func(key string) { f.asked.AccordingTo = discourse.AccordingTo(key) })
	f.conditional = f.newSelect(lang.L("Conditional positions"), []control.Option{
		{Key: string(discourse.ConditionalWhole), Word: lang.L("conditional as whole")},
		{Key: string(discourse.ConditionalHalf), Word: lang.L("conditional as half")},
		{Key: string(discourse.ConditionalApart), Word: lang.L("conditional apart")},
		{Key: string(discourse.ConditionalNone), Word: lang.L("without conditional")},
	}, func(key string) { f.asked.Conditional = discourse.Conditional(key) })
	f.level = f.newSelect(lang.L("For whom positions count"), []control.Option{
		{Key: string(discourse.LevelRecorded), Word: lang.L("actors as recorded")},
		{Key: string(discourse.LevelAffiliation), Word: lang.L("by affiliation")},
	}, func(key string) { f.asked.Level = discourse.Level(key) })
	for _, keys := range []*control.Keys{
		&f.issue.Keys, &f.actor.Keys, &f.from.Keys, &f.to.Keys, &f.told.Keys, &f.conditional.Keys, &f.level.Keys,
	} {
		keys.OnKey, keys.OnCancel = d.TypedKey, leave
	}
	wide := func(width float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(&control.FixedWidth{Width: width}, o)
	}
	f.wrap = control.NewWrap(look.Gap, wide(nameField, f.issue), wide(nameField, f.actor), wide(dayField, f.from), wide(dayField, f.to),
		wide(nameField, f.told), wide(nameField, f.conditional), wide(nameField, f.level))
	f.show()
	return f
}

func (f *filterBar) newPick(placeHolder string, items func(string) []control.Item, into *[]store.ID) *control.TypeAhead {
	return desk.NewPick(placeHolder, items, func(i control.Item) { *into = []store.ID{i.ID}; f.changed() },
		func() { *into = nil; f.changed() })
}

func (f *filterBar) newSelect(name string, options []control.Option, set func(key string)) *control.Select {
	s := control.NewSelect("", options)
	s.Name = name
	s.OnChanged = func(key string) { set(key); f.changed() }
	return s
}

// isLimited reports whether something is asked.
func (f *filterBar) isLimited() bool {
	a := f.asked
	return len(a.Issues)+len(a.Actors) > 0 || a.From != "" || a.To != "" || a.AccordingTo != discourse.AccordingToYes ||
		a.Conditional != discourse.ConditionalWhole
}

// lift asks for all positions again.
func (f *filterBar) lift() {
	f.forget()
	f.changed()
}

// forget has the fields ask for all positions, without telling.
func (f *filterBar) forget() {
	level := f.asked.Level
	f.asked = discourse.Filter{}
	f.asked.Level = level
	f.show()
}

// show has the fields say what is asked.
func (f *filterBar) show() {
	if f.asked.AccordingTo == "" {
		f.asked.AccordingTo, f.asked.Conditional = discourse.AccordingToYes, discourse.ConditionalWhole
	}
	if f.asked.Level == "" {
		f.asked.Level = discourse.LevelRecorded
	}
	asked := f.asked // clearing a field asks for something else
	changed := f.changed
	f.changed = func() {}
	defer func() { f.changed, f.asked = changed, asked }()
	desk.ShowPick(f.issue, first(asked.Issues), f.desk.IssueItems(""))
	desk.ShowPick(f.actor, first(asked.Actors), f.desk.ActorItems(""))
	desk.ShowDay(f.from, asked.From)
	desk.ShowDay(f.to, asked.To)
	f.told.SetValue(string(asked.AccordingTo))
	f.conditional.SetValue(string(asked.Conditional))
	f.level.SetValue(string(asked.Level))
}

// first is the first of some ids; none if there are none.
func first(ids []store.ID) store.ID {
	if len(ids) == 0 {
		return store.ID{}
	}
	return ids[0]
}
