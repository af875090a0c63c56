package reading

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// What the pages at the side and the panel ask of the view that shows the text: see [inspector.Reading] and [panel.Reading].

// Article is the open one; its ID is zero while none is.
func (v *View) Article() store.Article { return v.desk.open.article }

// Annotations are those of the open article.
func (v *View) Annotations() []store.Annotation { return v.desk.open.annotations }

// Unplaced are the annotations of the open article that stand on an earlier
// version of its text.
func (v *View) Unplaced() []store.Annotation { return v.desk.open.unplaced() }

// Body is the text that is shown; nil while none is.
func (v *View) Body() *text.Body { return v.reader.text.Body() }

// Selection is the selected span of the text.
func (v *View) Selection() text.Span { return v.reader.text.Selection() }

// Remember notes which article is open, what is selected in it and which mark is picked; what it returns leads back there.
func (v *View) Remember() (back func()) {
	article, selected := v.Article().ID, v.Selection()
	mark, picked := v.reader.current()
	return func() {
		v.opener.openAt(article, func() {
			if picked && v.desk.open.has(mark) {
				v.reader.setCurrent(mark)
				v.panel.SelectAnnotation(mark)
			}
			v.reader.text.Select(selected)
			v.desk.RefreshMenu()
		})
	}
}

// Collapse gives up the selection and leaves the caret at its end.
func (v *View) Collapse() { v.reader.collapse() }

// ShowPending marks words that a form is about, as long as it is not saved.
func (v *View) ShowPending(spans []text.Span) { v.reader.text.SetPending(spans) }

// OpenAt opens an article and then, if then is not nil, does that.
func (v *View) OpenAt(article store.ID, then func()) { v.opener.openAt(article, then) }

// Pick makes an annotation the current one: in the text, in the panel and in the inspector.
func (v *View) Pick(id store.ID) { v.hand.pick(id) }

// PickSaved makes an annotation that was just written the current one, as soon as it has been read; then the hold ends.
func (v *View) PickSaved(id store.ID, typing *desk.Hold) { v.hand.pickSaved(id, typing) }

// longestHold is how long what is typed waits at most: what cannot be written or read must not take the keyboard away.
const longestHold = 10 * time.Second

// HoldTyping gives the text the keyboard, and has what is typed wait there.
func (v *View) HoldTyping() *desk.Hold {
	v.reader.focus()
	typing := v.desk.Ahead.Hold()
	v.desk.Work.Later(longestHold, typing.Type)
	return typing
}

// Focus gives the keyboard to the text, if it is in front.
func (v *View) Focus() { v.reader.focus() }

// HasFocus reports whether the text has the keyboard.
func (v *View) HasFocus() bool { return v.reader.hasFocus() }

// ComeToFront shows the view.
func (v *View) ComeToFront() { v.desk.comeToFront() }

// ShowAtLeft shows something in place of the list of articles; nil brings the list back.
func (v *View) ShowAtLeft(o fyne.CanvasObject) { v.left.show(o) }

// Rearrange makes room at the side after a part of it grew or shrank.
func (v *View) Rearrange() {
	if v.panes == nil { // the view is being made
		return
	}
	v.side.content.Refresh()
}

// UseSide shows the side, though the window may be narrow, as the keyboard goes there.
func (v *View) UseSide() { v.panes.Need(control.Right, true) }

// LingerAtSide lets the side be folded away; else it stays, as the next words are likely to lead to it again.
func (v *View) LingerAtSide() { v.panes.Linger(control.Right) }

// LeaveSide lets the side fold away again in a narrow window, as nobody is at work there.
func (v *View) LeaveSide() {
	if v.panes != nil { // else the view is being made
		v.panes.Need(control.Right, false)
	}
}

// What the window asks of a view in which something is open: see [desk.Editor], [desk.Undoer], [desk.Historied],
// [desk.Filterable] and [desk.Naming].

// Editing reports whether something is open at the side that can be saved or given up.
func (v *View) Editing() bool { return v.inspector.Editing() }

// HasUnsaved reports whether something is filled in at the side that is not saved.
func (v *View) HasUnsaved() bool { return v.inspector.HasUnsaved() }

// Save writes what is being filled in at the side.
func (v *View) Save() { v.inspector.Save() }

// GiveUp puts aside what is being filled in.
func (v *View) GiveUp() { v.inspector.GiveUp() }

// KeepsUndo reports whether Undo and Redo belong to what is shown in place of the text, as what waits in it is not yet in the project.
func (v *View) KeepsUndo() bool {
	b, is := v.beside.(desk.UndoKeeper)
	return is && b.KeepsUndo()
}

// UndoTitle names the last step in the open form, of what is shown in place of the text, or of the words of proposals, which is taken back
// before what is saved; "" if there is none.
func (v *View) UndoTitle() string {
	switch b, is := v.beside.(desk.Undoer); {
	case is && b.UndoTitle() != "":
		return b.UndoTitle()
	case v.inspector.CanTakeBack():
		return lang.L("Change in the form")
	case v.beside == nil:
		return v.proposing.lastMoved()
	}
	return ""
}

// RedoTitle names the step that was taken back last there; "" if there is none.
func (v *View) RedoTitle() string {
	switch b, is := v.beside.(desk.Undoer); {
	case is && b.RedoTitle() != "":
		return b.RedoTitle()
	case v.inspector.CanTakeAgain():
		return lang.L("Change in the form")
	case v.beside == nil:
		return v.proposing.lastPutBack()
	}
	return ""
}

// TakeBack takes back the last step in the open form, or of what is shown in place of the text; false if there is none.
func (v *View) TakeBack() bool {
	b, is := v.beside.(desk.Undoer)
	return is && b.TakeBack() || v.inspector.TakeBack() || v.beside == nil && v.proposing.takeBack()
}

// TakeAgain does again what TakeBack took back.
func (v *View) TakeAgain() bool {
	b, is := v.beside.(desk.Undoer)
	return is && b.TakeAgain() || v.inspector.TakeAgain() || v.beside == nil && v.proposing.takeAgain()
}

// HistoryOf is what the history of the open article is of.
func (v *View) HistoryOf() (desk.Subject, bool) { return v.desk.open.subject() }

// FilterList leads to the fields that narrow the panel's lists, and back.
func (v *View) FilterList() {
	v.side.ask()
	v.panel.ToggleFilter()
}

// Named are the actors, issues and tags that annotations of the open article name.
func (v *View) Named() map[store.ID]bool { return v.desk.open.names() }

// PickProposal makes a proposal the current one.
func (v *View) PickProposal(id store.ID) { v.proposing.pick(id) }

// EditProposal opens a proposal as a form that is filled with it.
func (v *View) EditProposal(id store.ID) { v.proposing.editAt(id) }

// Found is what was found in the open article to annotate, proposed or not; nothing before it has been read.
func (v *View) Found() suggest.Findings { return v.proposing.found }

// LearnIn has what is learnt from projects kept in a folder; "": nothing is learnt.
func (v *View) LearnIn(folder string) { v.learning.cache = suggest.CacheIn(folder) }

// Learnt is what was learnt from the project; done is false as long as that is not known.
func (v *View) Learnt() (learnt *suggest.Learned, done bool) {
	return v.learning.learnt, v.learning.isDone
}

// LearnAgain forgets what was learnt from the project, and learns it anew.
func (v *View) LearnAgain() { v.learning.again() }

// RenewProposals proposes what is asked for now.
func (v *View) RenewProposals() {
	v.proposing.renew()
	v.left.list.Reproposed()
}

// Overview is whom the open article names, in a line, and each by name; "" if that is not known or nobody.
func (v *View) Overview() (line, named string) {
	whom := v.proposing.whom
	return desk.Overview(whom), v.desk.Overviewed(whom)
}
