package panel

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// filters are the fields that narrow the panel's lists: words, actor,
// issue, stance, tag, and coder where there are several. They unfold above the list when they are asked for.
type filters struct {
	desk   *desk.Desk
	words  *control.Field
	actor  *control.TypeAhead
	issue  *control.TypeAhead
	stance *control.Choice
	tag    *control.TypeAhead
	coder  *control.TypeAhead

	filter  Filter
	changed func(Filter)
	leave   func() // gives the keyboard back
	resized func() // the fields take more or less room than before
	flow    *control.Flow
	content *container.Scroll
}

// Room round the fields, in pixels.
const (
	filterPad    = 12
	filterTop    = 2
	filterBottom = 8
)

func newPanelFilters(d *desk.Desk, leave func(), changed func(Filter), resized func()) *filters {
	f := &filters{desk: d, leave: leave, changed: changed, resized: resized}
	f.words = control.NewSearchField(lang.L("Words…"), "")
	f.words.OnChanged = func(s string) { f.filter.Text = s; f.apply() }
	f.actor = f.newPick(lang.L("any actor"), d.ActorItems, func(id store.ID) { f.filter.Actor = id })
	f.issue = f.newPick(lang.L("any issue"), d.IssueItems, func(id store.ID) { f.filter.Issue = id })
	f.stance = control.NewStanceChoice("")
	f.stance.OnChanged = func(key string) {
		f.filter.Stance = nil
		if key != "" {
			s := store.Stance(key)
			f.filter.Stance = &s
		}
		f.apply()
	}
	f.tag = f.newPick(lang.L("any tag"), d.TagItems, func(id store.ID) { f.filter.Tag = id })
	f.coder = f.newPick(lang.L("any coder"), d.CoderItems, func(id store.ID) { f.filter.Coder = id })
	f.coder.Hide()
	for _, keys := range []*control.Keys{&f.words.Keys, &f.actor.Keys, &f.issue.Keys, &f.stance.Keys, &f.tag.Keys, &f.coder.Keys} {
		keys.OnKey = d.TypedKey
		keys.OnCancel = f.fold
	}
	f.flow = control.NewFlow(6, f.words,
		control.NewPair(f.actor, f.issue), f.stance, control.NewPair(f.tag, f.coder))
	f.content = container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(filterTop, filterBottom, filterPad, filterPad), f.flow))
	f.content.Hide()
	return f
}

func (f *filters) newPick(placeHolder string, items func(string) []control.Item, set func(store.ID)) *control.TypeAhead {
	t := control.NewTypeAhead(control.TypeAheadOptions{PlaceHolder: placeHolder, Items: items})
	t.OnPick = func(i control.Item) { set(store.ID(i.ID)); f.apply() }
	t.OnClear = func() { set(store.ID{}); f.apply() }
	return t
}

func (f *filters) object() fyne.CanvasObject { return f.content }

// heightFor is the height in pixels that shows all fields at a width; none when they
// are folded.
func (f *filters) heightFor(width float32) float32 {
	if !f.content.Visible() {
		return 0
	}
	return filterTop + f.flow.HeightFor(width-2*filterPad) + filterBottom
}

func (f *filters) picks() []*control.TypeAhead {
	return []*control.TypeAhead{f.actor, f.issue, f.tag, f.coder}
}

func (f *filters) focused() bool {
	return f.words.Focused() || f.stance.Focused() || slices.ContainsFunc(f.picks(), (*control.TypeAhead).Focused)
}

// named follows who has worked on the project: only where there are several is one
// asked for.
func (f *filters) named(coders int) {
	if several := coders > 1; several != f.coder.Visible() {
		f.coder.Hidden = !several
		f.resized()
	}
}

// toggle leads to the fields; from within them it folds them and shows everything
// again.
func (f *filters) toggle() {
	if f.focused() {
		f.fold()
		return
	}
	f.unfold()
}

// press unfolds the fields or folds them, wherever the focus is.
func (f *filters) press() {
	if f.content.Visible() {
		f.fold()
		return
	}
	f.unfold()
}

func (f *filters) unfold() {
	f.content.Show()
	f.resized()
	f.words.Focus()
}

// fold shows everything again and gives the focus back.
func (f *filters) fold() {
	f.clear()
	f.leave()
}

// clear shows everything again and folds the fields.
func (f *filters) clear() {
	if f.focused() {
		f.desk.Window.Canvas().Unfocus()
	}
	f.words.SetText("")
	for _, pick := range f.picks() {
		pick.Clear()
	}
	f.stance.SetValue("")
	f.content.Hide()
	f.filter = Filter{}
	f.resized()
	f.apply()
}

func (f *filters) apply() { f.changed(f.filter) }
