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
	Words  *control.Field
	actor  *control.TypeAhead
	issue  *control.TypeAhead
	Stance *control.Choice
	tag    *control.TypeAhead
	Coder  *control.TypeAhead

	Filter  Filter
	changed func(Filter)
	leave   func() // gives the keyboard back
	resized func() // the fields take more or less room than before
	flow    *control.Flow
	Content *container.Scroll
}

// Room round the fields, in pixels.
const (
	filterPad    = 12
	filterTop    = 2
	filterBottom = 8
)

func newPanelFilters(d *desk.Desk, leave func(), changed func(Filter), resized func()) *filters {
	f := &filters{desk: d, leave: leave, changed: changed, resized: resized}
	f.Words = control.NewSearchField(lang.L("Words…"), "")
	f.Words.OnChanged = func(s string) { f.Filter.Text = s; f.Apply() }
	f.actor = f.newPick(lang.L("any actor"), d.ActorItems, func(id store.ID) { f.Filter.Actor = id })
	f.issue = f.newPick(lang.L("any issue"), d.IssueItems, func(id store.ID) { f.Filter.Issue = id })
	f.Stance = control.NewStanceChoice("")
	f.Stance.OnChanged = func(key string) {
		f.Filter.Stance = nil
		if key != "" {
			s := store.Stance(key)
			f.Filter.Stance = &s
		}
		f.Apply()
	}
	f.tag = f.newPick(lang.L("any tag"), d.TagItems, func(id store.ID) { f.Filter.Tag = id })
	f.Coder = f.newPick(lang.L("any coder"), d.CoderItems, func(id store.ID) { f.Filter.Coder = id })
	f.Coder.Hide()
	for _, keys := range []*control.Keys{&f.Words.Keys, &f.actor.Keys, &f.issue.Keys, &f.Stance.Keys, &f.tag.Keys, &f.Coder.Keys} {
		keys.OnKey = d.TypedKey
		keys.OnCancel = f.fold
	}
	f.flow = control.NewFlow(6, f.Words,
		container.NewGridWithColumns(2, f.actor, f.issue), f.Stance, container.NewGridWithColumns(2, f.tag, f.Coder))
	f.Content = container.NewVScroll(container.New(
		layout.NewCustomPaddedLayout(filterTop, filterBottom, filterPad, filterPad), f.flow))
	f.Content.Hide()
	return f
}

func (f *filters) newPick(placeHolder string, items func(string) []control.Item, set func(store.ID)) *control.TypeAhead {
	t := control.NewTypeAhead(control.TypeAheadOptions{PlaceHolder: placeHolder, Items: items})
	t.OnPick = func(i control.Item) { set(store.ID(i.ID)); f.Apply() }
	t.OnClear = func() { set(store.ID{}); f.Apply() }
	t.OnUnfold = func(bool) { f.resized() }
	return t
}

func (f *filters) Object() fyne.CanvasObject { return f.Content }

// heightFor is the height in pixels that shows all fields at a width; none when they
// are folded.
func (f *filters) heightFor(width float32) float32 {
	if !f.Content.Visible() {
		return 0
	}
	return filterTop + f.flow.HeightFor(width-2*filterPad) + filterBottom
}

// choosing reports whether a field shows what can be picked in it.
func (f *filters) choosing() bool {
	return slices.ContainsFunc(f.picks(), (*control.TypeAhead).Unfolded)
}

func (f *filters) picks() []*control.TypeAhead {
	return []*control.TypeAhead{f.actor, f.issue, f.tag, f.Coder}
}

func (f *filters) Focused() bool {
	return f.Words.Focused() || f.Stance.Focused() || slices.ContainsFunc(f.picks(), (*control.TypeAhead).Focused)
}

// Named follows who has worked on the project: only where there are several is one
// asked for.
func (f *filters) Named(coders int) {
	if several := coders > 1; several != f.Coder.Visible() {
		f.Coder.Hidden = !several
		f.resized()
	}
}

// Toggle leads to the fields; from within them it folds them and shows everything
// again.
func (f *filters) Toggle() {
	if f.Focused() {
		f.fold()
		return
	}
	f.Unfold()
}

// press unfolds the fields or folds them, wherever the focus is.
func (f *filters) press() {
	if f.Content.Visible() {
		f.fold()
		return
	}
	f.Unfold()
}

func (f *filters) Unfold() {
	f.Content.Show()
	f.resized()
	f.Words.Focus()
}

// fold shows everything again and gives the focus back.
func (f *filters) fold() {
	f.Clear()
	f.leave()
}

// Clear shows everything again and folds the fields.
func (f *filters) Clear() {
	if f.Focused() {
		f.desk.Window.Canvas().Unfocus()
	}
	f.Words.SetText("")
	for _, pick := range f.picks() {
		pick.Clear()
	}
	f.Stance.SetValue("")
	f.Content.Hide()
	f.Filter = Filter{}
	f.resized()
	f.Apply()
}

func (f *filters) Apply() { f.changed(f.Filter) }
