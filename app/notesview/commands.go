package notesview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/notes"
)

// The keys that are told in hints and tooltips.
var (
	keyExport   = desk.CtrlShift(fyne.KeyE)
	keyCopyAll  = desk.AltShift(fyne.KeyY)
	keyWord     = desk.AltShift(fyne.KeyW)
	keyBrowser  = desk.AltShift(fyne.KeyH)
	keyTemplate = desk.AltShift(fyne.KeyF)
	keyShow     = desk.Plain(fyne.KeyF5)
	keyLift     = desk.AltShift(fyne.KeyZ)
	keyPreset   = desk.AltShift(fyne.KeyP)
	keyGo       = desk.Plain(fyne.KeyReturn)
	keySection  = desk.Letter('X')
	keyBack     = desk.Alt(fyne.KeyLeft) // as in browsers
)

// Hints are the keys that the status line names while the view is in front.
func (v *View) Hints() []desk.Hint {
	if v.page.isShown() {
		return reportHints()
	}
	if v.own.isShown() {
		return []desk.Hint{
			{Key: desk.KeyFilter, Does: lang.L("choices")},
			{Key: keyShow, Does: lang.L("reads the template again")},
			{Key: keyTemplate, Does: lang.L("another template")},
			{Key: keyExport, Does: lang.L("export")},
		}
	}
	return []desk.Hint{
		{Key: desk.KeyFilter, Does: lang.L("choices")},
		{Key: keyGo, Does: lang.L("to the words")},
		{Key: keySection, Does: lang.L("select a section")},
		{Key: keyCopyAll, Does: lang.L("copy all")},
		{Key: keyExport, Does: lang.L("export")},
	}
}

// Commands are what can be done with notes, and what leads to them from anywhere.
func (v *View) Commands() []desk.Command {
	open := func() bool { return v.desk.Project != nil }
	shown := func() bool { return v.desk.IsInFront(v) && open() && v.preview.hasRows() }
	inList := func() (int, bool) { at := v.preview.list.At(); return at, v.preview.list.Focused() && at >= 0 }
	return append([]desk.Command{
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Export Notes…")), Key: keyExport, Act: desk.When(open, v.toExport),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Own Template for Notes…")), Key: keyTemplate, Act: desk.When(open, v.toTemplate),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Open Notes in Word Processor")), Key: keyWord, Act: desk.When(shown, v.openInWord),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Open Notes in Browser")), Key: keyBrowser, Act: desk.When(shown, v.openInBrowser),
		},
		{
			In: desk.SectionNotes, Label: desk.Fixed(lang.L("Copy Notes as Markdown")), Key: keyCopyAll, Act: desk.When(shown, v.copyAll),
		},
		{
			In: desk.SectionNotes, Label: desk.Fixed(lang.L("Select the Section")), Key: keySection,
			Act: desk.With(inList, v.preview.selectSection),
		},
		{
			In: desk.SectionNotes, Label: desk.Fixed(lang.L("Back in the Notes")), Key: keyBack,
			Act: desk.When(func() bool { return shown() && v.preview.canGoBack() }, v.preview.goBack),
		},
		{
			In: desk.SectionNotes, Label: desk.Fixed(lang.L("Take All Limits Off")), Key: keyLift,
			Act: desk.When(func() bool { return v.desk.IsInFront(v) && v.choices.isLimited() }, v.choices.lift),
		},
		{
			In: desk.SectionSelected, Label: v.onSelectedLabel, Key: desk.AltShift(fyne.KeyN), Act: desk.With(v.desk.SelectedSubjects, v.onSelected),
		},
		{
			In: desk.SectionParts, Label: desk.Fixed(lang.L("Preview of the Notes")), Key: keyShow,
			Act: desk.When(shown, v.toDocument),
		},
	}, slices.Concat(v.presets.commands(func() bool { return v.desk.IsInFront(v) }), v.putCommands(), v.reportCommands())...)
}

// toExport shows the view with the keyboard on what exports.
func (v *View) toExport() {
	v.desk.Show(v)
	v.panes.Ask(control.Left)
	if v.export.Disabled() {
		v.choices.kind.Focus()
		return
	}
	v.desk.Window.Canvas().Focus(v.export)
}

// onSelected shows the notes on what is selected in a list.
func (v *View) onSelected(s desk.Selected) {
	v.anew = true
	switch s.Of {
	case desk.KindOfActors:
		v.choices.handSubjects(notes.KindActors, s.IDs)
	case desk.KindOfIssues:
		v.choices.handSubjects(notes.KindIssues, s.IDs)
	default:
		v.choices.hand(s.IDs)
	}
	v.toExport()
}

func (v *View) onSelectedLabel() string {
	s, _ := v.desk.SelectedSubjects()
	switch s.Of {
	case desk.KindOfActors:
		return lang.L("Notes on the Selected Actors")
	case desk.KindOfIssues:
		return lang.L("Notes on the Selected Issues")
	}
	return lang.L("Notes on the Selected Articles")
}
