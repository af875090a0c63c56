package standings

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/outfile"
	"standpoint/app/picker"
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
	keyOld      = desk.Letter('O')
	keyNote     = desk.Letter('E')
	keyOpen     = desk.Letter('U')
	keyLift     = desk.AltShift(fyne.KeyZ)
	keyGo       = desk.Plain(fyne.KeyReturn)
	keyExport   = desk.AltCtrl(fyne.KeyS)
	keyCopy     = desk.AltCtrl(fyne.KeyY)
)

// Hints are the keys that the status line names while the view is in front.
func (v *View) Hints() []desk.Hint {
	if v.made.tab == tabChanges {
		return []desk.Hint{
			{Key: desk.KeyFilter, Does: lang.L("filter")},
			{Key: keyGo, Does: lang.L("to the new words")},
			{Key: keyOld, Does: lang.L("to the old words")},
			{Key: desk.KeyTick, Does: lang.L("explained")},
			{Key: keyNote, Does: lang.L("with a note")},
		}
	}
	return []desk.Hint{
		{Key: desk.KeyFilter, Does: lang.L("filter")},
		{Key: keyGo, Does: lang.L("positions behind it")},
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
	return append(commands,
		desk.Command{
			In: desk.SectionSelected, Label: desk.Fixed(lang.L("Old Words")), Key: keyOld,
			Act: desk.When(func() bool {
				_, is := v.changes.chosen()
				return is && inFront() && v.body.Objects[0] == fyne.CanvasObject(v.changes.list)
			}, func() { v.changes.goTo(true) }),
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
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Export Figure…")), Key: keyExport, Act: desk.When(v.isPicture, v.export),
		},
		desk.Command{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Copy Figure as Text")), Key: keyCopy, Act: desk.When(v.isPicture, v.copy),
		},
	)
}

// export asks where the figure is to be written, and writes it there, with the exact words behind its marks.
func (v *View) export() {
	m := making{tab: v.made.tab, form: v.made.form, filter: v.filter.asked, holdings: v.holdings, counted: v.made.counted}
	if m.counted == nil {
		return
	}
	title := v.made.sheet.Title
	p := v.desk.Project
	v.desk.Picker.SaveFile(picker.Request{
		Title: words.Sentence("Choose where the figure “%s” is written", title), Purpose: picker.ForFigures,
		Name: picker.FileName(p.Name()+" "+title) + ".svg",
		Filters: []picker.Filter{
			picker.Document(lang.L("Drawing (SVG)"), "svg"), picker.Document(lang.L("Picture (PNG)"), "png"),
			picker.Document(lang.L("PDF"), "pdf"), picker.Document(lang.L("Web page (HTML)"), "html"),
		},
	}, v.desk.Chosen(func(path string) { v.write(p, m, path) }))
}

// write writes a figure into a file, in the format that its name asks for.
func (v *View) write(p *store.Project, m making, path string) {
	format := figure.Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")))
	v.desk.Start(p, lang.L("Exporting…"), func(ctx context.Context, _ func(done, total int)) func() {
		o := figure.Options{Language: words.Spoken(), Filter: m.filter}
		said, err := discourse.Quotes(ctx, p, discourse.Positions(m.counted.rows.List))
		if err == nil {
			o.Quotes = said
			var drawn *figure.Picture
			if drawn, err = m.draw(ctx, m.counted.rows, o); err == nil {
				err = outfile.Replace(path, func(w io.Writer) error { return drawn.Write(w, format) })
			}
		}
		return func() {
			if !v.desk.Failed(err) {
				v.desk.Tell(words.Sentence("Written: %s", path))
			}
		}
	})
}

// copy puts what the figure says in words on the clipboard.
func (v *View) copy() {
	s := v.made.sheet
	v.desk.UI.Clipboard().SetContent(s.Title + "\n\n" + s.Words() + "\n\n" + strings.Join(s.Caption, "\n") + "\n")
	v.desk.Tell(lang.L("The figure is copied as text."))
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
	case m.counted == nil:
		return lang.L("The positions are being read…"), nil
	case m.fault != "":
		return m.fault, v.liftButton()
	case m.tab == tabChanges && len(m.turns) == 0 && m.hasTurns:
		return lang.L("All changes among the positions that count are explained."),
			control.NewTextButton(lang.L("Show all changes"), "", keyOpen.String(), v.turnOpen)
	case m.passing > 0 && m.tab == tabChanges && len(m.turns) == 0:
		return lang.L("No stance changed among the positions that count. A change takes two positions of one actor on one issue, " +
			"with dates."), nil
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
