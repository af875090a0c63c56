// Package reading is the view in which articles are read and annotated: the text with its marks, what is found in it, and the pages
// and the panel beside it.
package reading

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/inspector"
	"standpoint/app/library"
	"standpoint/app/look"
	"standpoint/app/panel"
	"standpoint/store"
	"standpoint/store/text"
)

// View is where articles are read and annotated: the list of articles, the text, and at the side the inspector over the panel of
// what was recorded. It puts its parts together and has each told what happens in another; none of them knows it.
type View struct {
	desk      seat
	opener    *opener
	left      *left
	reader    *reader
	inspector *inspector.Inspector
	panel     *panel.Panel
	side      *side
	hand      *annotating
	proposing *proposing
	learning  *learning
	dimming   *dimming
	setting   *typesetting
	letters   *missingLetters
	panes     *control.Panes
	middle    *fyne.Container // the text, or what stands in its place
	right     *fyne.Container // the side, or what stands in its place
	beside    Beside          // what does; nil while the text is shown
}

// New makes the view without an article.
func New(d *desk.Desk) *View {
	v := &View{}
	v.desk = seat{Desk: d, view: v, open: &contents{}}
	v.opener = &opener{desk: v.desk, stage: v, loading: background.Latest{Rank: background.Awaited}}
	v.hand = &annotating{picking: &picking{desk: v.desk}, search: func(words string) { v.left.searchFor(words) }}
	v.reader = newReader(v.desk, v.hand, v.markFilter)
	still := &background.Stillness{}
	v.reader.text.OnScroll, d.Mind.Pause = still.Moved, still.Pause
	v.inspector = inspector.New(d, v)
	v.panel = panel.New(d, v)
	v.hand.reader, v.hand.panel, v.hand.inspector = v.reader, v.panel, v.inspector
	v.proposing = &proposing{
		desk: v.desk, reader: v.reader, panel: v.panel, inspector: v.inspector, hand: v.hand.picking,
		reveal:  func() { v.UseSide(); v.LingerAtSide() },
		running: background.Latest{Rank: background.Patient}, recall: background.Latest{Rank: background.Patient},
	}
	v.reader.proposals, v.hand.proposals = v.proposing, v.proposing
	v.learning = &learning{desk: v.desk, running: background.Latest{Rank: background.Patient}, then: func() {
		v.proposing.renew()
		v.inspector.Learnt()
	}}
	v.left = newLeft(v.desk, v.inspector, library.New(d, v.open, v.Listed))
	v.side = newSide(v.desk, v.inspector, v.panel)
	v.dimming = newDimming(v.Redress)
	v.setting = &typesetting{desk: d, text: v.reader.text}
	v.setting.keepStill(false)
	v.letters = newMissingLetters(d, look.NewFontCoverage(look.SystemFonts), v.reader.text.SetAbsent)
	v.middle, v.right = container.NewStack(v.reader.object()), container.NewStack(v.side.content)
	v.panes = d.NewPanes(panesName, control.Backed(look.ColorPanel, v.left.pane), v.middle, v.right,
		[...]float32{control.Left: 258, control.Right: 356}, control.Right)
	v.left.ask, v.side.ask = func() { v.panes.Ask(control.Left) }, func() { v.panes.Ask(control.Right) }
	v.left.unmark = func() { v.reader.find.unmark() }
	v.left.need = func(needed bool) { v.panes.Need(control.Left, needed) }
	return v
}

// Object is what the view is drawn as.
func (v *View) Object() fyne.CanvasObject { return v.panes }

// Panes are the list, the text and the side.
func (v *View) Panes() *control.Panes { return v.panes }

// SearchField is where the person types what to look for in the whole project.
func (v *View) SearchField() fyne.CanvasObject { return v.left.results.field }

// Hints are its keys while an article is open.
func (v *View) Hints() []desk.Hint {
	if v.beside != nil {
		return v.beside.Hints()
	}
	if !v.desk.open.hasArticle() {
		return nil
	}
	if _, proposed := v.proposing.current(); proposed {
		return []desk.Hint{
			{Key: desk.KeyAccept, Does: lang.L("accept")},
			{Key: desk.KeyReject, Does: lang.L("reject")},
			{Key: desk.Letter('E'), Does: lang.L("edit")},
			{Key: desk.KeyAcceptAlike, Does: lang.L("accept all of the same actor")},
			{Key: desk.KeyPreviousMark},
			{Key: desk.KeyNextMark, Does: lang.L("marks")},
		}
	}
	return []desk.Hint{
		{Key: desk.KeyActor, Does: lang.L("actor")},
		{Key: desk.KeyStatement, Does: lang.L("statement")},
		{Key: desk.KeyPosition, Does: lang.L("position")},
		{Key: desk.KeyHighlight, Does: lang.L("highlight")},
		{Key: desk.KeyPreviousMark},
		{Key: desk.KeyNextMark, Does: lang.L("marks")},
	}
}

// Commands are what can be done in the articles view.
func (v *View) Commands() []desk.Command {
	return slices.Concat(v.hand.commands(), v.proposing.commands(), v.reader.commands(), v.side.commands(), v.left.commands(),
		v.dimming.commands(), v.setting.commands())
}

// Selected are the rows that are selected in the list that has the keyboard.
func (v *View) Selected() (desk.Selected, bool) {
	if ids, has := v.panel.Selected(); has {
		return desk.Selected{IDs: ids, Of: desk.KindOfAnnotations, Delete: func(ids []store.ID) {
			v.desk.DeleteSeveral(store.EntityAnnotation, ids, nil)
		}}, true
	}
	return v.left.selected()
}

// ForReport is what is chosen to be quoted: rows of the panel, results of a search, else the annotation whose mark is picked.
func (v *View) ForReport() (desk.Selected, bool) {
	if s, has := v.Selected(); has && (s.Of == desk.KindOfAnnotations || s.Of == desk.KindOfResults) {
		return s, true
	}
	id, picked := v.hand.current()
	return desk.Selected{IDs: []store.ID{id}, Of: desk.KindOfAnnotations}, picked
}

// Relist shows the rows of its lists as tall as they are to be now.
func (v *View) Relist() {
	v.left.relist()
	v.inspector.Relist()
	v.panel.Relist()
}

// Shown puts the focus into the text, unless somebody is typing what to look for.
func (v *View) Shown() {
	if v.beside != nil {
		v.beside.Focus()
		return
	}
	if !v.inspector.Editing() && !v.left.isAsked() && !v.panel.HasFilterFocus() {
		v.reader.focus()
	}
}

// Opened shows another project: its list, and the article that was open last.
func (v *View) Opened() {
	v.learning.opened()
	v.opener.close()
	v.left.opened()
	v.panel.Opened()
	v.opener.openLast()
}

// Leave keeps the place in the text and the unfinished form before something
// else is shown.
func (v *View) Leave() {
	if v.desk.open.hasArticle() {
		v.inspector.KeepDraft()
		keepLastPosition(v.desk.Desk, v.desk.open.article.ID, v.reader.position())
	}
}

// Changed follows a write: the text's marks if the open article is touched, first, as
// eyes are there, then the list's counts and the panel.
func (v *View) Changed(e store.Event) {
	v.learning.changed(e)
	v.proposing.changed(e)
	v.opener.changed(e)
	if len(e.Articles) > 0 || slices.ContainsFunc([]store.Entity{
		store.EntityArticle, store.EntityTag, store.EntityCollection, store.EntitySavedSearch,
	}, e.Touches) {
		v.left.list.Reload()
	}
	if e.All || len(e.Named[store.EntityActor])+len(e.Named[store.EntityIssue]) > 0 {
		v.left.list.Renamed()
	}
	v.left.results.changed()
	if desk.TouchesScopes(e) {
		v.panel.RenewScopes()
	}
	v.panel.Reload()
	v.inspector.Changed(e)
}

// GoTo shows the words of an annotation or of a span in their article and flashes them, or opens an article; where none is named, it
// shows what is open.
func (v *View) GoTo(p desk.Place) bool {
	if p.Article == (store.ID{}) {
		if p.Entity == store.EntityArticle {
			v.desk.comeToFront()
		}
		return p.Entity == store.EntityArticle
	}
	if p.Idle && v.Article().ID != (store.ID{}) {
		return true
	}
	v.desk.comeToFront()
	v.leaveBeside()
	v.opener.openAt(p.Article, func() {
		if p.Sought != nil {
			v.reader.find.mark(p.Sought, p.Span)
		}
		switch {
		case p.Entity == store.EntityAnnotation && v.desk.open.has(p.ID):
			v.hand.pick(p.ID)
			v.reader.flash(v.desk.open.spansOf(p.ID))
		case p.Entity == store.EntityAnnotation: // it is there again, and still to be read
			v.hand.pickSaved(p.ID, nil)
			v.reader.flash([]text.Span{p.Span})
		case !p.Span.Empty():
			v.reader.flash([]text.Span{p.Span})
		case p.Details:
			v.inspector.ShowDetails()
		}
	})
	return true
}

// open opens an article that somebody came to in the list.
func (v *View) open(id store.ID) {
	v.leaveBeside()
	v.opener.openAt(id, nil)
}

// ListHistory lists what was done to something, in place of the list of articles.
func (v *View) ListHistory(of desk.Subject) { v.left.listHistory(of) }

// LinkEverywhere asks which places of a name in all articles are to be linked.
func (v *View) LinkEverywhere(name store.Name) {
	v.desk.comeToFront()
	v.inspector.ShowLink(name, true)
}

// Listed follows how many articles the list has.
func (v *View) Listed(n int) { v.reader.showEmpty(n) }

// Redress draws the marks anew, as other ones are to stand out or the appearance is another.
func (v *View) Redress() {
	v.proposing.draw()
	v.reader.dress(nil)
}

// markFilter is what the panel's filters and the View menu ask for.
func (v *View) markFilter() panel.MarkFilter {
	return panel.MarkFilter{Filter: v.panel.Filter, Dimmed: v.dimming.kinds}
}

// KeepStill is told whether the system asks that nothing moves.
func (v *View) KeepStill(asked bool) { v.setting.keepStill(asked) }
