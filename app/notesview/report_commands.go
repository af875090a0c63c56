package notesview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

// The keys for reports.
var (
	keyToOther      = desk.AltShift(fyne.KeyQ)
	keyNewReport    = desk.AltCtrl(fyne.KeyE)
	keyRenameReport = desk.AltCtrl(fyne.KeyU)
	keyDeleteReport = desk.AltCtrl(fyne.KeyX)
	keyHeading      = desk.Letter('H')
	keyParagraph    = desk.Letter('P')
	keyList         = desk.Letter('L')
	keyEditPart     = desk.Letter('E')
	keyMoveUp       = desk.AltShift(fyne.KeyUp)
	keyMoveDown     = desk.AltShift(fyne.KeyDown)
	keyAccept       = desk.Letter('U')
	keyAcceptAll    = desk.AltShift(fyne.KeyV)
)

// reportHints are the keys that the status line names while a report is shown.
func reportHints() []desk.Hint {
	return []desk.Hint{
		{Key: keyHeading, Does: lang.L("heading")},
		{Key: keyParagraph, Does: lang.L("paragraph")},
		{Key: keyList, Does: lang.L("list")},
		{Key: keyGo, Does: lang.L("edit, or to the words")},
		{Key: keyMoveUp},
		{Key: keyMoveDown, Does: lang.L("move")},
		{Key: desk.KeyDelete, Does: lang.L("delete")},
		{Key: keyExport, Does: lang.L("export")},
	}
}

// putCommands put what is chosen anywhere in the window into a report, and lead there.
func (v *View) putCommands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionReport, Label: v.putLabel, Key: desk.KeyToReport, OfAny: true,
			Act: desk.With(v.desk.SelectedForReport, v.reports.put),
		},
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("To Another Report…")), Key: keyToOther, OfAny: true,
			Act: desk.With(v.desk.SelectedForReport, v.reports.putElsewhere),
		},
		{
			In: desk.SectionViews, Label: desk.Fixed(lang.L("Report")), Key: desk.KeyGoToReport, OfAny: true,
			Act: desk.When(func() bool { return v.desk.Project != nil }, v.goToReport),
		},
	}
}

// putLabel says what would be put into the report.
func (v *View) putLabel() string {
	s, _ := v.desk.SelectedForReport()
	n := max(len(s.IDs), 1)
	switch s.Of {
	case desk.KindOfActors:
		return words.Counted(n, "To the Report: What {{.Count}} Actor Says")
	case desk.KindOfIssues:
		return words.Counted(n, "To the Report: Who Stands Where on {{.Count}} Issue")
	}
	return words.Counted(n, "To the Report: {{.Count}} Quote")
}

// goToReport shows the report that is worked on, with what was put in last.
func (v *View) goToReport() {
	v.reports.reach(func() {
		v.page.seek, v.page.comes = v.reports.landed, true
		v.choices.setReport(v.reports.current)
		v.desk.Show(v)
		if v.page.isShown() && v.page.made.report.ID == v.reports.current {
			v.page.arrive() // it is shown already
		}
	})
}

// reportCommands are about the report that is shown.
func (v *View) reportCommands() []desk.Command {
	g := v.page
	can := func() bool { return v.desk.IsInFront(v) && g.canChange() }
	begin := func(kind store.ItemKind) desk.Deed { return desk.When(can, func() { g.begin(kind) }) }
	parts := func() ([]store.ReportItem, bool) { list, has := g.chosen(); return list, has && v.desk.IsInFront(v) }
	one := func() (store.ReportItem, bool) {
		list, has := parts()
		if !has || len(list) != 1 {
			return store.ReportItem{}, false
		}
		return list[0], true
	}
	open := func() bool { _, is := v.choices.openReport(); return is && can() }
	return []desk.Command{
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("New Report…")), Key: keyNewReport,
			Act: desk.When(func() bool { return v.desk.IsInFront(v) && v.desk.CanWrite() }, v.choices.addReport),
		},
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("Rename the Report…")), Key: keyRenameReport,
			Act: desk.When(open, v.choices.askRenameReport),
		},
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("Delete the Report")), Key: keyDeleteReport,
			Act: desk.When(open, v.choices.removeReport),
		},
		{In: desk.SectionReport, Label: desk.Fixed(lang.L("Heading…")), Key: keyHeading, Act: begin(store.ItemHeading)},
		{In: desk.SectionReport, Label: desk.Fixed(lang.L("Paragraph…")), Key: keyParagraph, Act: begin(store.ItemParagraph)},
		{In: desk.SectionReport, Label: desk.Fixed(lang.L("List or Table…")), Key: keyList, Act: begin(store.ItemPositions)},
		{In: desk.SectionReport, Label: desk.Fixed(lang.L("Edit the Part")), Key: keyEditPart, Act: desk.With(one, g.edit)},
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("Move Up")), Key: keyMoveUp,
			Act: desk.With(parts, func(list []store.ReportItem) { g.move(list, -1) }),
		},
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("Move Down")), Key: keyMoveDown,
			Act: desk.With(parts, func(list []store.ReportItem) { g.move(list, 1) }),
		},
		{In: desk.SectionReport, Label: g.removeLabel, Key: desk.KeyDelete, Act: desk.With(parts, g.remove)},
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("Take Over What the Annotation Says Now")), Key: keyAccept,
			Act: desk.With(func() ([]store.ID, bool) { ids, has := g.acceptable(); return ids, has && v.desk.IsInFront(v) }, g.accept),
		},
		{
			In: desk.SectionReport, Label: desk.Fixed(lang.L("Take Over All That Annotations Say Now")), Key: keyAcceptAll,
			Act: desk.When(func() bool { return can() && len(g.made.changed()) > 0 }, g.acceptAll),
		},
	}
}

// removeLabel says how many parts would be deleted.
func (g *reportPage) removeLabel() string {
	list, _ := g.chosen()
	return words.Counted(max(len(list), 1), "Delete {{.Count}} Part of the Report")
}
