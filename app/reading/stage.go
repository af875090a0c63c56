package reading

import (
	"fyne.io/fyne/v2"

	"standpoint/app/form"
	"standpoint/store"
)

// What the opener shows articles on: see [stage].

func (v *View) pointAt(id store.ID) { v.left.list.Show(id) }

func (v *View) keepForm() { v.inspector.KeepDraft() }

func (v *View) showText() {
	open := v.desk.open
	v.leaveBeside()
	v.hand.leave()
	v.reader.show()
	v.panel.SelectAnnotation(store.ID{})
	v.panel.ShowArticle()
	v.inspector.SetDrafts(form.Drafts{})
	if v.inspector.AtLeft() == nil { // the places to be linked stay where they are
		v.inspector.Rest()
		v.reader.focus()
	}
	v.proposing.clear()
	v.letters.tell(open.article.Title + "\n" + open.body.String())
	keepLastArticle(v.desk.Desk, open.article.ID)
	v.desk.RefreshMenu()
}

func (v *View) showMarks() {
	open := v.desk.open
	v.reader.update()
	v.proposing.renew()
	v.inspector.SetDrafts(open.drafts)
	v.desk.RefreshMenu()
}

func (v *View) showAnew() {
	v.reader.update()
	v.proposing.renew()
	v.hand.keepCurrent()
	v.inspector.Renew()
	v.hand.takeSaved()
}

func (v *View) clear() {
	v.hand.leave()
	v.reader.clear()
	v.proposing.renew()
	v.desk.RefreshMenu()
	v.inspector.Rest()
	v.pointAt(store.ID{})
	v.panel.SelectAnnotation(store.ID{})
}

// leaveText gives the focus to the list of articles when the text that had it is gone.
func (v *View) leaveText() {
	focused := v.desk.Window.Canvas().Focused()
	if v.desk.isInFront() && (focused == nil || focused == fyne.Focusable(v.reader.text)) {
		v.left.list.Focus()
	}
}
