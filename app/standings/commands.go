package standings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

// The keys that are told in hints and tooltips.
var (
	keyTable    = desk.Letter('T')
	keyChanges  = desk.Letter('C')
	keyTimeline = desk.Letter('I')
	keyBalance  = desk.Letter('B')
	keyNetwork  = desk.Letter('N')
	keyLarger   = desk.Letter('+')
	keySmaller  = desk.Letter('-')
	keyWhole    = desk.Letter('0')
	keyFind     = desk.Letter('F')
	keyMore     = desk.Letter('[')
	keyFewer    = desk.Letter(']')
	keyChance   = desk.ShiftLetter('M')
	keyMeasures = desk.Letter('M')
	keyLetGo    = desk.Letter('G')
	keyLetAllGo = desk.ShiftLetter('G')
	keyOld      = desk.Letter('O')
	keyNote     = desk.Letter('E')
	keyOpen     = desk.Letter('U')
	keyFields   = desk.Letter('L')
	keyUnfold   = desk.ShiftLetter('L')
	keyKeep     = desk.AltShift(fyne.KeyP)
	keyTurn     = desk.Letter('R')
	keyPinRow   = desk.Letter('P')
	keyHideRow  = desk.Letter('H')
	keyUnhide   = desk.Letter('A')
	keyLift     = desk.AltShift(fyne.KeyZ)
	keyGo       = desk.Plain(fyne.KeyReturn)
	keyExport   = desk.AltCtrl(fyne.KeyS)
	keyCopy     = desk.AltCtrl(fyne.KeyY)
	keyPicture  = desk.CtrlShift(fyne.KeyI)

	keyPinColumn  = desk.ShiftLetter('P')
	keyHideColumn = desk.ShiftLetter('H')
)

// Hints are the keys that the status line names while the view is in front.
func (v *View) Hints() []desk.Hint {
	if v.body.Objects[0] == fyne.CanvasObject(v.empty) { // there is no mark to do anything with
		hints := []desk.Hint{{Key: desk.KeyFilter, Does: lang.L("filter")}}
		if v.filter.isLimited() {
			hints = append(hints, desk.Hint{Key: keyLift, Does: lang.L("let all pass")})
		}
		return hints
	}
	if v.made.tab == tabChanges {
		return []desk.Hint{
			{Key: desk.KeyFilter, Does: lang.L("filter")},
			{Key: keyGo, Does: lang.L("to the new words")},
			{Key: keyOld, Does: lang.L("to the old words")},
			{Key: desk.KeyTick, Does: lang.L("explained")},
			{Key: keyNote, Does: lang.L("with a note")},
			{Key: keyExport, Does: lang.L("export")},
		}
	}
	if v.made.tab == tabNetwork {
		return []desk.Hint{
			{Key: desk.KeyFilter, Does: lang.L("filter")},
			{Key: keyGo, Does: lang.L("positions behind it")},
			{Key: keyFind, Does: lang.L("find a node")},
			{Key: keyMore},
			{Key: keyFewer, Does: lang.L("ties")},
			{Key: keyMeasures, Does: lang.L("measures")},
			{Key: keyExport, Does: lang.L("export")},
		}
	}
	if v.made.tab == tabTable {
		return []desk.Hint{
			{Key: desk.KeyFilter, Does: lang.L("filter")},
			{Key: keyGo, Does: lang.L("positions behind it")},
			{Key: keyTurn, Does: lang.L("turn")},
			{Key: keyPinRow, Does: lang.L("pin")},
			{Key: keyHideRow, Does: lang.L("hide")},
			{Key: keyExport, Does: lang.L("export")},
		}
	}
	return []desk.Hint{
		{Key: desk.KeyFilter, Does: lang.L("filter")},
		{Key: keyGo, Does: lang.L("positions behind it")},
		{Key: desk.Letter('1')},
		{Key: desk.Letter('5'), Does: lang.L("time")},
		{Key: keyLarger},
		{Key: keySmaller},
		{Key: keyWhole, Does: lang.L("size")},
		{Key: keyExport, Does: lang.L("export")},
	}
}

// Commands are what can be done in the view.
func (v *View) Commands() []desk.Command {
	inFront := func() bool { return v.desk.IsInFront(v) }
	var commands []desk.Command
	keys := map[string]desk.Key{
		tabTable: keyTable, tabChanges: keyChanges, tabTimeline: keyTimeline, tabBalance: keyBalance, tabNetwork: keyNetwork,
	}
	for _, tab := range tabsOf() {
		commands = append(commands, desk.Command{
			In: desk.SectionStandings, Label: desk.Fixed(tab.Label), Key: keys[tab.Key],
			Act: desk.When(inFront, func() { v.turnTo(tab.Key) }), Checked: func() bool { return v.tab == tab.Key },
		})
	}
	commands = append(commands, v.explainCommands()...)
	commands = append(commands, v.network.commands()...)
	commands = append(commands, v.filter.kept.commands(inFront)...)
	commands = append(commands, v.choosing()...)
	return append(commands,
		desk.Command{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Old Words")), Key: keyOld,
			Act: desk.When(func() bool {
				_, is := v.changes.chosen()
				return is && inFront() && v.body.Objects[0] == fyne.CanvasObject(v.changes.list)
			}, func() { v.changes.goTo(true) }),
		},
		desk.Command{
			In: desk.SectionStandings, Label: desk.Fixed(lang.L("More Filters")), Key: keyFields, Act: desk.When(inFront, v.filter.toggle),
			Checked: func() bool { return v.filter.isOpen },
		},
		desk.Command{
			In: desk.SectionStandings, Label: desk.Fixed(lang.L("Fields Above the Figure")), Key: keyUnfold,
			Act: desk.When(func() bool { return inFront() && v.folding.isLow }, v.folding.toggle), Checked: v.folding.isShown,
		},
		desk.Command{
			In: desk.SectionStandings, Label: desk.Fixed(lang.L("Let All Positions Pass")), Key: keyLift,
			Act: desk.When(func() bool { return inFront() && v.filter.isLimited() }, v.filter.lift),
		},
		desk.Command{
			In: desk.SectionFigure, Label: desk.Fixed(lang.L("Larger Figure")), Key: keyLarger,
			Act: desk.When(v.isPicture, v.larger),
		},
		desk.Command{
			In: desk.SectionFigure, Label: desk.Fixed(lang.L("Smaller Figure")), Key: keySmaller, Act: desk.When(v.isPicture, v.smaller),
		},
		desk.Command{
			In: desk.SectionFigure, Label: desk.Fixed(lang.L("Whole Figure")), Key: keyWhole, Act: desk.When(v.isPicture, v.picture.whole),
		},
		desk.Command{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Export Figure…")), Key: keyExport, Act: desk.When(v.isFigure, v.export),
		},
		desk.Command{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Copy Figure as Picture")), Key: keyPicture,
			Act: desk.When(func() bool { return v.isFigure() && v.desk.CopyPicture != nil }, v.copyPicture),
		},
		desk.Command{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Copy Figure as Text")), Key: keyCopy, Act: desk.When(v.isFigure, v.copy),
		},
	)
}

// lacking says why nothing is shown; "" if something is. The button leads to what is to be done, and may be nil.
func (v *View) lacking() (sentence string, lead *control.Button) {
	toArticles := control.NewTextButton(lang.L("Go to the articles"), "", desk.Alt(fyne.Key1).String(), func() {
		v.desk.GoTo(desk.Place{Entity: store.EntityArticle})
	})
	m := v.made
	switch {
	case v.desk.Project == nil:
		return lang.L("No project is open."), v.desk.Leads().ToProject()
	case m.isAwaited() && v.awaiting.stage == stageFailed:
		return v.awaiting.stage.inWords(), control.NewTextButton(lang.L("Try Again"), lang.L("Read the positions again"), "", v.make)
	case m.isAwaited():
		return v.awaiting.stage.inWords(), nil
	case m.fault != "":
		return m.fault, v.liftButton()
	case m.tab == tabChanges && len(m.turns) == 0 && m.hasTurns:
		return lang.L("All changes among the positions that count are explained."),
			control.NewTextButton(lang.L("Show all changes"), "", keyOpen.String(), v.turnOpen)
	case m.passing > 0 && m.tab == tabChanges && len(m.turns) == 0:
		return lang.L("No stance changed among the positions that count. A change takes two positions of one actor on one issue, " +
			"with dates."), nil
	case m.passing > 0 && m.sheet == nil && m.tab == tabTimeline:
		return lang.L("A timeline is of one issue, with a lane for each actor, or of one actor, with a lane for each issue. Choose one of them " +
			"in the filter."), v.toTimeline()
	case m.passing > 0:
		return "", nil
	case v.filter.isLimited():
		return lang.L("No position passes the filter."), v.liftButton()
	}
	return words.Sentence("Nobody takes a position on an issue yet. Select words in an article and press %s, name who takes it and on "+
		"what, and say how they stand.", desk.KeyPosition), toArticles
}

// liftButton is a button that asks for all positions again.
func (v *View) liftButton() *control.Button {
	return control.NewTextButton(lang.L("Let All Positions Pass"), "", keyLift.String(), v.filter.lift)
}
