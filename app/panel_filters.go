package app

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

// panelFilters are the fields that narrow the panel's lists: words, actor,
// issue, stance, tag, and coder where there are several. They unfold above the list when they are asked for.
type panelFilters struct {
	app    *desk.Desk
	words  *control.Field
	actor  *control.TypeAhead
	issue  *control.TypeAhead
	stance *control.Choice
	tag    *control.TypeAhead
	coder  *control.TypeAhead

	filter  panelFilter
	changed func(panelFilter)
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

func newPanelFilters(d *desk.Desk, leave func(), changed func(panelFilter), resized func()) *panelFilters {
	f := &panelFilters{app: d, leave: leave, changed: changed, resized: resized}
	f.words = control.NewSearchField(lang.L("Words…"), "")
	f.words.OnChanged = func(s string) { f.filter.text = s; f.apply() }
	f.actor = f.newPick(lang.L("any actor"), d.ActorItems, func(id store.ID) { f.filter.actor = id })
	f.issue = f.newPick(lang.L("any issue"), d.IssueItems, func(id store.ID) { f.filter.issue = id })
	f.stance = control.NewStanceChoice("")
	f.stance.OnChanged = func(key string) {
		f.filter.stance = nil
		if key != "" {
			s := store.Stance(key)
			f.filter.stance = &s
		}
		f.apply()
	}
	f.tag = f.newPick(lang.L("any tag"), d.TagItems, func(id store.ID) { f.filter.tag = id })
	f.coder = f.newPick(lang.L("any coder"), d.CoderItems, func(id store.ID) { f.filter.coder = id })
	f.coder.Hide()
	for _, keys := range []*control.Keys{&f.words.Keys, &f.actor.Keys, &f.issue.Keys, &f.stance.Keys, &f.tag.Keys, &f.coder.Keys} {
		keys.OnKey = d.TypedKey
		keys.OnCancel = f.fold
	}
	f.flow = control.NewFlow(6, f.words,
		container.NewGridWithColumns(2, f.actor, f.issue), f.stance, container.NewGridWithColumns(2, f.tag, f.coder))
	f.content = container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(filterTop, filterBottom, filterPad, filterPad), f.flow))
	f.content.Hide()
	return f
}

func (f *panelFilters) newPick(placeHolder string, items func(string) []control.Item, set func(store.ID)) *control.TypeAhead {
	t := control.NewTypeAhead(control.TypeAheadOptions{PlaceHolder: placeHolder, Items: items})
	t.OnPick = func(i control.Item) { set(store.ID(i.ID)); f.apply() }
	t.OnClear = func() { set(store.ID{}); f.apply() }
	t.OnUnfold = func(bool) { f.resized() }
	return t
}

func (f *panelFilters) object() fyne.CanvasObject { return f.content }

// heightFor is the height in pixels that shows all fields at a width; none when they
// are folded.
func (f *panelFilters) heightFor(width float32) float32 {
	if !f.content.Visible() {
		return 0
	}
	return filterTop + f.flow.HeightFor(width-2*filterPad) + filterBottom
}

// choosing reports whether a field shows what can be picked in it.
func (f *panelFilters) choosing() bool {
	return slices.ContainsFunc(f.picks(), (*control.TypeAhead).Unfolded)
}

func (f *panelFilters) picks() []*control.TypeAhead {
	return []*control.TypeAhead{f.actor, f.issue, f.tag, f.coder}
}

func (f *panelFilters) focused() bool {
	return f.words.Focused() || f.stance.Focused() || slices.ContainsFunc(f.picks(), (*control.TypeAhead).Focused)
}

// named follows who has worked on the project: only where there are several is one
// asked for.
func (f *panelFilters) named(coders int) {
	if several := coders > 1; several != f.coder.Visible() {
		f.coder.Hidden = !several
		f.resized()
	}
}

// toggle leads to the fields; from within them it folds them and shows everything
// again.
func (f *panelFilters) toggle() {
	if f.focused() {
		f.fold()
		return
	}
	f.unfold()
}

// press unfolds the fields or folds them, wherever the focus is.
func (f *panelFilters) press() {
	if f.content.Visible() {
		f.fold()
		return
	}
	f.unfold()
}

func (f *panelFilters) unfold() {
	f.content.Show()
	f.resized()
	f.words.Focus()
}

// fold shows everything again and gives the focus back.
func (f *panelFilters) fold() {
	f.clear()
	f.leave()
}

// clear shows everything again and folds the fields.
func (f *panelFilters) clear() {
	if f.focused() {
		f.app.Window.Canvas().Unfocus()
	}
	f.words.SetText("")
	for _, pick := range f.picks() {
		pick.Clear()
	}
	f.stance.SetValue("")
	f.content.Hide()
	f.filter = panelFilter{}
	f.resized()
	f.apply()
}

func (f *panelFilters) apply() { f.changed(f.filter) }
