package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/desk"
)

// Commands are what can be done with the articles that wait.
func (r *Room) Commands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionWaiting, Label: desk.Fixed(lang.L("Show the Articles That Wait")), Key: desk.KeyWaiting,
			Act: desk.When(func() bool { return r.IsWaiting() && !r.isSeen() }, r.Appear),
		},
		{
			In: desk.SectionWaiting, Label: desk.Fixed(lang.L("Import What Is Ticked")), Key: desk.KeyEdit,
			Act: desk.When(func() bool { return r.inList() && r.canImport() }, r.ImportTicked),
		},
		{
			In: desk.SectionWaiting, Label: desk.Fixed(lang.L("Tick or Untick")), Key: desk.KeyTick,
			Act: desk.When(r.inList, r.list.tick),
		},
		{
			In: desk.SectionWaiting, Label: desk.Fixed(lang.L("Compare the Texts")), Key: desk.KeyCompare,
			Act: desk.With(r.comparable, func(c candidates.Candidate) { r.compare(c.ID, c.Twins()[0]) }),
		},
		{
			In: desk.SectionWaiting, Label: desk.Fixed(lang.L("Columns of the Table…")), Key: desk.KeyColumns,
			Act: desk.When(r.hasColumns, r.askColumns),
		},
		{
			In: desk.SectionWaiting, Label: desk.Fixed(lang.L("Copy Why Files Cannot Be Read")), Key: desk.AltCtrl(fyne.KeyC),
			Act: desk.When(func() bool { return r.isShown() && r.hasReport() }, r.copyReport),
		},
		{
			In: desk.SectionWaiting, Label: desk.Fixed(lang.L("Give Up the Import")), Key: desk.KeyGiveUp,
			Act: desk.When(r.isShown, r.escape),
		},
	}
}

// escape leaves two texts side by side, else the room.
func (r *Room) escape() {
	if r.compared != nil {
		r.endComparison()
		return
	}
	r.giveUp()
}

// inList reports whether the rows have the keyboard.
func (r *Room) inList() bool {
	focused, ok := r.desk.Window.Canvas().Focused().(*control.VirtualList)
	return r.isShown() && r.compared == nil && ok && focused == r.list.list
}

// comparable is the selected candidate, if there is a text like its own.
func (r *Room) comparable() (candidates.Candidate, bool) {
	if !r.isShown() || r.compared != nil {
		return candidates.Candidate{}, false
	}
	c, ok := r.batch.Candidate(r.list.chosen())
	return c, ok && len(c.Twins()) > 0
}

// hasColumns reports whether the selected candidate is of a table.
func (r *Room) hasColumns() bool {
	return r.isShown() && r.compared == nil && len(r.batch.ColumnsOf(r.list.chosen())) > 0
}
