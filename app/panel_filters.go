package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/store"
)

// panelFilters are the fields that narrow the panel's lists: words, actor,
// issue, stance. They unfold above the list when they are asked for.
type panelFilters struct {
	words  *control.Field
	actor  *control.TypeAhead
	issue  *control.TypeAhead
	stance *control.Choice

	filter  panelFilter
	changed func(panelFilter)
	content *fyne.Container
}

func newPanelFilters(a *App, changed func(panelFilter)) *panelFilters {
	f := &panelFilters{changed: changed}
	f.words = control.NewSearchField(lang.L("Words…"), "")
	f.words.OnChanged = func(s string) { f.filter.text = s; f.apply() }
	f.actor = f.newPick(lang.L("Actor"), a.actorItems, func(id store.ID) { f.filter.actor = id })
	f.issue = f.newPick(lang.L("Issue"), a.issueItems, func(id store.ID) { f.filter.issue = id })
	f.stance = control.NewStanceChoice(lang.L("Stance"))
	f.stance.OnChanged = func(key string) {
		f.filter.stance = nil
		if key != "" {
			s := store.Stance(key)
			f.filter.stance = &s
		}
		f.apply()
	}
	for _, keys := range []*control.Keys{&f.words.Keys, &f.actor.Keys, &f.issue.Keys, &f.stance.Keys} {
		keys.OnKey = a.typedKey
		keys.OnCancel = f.clear
	}
	f.content = container.New(layout.NewCustomPaddedLayout(2, 8, 12, 12), control.NewFlow(6,
		f.words, f.actor, f.issue, f.stance))
	f.content.Hide()
	return f
}

func (f *panelFilters) newPick(caption string, items func(string) []control.Item, set func(store.ID)) *control.TypeAhead {
	t := control.NewTypeAhead(control.TypeAheadOptions{Caption: caption, PlaceHolder: lang.L("all"), Items: items})
	t.OnPick = func(i control.Item) { set(store.ID(i.ID)); f.apply() }
	t.OnClear = func() { set(store.ID{}); f.apply() }
	return t
}

func (f *panelFilters) object() fyne.CanvasObject { return f.content }

// toggle unfolds the fields, or folds them and shows everything again.
func (f *panelFilters) toggle() {
	if f.content.Visible() {
		f.clear()
		return
	}
	f.content.Show()
	f.words.Focus()
}

// clear shows everything again and folds the fields.
func (f *panelFilters) clear() {
	f.words.SetText("")
	f.actor.Clear()
	f.issue.Clear()
	f.stance.SetValue("")
	f.content.Hide()
	f.filter = panelFilter{}
	f.apply()
}

func (f *panelFilters) apply() { f.changed(f.filter) }
