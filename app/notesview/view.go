// Package notesview is the view of what the project hands on: a document of notes as it will be written, beside the choices of what it is
// about and how, and what takes it out.
package notesview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/notes"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/workfolder"
)

// View is the view of notes: choices at the left, the document beside them.
type View struct {
	desk    *desk.Desk
	choices *choices
	presets *presets
	preview *preview
	reports *reports
	page    *reportPage // the report, where the document is one
	making  *making
	own     *ownForm // what a template makes of the document
	made    made     // what the preview shows

	limits  *control.Wrap
	state   *control.RichLine
	empty   *control.EmptyState
	body    *fyne.Container
	top     *fyne.Container // over the document
	middle  *fyne.Container
	room    float32 // that what stands above and below the document has, in pixels
	export  *control.Button
	buttons []*control.Button
	panes   *control.Panes

	rest   rest
	anew   bool               // what is made next is another document, which begins at its top
	behind bool               // the project changed, and the document was not made anew
	stale  bool               // so did what there is to choose
	opened *workfolder.Folder // of the documents that other programs show; nil before the first
	files  int                // that are in it
}

// New makes the view of notes.
func New(d *desk.Desk) *View {
	v := &View{desk: d, state: control.NewCaption(""), limits: control.NewWrap(look.Gap), empty: control.NewEmptyState("", nil)}
	v.preview = newPreview(d)
	v.making = &making{desk: d, asking: background.Latest{Rank: background.Awaited}, shown: v.show, build: notes.Build}
	v.reports = &reports{desk: d, changed: v.reportsKnown}
	v.page = newReportPage(d, v.preview, v.reports, v.fit)
	v.preview.enter = v.page.enter
	v.choices = newChoices(d, v.reports, v.renew)
	v.presets = newPresets(d, v.choices)
	v.choices.reformed = v.reformed
	v.own = newOwnForm(d, v.toTemplate, v.showOwn)
	v.limits.Hide()
	v.body = container.NewStack(v.empty)
	v.top = container.New(inColumn{6, 2}, control.NewFlow(4, v.limits, v.page.above, v.state))
	v.middle = control.Between(v.top, v.body, v.page.below)
	v.panes = d.NewPanes("notes", control.Backed(look.ColorPanel, v.column()), control.Backed(look.ColorPage, v.middle), nil,
		[...]float32{control.Left: 300, control.Right: 0}, control.Left)
	return v
}

// column are the choices, and below them what takes the document out.
func (v *View) column() fyne.CanvasObject {
	v.export = control.NewMainButton(lang.L("Export…"), lang.L("Write the notes into a file"), "", v.writeFile)
	word := control.NewTextButton(lang.L("Word processor"), lang.L("Open the notes in the word processor"), keyWord.String(), v.openInWord)
	browser := control.NewTextButton(lang.L("Browser"), lang.L("Open the notes in the browser"), keyBrowser.String(), v.openInBrowser)
	markdown := control.NewTextButton(lang.L("Copy"), lang.L("Copy the notes as Markdown"), keyCopyAll.String(), v.copyAll)
	v.buttons = []*control.Button{v.export, word, browser, markdown}
	for _, b := range v.buttons {
		b.OnKey = v.desk.TypedKey
	}
	v.choices.formatChoice.OnKey, v.choices.mark.OnKey = v.desk.TypedKey, v.desk.TypedKey
	shares := []float32{1.25, 1} // of the width, by what the buttons say
	below := container.New(layout.NewCustomPaddedLayout(8, 10, pad, pad), control.NewFlow(7,
		v.choices.formatChoice, v.choices.mark, v.choices.ofTemplate,
		control.NewFieldRow(shares, v.export, markdown), control.NewFieldRow(shares, word, browser)))
	column := control.Between(v.presets.content, v.choices.scroll, control.Stacked(control.Line(), below))
	v.choices.resized = column.Refresh
	return column
}

// Object is what the window shows of the view.
func (v *View) Object() fyne.CanvasObject { return v.panes }

// Panes are the choices and the document.
func (v *View) Panes() *control.Panes { return v.panes }

// Opened begins anew with another project.
func (v *View) Opened() {
	v.choices.forget()
	v.presets.forget()
	v.reports.forget()
	v.page.forget()
	v.preview.trail = nil
	v.show(made{})
	v.rest.end()
	v.anew, v.behind, v.stale = true, true, true
	v.catchUp()
}

// Changed follows a write. A document says something of nearly everything, so it is made anew; while the view is not in front that waits,
// and so it does while one write follows another, as in an import.
func (v *View) Changed(e store.Event) {
	switch {
	case !v.desk.IsInFront(v):
		v.behind, v.stale = true, true
	case isOfChoices(e):
		v.presets.renew()
	default:
		v.behind, v.page.old = true, v.page.isShown()
		v.stale = v.stale || desk.TouchesScopes(e) || e.Touches(store.EntityArticle) || e.Touches(store.EntityPreset)
		ofReports := len(e.Touched[store.EntityReport])+len(e.Touched[store.EntityReportItem]) > 0
		if !v.rest.broken || ofReports { // what is written here is seen at once
			v.catchUp()
		}
		v.rest.wait(v.desk.Work.Later, v.catchUp)
		v.showState()
	}
}

// isOfChoices reports whether a write changed presets alone, of which no document says anything.
func isOfChoices(e store.Event) bool {
	return !e.All && len(e.Touched) == 1 && e.Touches(store.EntityPreset)
}

// Shown puts the keyboard into the document, or the choices if there is none.
func (v *View) Shown() {
	v.catchUp()
	if v.preview.hasRows() {
		v.toDocument()
	} else {
		v.choices.kind.Focus()
	}
}

// toDocument puts the keyboard into the document. What a template makes of it is made anew, as the template may have been changed.
func (v *View) toDocument() {
	if !v.own.isShown() {
		v.preview.list.Focus()
		return
	}
	v.own.coming = true
	v.fillTemplate()
	v.showOwn()
}

func (v *View) catchUp() {
	if !v.behind || !v.desk.IsInFront(v) {
		return
	}
	v.behind = false
	if v.stale {
		v.stale = false
		v.choices.renew()
		v.presets.renew()
	} else {
		v.choices.show() // names may be others
	}
	if v.choices.asked.Kind == notes.KindReport {
		v.making.asking.Overtake()
		v.reports.renew() // it may be another one
		return
	}
	v.make()
}

// make makes the document that is asked for, if there is one: of a project without reports none is shown.
func (v *View) make() {
	o := v.choices.options()
	if o.Kind == notes.KindReport && o.Report == (store.ID{}) {
		v.making.asking.Overtake()
		v.show(made{options: o, whole: true})
		return
	}
	v.making.make(o)
}

// reportsKnown follows that other reports are there than before.
func (v *View) reportsKnown() {
	v.choices.settleReport()
	v.choices.show()
	if v.choices.asked.Kind == notes.KindReport && v.desk.IsInFront(v) {
		v.anew = v.anew || v.choices.asked.Report != v.made.options.Report
		v.make()
	}
}

// Leave keeps what is unfinished.
func (v *View) Leave() {
	v.making.asking.Overtake()
	v.page.leave()
}

// GoTo shows a report. All else that notes say is somewhere else.
func (v *View) GoTo(p desk.Place) bool {
	if p.Entity != store.EntityReport {
		return false
	}
	switch {
	case p.Idle && !v.desk.IsInFront(v):
	case v.choices.asked.Kind != notes.KindReport || v.choices.asked.Report != p.ID:
		v.choices.setReport(p.ID)
		v.desk.Show(v)
	default:
		v.desk.Show(v)
		v.page.walked()
	}
	return true
}

// Editing reports whether a part of a report is being filled in.
func (v *View) Editing() bool { return v.page.form.isOpen() }

// HasUnsaved reports whether something is filled in that is not saved.
func (v *View) HasUnsaved() bool { return v.page.form.isOpen() && v.page.form.draft.isChanged() }

// Save saves what is filled in.
func (v *View) Save() { v.page.form.save() }

// GiveUp puts aside what is filled in.
func (v *View) GiveUp() { v.page.form.giveUp() }

// FilterList leads to the choices.
func (v *View) FilterList() {
	v.panes.Ask(control.Left)
	v.choices.kind.Focus()
}

// renew makes another document, as something else is asked.
func (v *View) renew() {
	o := v.choices.options()
	if o.Report != (store.ID{}) {
		v.reports.work(o.Report)
	}
	v.anew = v.anew || o.Kind != v.made.options.Kind || o.Report != v.made.options.Report
	v.showLimits()
	v.presets.show()
	switch {
	case !v.desk.IsInFront(v):
		v.behind = true
	case o.Kind == notes.KindReport && o.Report == store.ID{}:
		v.reports.renew() // it may be that none is known yet
	default:
		v.make()
	}
}

// show shows a document that was made.
func (v *View) show(m made) {
	v.made = m
	v.preview.show(m.pages, v.anew)
	v.anew = false
	v.page.show(m.report)
	v.fillTemplate()
	v.showLimits()
	v.showState()
	v.showBody()
	v.page.arrive()
	v.desk.RefreshMenu()
}

// showLimits shows what the document is limited to.
func (v *View) showLimits() {
	v.limits.Objects = v.choices.chips()
	v.limits.Hidden = len(v.limits.Objects) == 0
	v.limits.Refresh()
	v.fit()
}

// fit gives what stands above and below the document the room that it needs.
func (v *View) fit() {
	if v.top == nil {
		return // the view is being made
	}
	v.top.Refresh()
	if room := v.top.MinSize().Height + v.page.below.MinSize().Height; room != v.room { // to refresh the whole would draw the document anew
		v.room = room
		v.middle.Layout.Layout(v.middle.Objects, v.middle.Size())
	}
}

// showState says whether the preview is the whole document.
func (v *View) showState() {
	switch {
	case !v.preview.hasRows():
		v.state.SetText("")
	case v.behind:
		v.state.SetText(lang.L("The project is being written to: the notes follow when that rests."))
	case v.own.isShown():
		v.state.SetText(v.own.state())
	case !v.made.whole:
		v.state.SetText(lang.L("The beginning of the notes; the rest is being read…"))
	default:
		v.state.SetText(words.Counted(len(v.preview.pages.rows), "All of the notes: {{.Count}} paragraph"))
	}
}
