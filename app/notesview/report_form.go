package notesview

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// partForm is the form of one part of a report, below the page.
type partForm struct {
	desk   *desk.Desk
	drafts *partDrafts
	host   partHost
	report store.ID // zero while no form is open
	draft  partDraft
	saving bool
	stop   func() // ends the wait for keeping the draft

	title   *control.RichLine
	text    *control.Field
	level   *control.Select
	kind    *control.Select
	form    *control.Select
	about   *control.TypeAhead
	problem *control.RichLine
	flow    *control.Flow
	content *fyne.Container
}

// partHost is the page, as the form below it knows it.
type partHost interface {
	saved(part store.ID, typing *desk.Hold) // shows a part that was written, and has what was typed since be typed then
	closed()                                // gives the keyboard back to the page
	resized()                               // makes room after the form grew or shrank
	takeUp(report store.ID, d partDraft)    // goes on with what was left unfinished
}

// paragraphRows is how many lines of a paragraph are seen while it is written.
const paragraphRows = 5

func newPartForm(d *desk.Desk, kept *partDrafts, host partHost) *partForm {
	f := &partForm{
		desk: d, drafts: kept, host: host, stop: func() {}, title: control.NewRichLine(1), problem: control.NewRichLine(4),
		flow: control.NewFlow(6),
	}
	f.content = container.New(layout.NewCustomPaddedLayout(8, 10, pad, pad), f.flow)
	f.content.Hide()
	return f
}

// isOpen reports whether something is being filled in.
func (f *partForm) isOpen() bool { return f.report != store.ID{} }

// show opens the form of a part of a report. What another holds is kept.
func (f *partForm) show(report store.ID, d partDraft) {
	f.keepDraft()
	f.report, f.draft, f.saving = report, d, false
	f.rebuild()
	f.content.Show()
	f.host.resized()
	f.focus()
	f.desk.RefreshMenu()
}

// close shows no form any more. What it holds is not kept.
func (f *partForm) close() {
	f.stop()
	f.report, f.draft, f.saving = store.ID{}, partDraft{}, false
	f.content.Hide()
	f.host.resized()
	f.desk.RefreshMenu()
}

// rebuild makes the fields anew, filled with what is filled in.
func (f *partForm) rebuild() {
	f.text, f.level, f.kind, f.form, f.about = nil, nil, nil, nil, nil
	fields := []fyne.CanvasObject{f.title}
	part := &f.draft.Part
	switch part.Kind {
	case store.ItemHeading:
		f.text = control.NewField(lang.L("Words of the heading"))
		f.text.OnSubmitted = func(string) { f.save() }
		f.level = f.choice(lang.L("Size"), levelOptions(), strconv.Itoa(max(part.Level, 2)), func(key string) {
			part.Level, _ = strconv.Atoi(key)
		})
		fields = append(fields, f.text, f.level)
	case store.ItemParagraph:
		f.text = control.NewArea(lang.L("Own words"), paragraphRows)
		fields = append(fields, f.text)
	default:
		fields = append(fields, f.listFields()...)
	}
	if f.text != nil {
		f.text.SetText(part.Text)
		f.wire(&f.text.Keys)
		f.text.OnChanged = func(s string) { part.Text = s; f.touched() }
	}
	f.problem.Hide()
	f.showTitle()
	buttons := control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Put it into the report"), desk.KeySave.String(), f.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), f.giveUp))
	f.flow.SetObjects(append(fields, f.problem, buttons)...)
	f.flow.Refresh()
}

// listFields are those of a part that renews itself.
func (f *partForm) listFields() []fyne.CanvasObject {
	part := &f.draft.Part
	f.kind = f.choice(lang.L("What is listed"), []control.Option{
		{Key: string(store.ItemPositions), Word: lang.L("Who stands where on an issue or an actor")},
		{Key: string(store.ItemStatements), Word: lang.L("What an actor says")},
	}, string(part.Kind), func(key string) {
		part.Kind = store.ItemKind(key)
		if part.Kind == store.ItemStatements {
			part.About.Issue = store.ID{}
		}
		f.rebuild()
		f.kind.Focus()
		f.host.resized()
	})
	caption, items := lang.L("Issue or actor"), f.desk.TargetItems
	if part.Kind == store.ItemStatements {
		caption, items = lang.L("Actor"), f.desk.ActorItems
	}
	f.about = control.NewTypeAhead(control.TypeAheadOptions{Caption: caption, PlaceHolder: lang.L("what is it about?"), Items: items})
	f.wire(&f.about.Keys)
	f.about.OnPick = func(i control.Item) {
		part.About = store.Target{}
		if t := desk.ItemTarget(i); t.IsActor || part.Kind == store.ItemStatements {
			part.About.Actor = t.ID
		} else {
			part.About.Issue = t.ID
		}
		f.draft.Pending = ""
		f.touched()
	}
	f.about.OnClear = func() { part.About, f.draft.Pending = store.Target{}, ""; f.touched() }
	f.about.OnTyped = func() { f.draft.Pending = f.about.Pending(); f.touched() }
	f.about.OnEntered, f.about.OnSubmitted = f.save, f.save
	switch {
	case part.About.Actor != store.ID{}:
		f.about.SetItem(f.desk.NameItem(f.desk.Names.Actors[part.About.Actor]))
	case part.About.Issue != store.ID{}:
		f.about.SetItem(f.desk.NameItem(f.desk.Names.Issues[part.About.Issue]))
	case f.draft.Pending != "":
		f.about.SetText(f.draft.Pending)
	}
	f.form = f.choice(lang.L("As"), []control.Option{
		{Key: string(store.FormList), Word: lang.L("List")}, {Key: string(store.FormTable), Word: lang.L("Table")},
	}, string(part.Form), func(key string) { part.Form = store.ItemForm(key) })
	return []fyne.CanvasObject{control.NewPair(f.kind, f.form), f.about}
}

// levelOptions are the levels of headings in a report.
func levelOptions() []control.Option {
	return []control.Option{
		{Key: "2", Word: lang.L("Large")}, {Key: "3", Word: lang.L("Middle")}, {Key: "4", Word: lang.L("Small")},
	}
}

func (f *partForm) choice(caption string, options []control.Option, value string, set func(key string)) *control.Select {
	s := control.NewSelect(caption, options)
	s.SetValue(value)
	s.OnChanged = func(key string) { set(key); f.touched() }
	f.wire(&s.Keys)
	return s
}

func (f *partForm) wire(k *control.Keys) {
	k.OnSave, k.OnCancel, k.OnKey = f.save, f.giveUp, f.desk.TypedKey
}

// showTitle says what is filled in, and that it is not saved.
func (f *partForm) showTitle() {
	title := lang.L("List or table")
	switch f.draft.Part.Kind {
	case store.ItemHeading:
		title = lang.L("Heading")
	case store.ItemParagraph:
		title = lang.L("Paragraph")
	}
	state := ""
	if f.draft.isChanged() {
		state = lang.L("not saved yet")
	}
	f.title.SetRuns(control.Run{Text: title, Bold: true, Size: look.PageTitleSize}, control.Caption("  "+state))
}

// focus puts the keyboard into the first field.
func (f *partForm) focus() {
	if f.about != nil {
		f.about.Focus()
		return
	}
	f.text.Focus()
	f.text.Input().GoToEnd()
}

// touched keeps what is filled in a moment after the last key.
func (f *partForm) touched() {
	if !f.isOpen() {
		return
	}
	f.showTitle()
	f.stop()
	f.stop = f.desk.Work.Later(desk.DraftDelay, f.keepDraft)
	f.desk.RefreshMenu()
}

// keepDraft keeps what is filled in; if that is nothing, none is kept.
func (f *partForm) keepDraft() {
	f.stop()
	switch {
	case !f.isOpen() || !f.desk.CanWrite():
	case f.draft.isChanged():
		f.drafts.save(f.report, f.draft)
	default:
		f.drafts.drop(f.report, f.draft.Key)
	}
}

// lacks says what is to be filled in first; false if nothing is.
func (f *partForm) lacks() bool {
	switch {
	case f.text != nil && strings.TrimSpace(f.draft.Part.Text) == "":
		f.text.SetError(lang.L("Write its words first."))
		f.text.Focus()
	case f.about != nil && f.draft.Part.About == store.Target{} && f.draft.Pending != "":
		f.about.SetError(words.NotPicked(f.draft.Pending))
		f.about.Focus()
	case f.about != nil && f.draft.Part.About == store.Target{}:
		f.about.SetError(lang.L("Pick whom or what it is about."))
		f.about.Focus()
	default:
		return false
	}
	f.host.resized()
	return true
}

// save writes the part as one action. One that somebody else deleted meanwhile is added anew, and so is one behind such a part: at the end.
func (f *partForm) save() {
	if !f.isOpen() || f.saving || f.lacks() {
		return
	}
	f.stop()
	f.saving = true
	typing := f.desk.Ahead.Hold()
	f.host.closed() // what is typed from now on is for the page
	report, d, id := f.report, f.draft, f.draft.Part.ID
	title := store.Title{Code: store.TitleEditInReport}
	if d.isNew() {
		title = store.Title{Code: store.TitleAddToReport, Count: 1}
	}
	f.desk.Do(title, func(b *store.Batch) (err error) {
		id, err = d.write(b, report)
		return err
	}, func(err error) {
		f.saving = false
		if err != nil {
			f.showError(err)
			typing.Drop()
			return
		}
		f.drafts.drop(report, d.Key)
		if f.draft.Key == d.Key {
			f.close()
		}
		f.host.saved(id, typing)
	})
}

// write writes a part, and returns its id.
func (d partDraft) write(b *store.Batch, report store.ID) (store.ID, error) {
	part := store.ReportItem{Kind: d.Part.Kind, Level: d.Part.Level, Text: d.Part.Text, About: d.Part.About, Form: d.Part.Form}
	if !d.isNew() {
		err := b.EditReportItem(d.Part.ID, func(i *store.ReportItem) {
			i.Kind, i.Level, i.Text, i.About, i.Form = part.Kind, part.Level, part.Text, part.About, part.Form
		})
		if store.CodeOf(err) != store.CodeNotFound {
			return d.Part.ID, err
		}
	}
	if d.isNew() && !d.AtEnd {
		added, err := b.InsertReportItems(report, d.After, part)
		if err == nil {
			return added[0].ID, nil
		}
	}
	added, err := b.AppendReportItems(report, part)
	if err != nil {
		return store.ID{}, err
	}
	return added[0].ID, nil
}

// showError says why the part cannot be saved.
func (f *partForm) showError(err error) {
	if f.isOpen() {
		f.problem.SetRuns(control.Run{Text: words.Error(err), Colour: look.ColorError})
		f.problem.Show()
		f.flow.Refresh()
		f.host.resized()
		f.focus()
		return
	}
	f.desk.Failed(err)
}

// giveUp puts aside what is filled in.
func (f *partForm) giveUp() {
	if !f.isOpen() || f.saving {
		return
	}
	f.keepDraft()
	report, d, changed := f.report, f.draft, f.draft.isChanged()
	f.close()
	f.host.closed()
	if changed {
		f.desk.PutAside(func() { f.host.takeUp(report, d) })
	}
}
