package notesview

import (
	"context"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

// reportPage works on the report that the preview shows: its parts are rows there.
type reportPage struct {
	desk    *desk.Desk
	preview *preview
	reports *reports
	drafts  *partDrafts
	form    *partForm

	made   reportMade
	seek   store.ID   // a part to be selected once it is shown; zero for none
	typing *desk.Hold // ends then; nil for none
	old    bool       // the report was changed since it was read for the page
	came   store.ID   // the first part that the page shows and did not, or not so, before; zero for none
	back   bool       // Undo or Redo changed the report: what comes is to be selected
	comes  bool       // the keyboard is to come to the page once it is shown

	bar     *control.Wrap // what can be put in
	changes *fyne.Container
	changed *control.RichLine
	cards   *control.Flow
	above   *fyne.Container
	below   *fyne.Container
	fitted  func() // makes room after one of both grew or shrank
}

// reportMade is a report as it was read for the preview.
type reportMade struct {
	report store.Report // without an id: none is shown
	items  []store.ReportItem
	now    map[store.ID]store.Quoted
	drafts []partDraft
}

// readReport reads what the page shows beside the document.
func readReport(ctx context.Context, p *store.Project, id store.ID) (m reportMade, err error) {
	if m.report, m.items, err = p.Report(ctx, id); err != nil {
		return m, err
	}
	var quoted []store.ID
	for _, i := range m.items {
		if i.Kind == store.ItemQuote {
			quoted = append(quoted, i.Of)
		}
	}
	if m.now, err = p.Quoted(ctx, quoted); err != nil {
		return m, err
	}
	m.drafts, err = readPartDrafts(ctx, p, id)
	return m, err
}

// item is a part by its id; false if it is not there.
func (m reportMade) item(id store.ID) (store.ReportItem, bool) {
	at := slices.IndexFunc(m.items, func(i store.ReportItem) bool { return i.ID == id })
	if at < 0 {
		return store.ReportItem{}, false
	}
	return m.items[at], true
}

// changesOf are what an annotation says otherwise than when it was quoted; gone if it is not there any more.
func (m reportMade) changesOf(i store.ReportItem) (changes []store.QuoteChange, gone bool) {
	if i.Kind != store.ItemQuote {
		return nil, false
	}
	now, is := m.now[i.Of]
	if !is {
		return nil, true
	}
	return i.Changes(now), false
}

// changed are the quotes whose annotations say something else now.
func (m reportMade) changed() (ids []store.ID) {
	for _, i := range m.items {
		if changes, _ := m.changesOf(i); len(changes) > 0 {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

func newReportPage(d *desk.Desk, p *preview, r *reports, fitted func()) *reportPage {
	g := &reportPage{desk: d, preview: p, reports: r, drafts: &partDrafts{desk: d}, fitted: fitted}
	g.form = newPartForm(d, g.drafts, g)
	button := func(label, tip string, key desk.Key, do func()) *control.Button {
		b := control.NewTextButton(label, tip, key.String(), do)
		b.OnKey = d.TypedKey
		return b
	}
	g.bar = control.NewWrap(control.ButtonGap,
		button(lang.L("Heading…"), lang.L("Put a heading behind what is selected"), keyHeading, func() { g.begin(store.ItemHeading) }),
		button(lang.L("Paragraph…"), lang.L("Put own words behind what is selected"), keyParagraph, func() { g.begin(store.ItemParagraph) }),
		button(lang.L("List or Table…"), lang.L("Put a list behind what is selected that renews itself"), keyList,
			func() { g.begin(store.ItemPositions) }))
	g.changed = control.NewRichLine(3)
	g.changes = control.Stacked(control.NewSpread(nil, g.changed,
		button(lang.L("Take Over All"), lang.L("Have the quotes say what their annotations say now"), keyAcceptAll, g.acceptAll)))
	g.cards = control.NewFlow(4)
	g.above = container.New(layout.NewCustomPaddedLayout(2, 2, 0, 0), control.NewFlow(6, g.bar, g.changes))
	g.below = control.Stacked(container.New(inColumn{4, 8}, g.cards), g.form.content)
	g.above.Hide()
	g.below.Hide()
	return g
}

// isShown reports whether a report is worked on.
func (g *reportPage) isShown() bool { return g.made.report.ID != store.ID{} }

// show follows the preview to another report, or to the same as it is now.
func (g *reportPage) show(m reportMade) {
	if g.form.isOpen() && g.form.report != m.report.ID {
		g.form.keepDraft()
		g.form.close()
	}
	g.old, g.came = false, store.ID{}
	if g.made.report.ID != m.report.ID {
		g.drafts.list = m.drafts
	} else {
		g.came = g.made.changedTo(m)
	}
	g.made = m
	if g.back {
		g.walked()
	}
	g.showParts()
}

// walked has what Undo or Redo brought back, or changed, be selected: at once, or as soon as it is shown.
func (g *reportPage) walked() {
	g.back = g.old
	if !g.back && g.came != (store.ID{}) {
		g.seekPart(g.came)
	}
}

// changedTo is the first part of a later reading that was not there before, or not so; zero if there is none.
func (m reportMade) changedTo(later reportMade) store.ID {
	for _, i := range later.items {
		was, is := m.item(i.ID)
		if !is || was.Rank != i.Rank || was.Text != i.Text || was.Level != i.Level || was.Words != i.Words ||
			was.About != i.About || was.Form != i.Form {
			return i.ID
		}
	}
	return store.ID{}
}

// arrive comes to what was sought, once the page can be seen.
func (g *reportPage) arrive() {
	g.sought()
	if g.comes && g.isShown() {
		g.comes = false
		g.closed()
	}
}

// showParts shows what stands round the page.
func (g *reportPage) showParts() {
	g.above.Hidden, g.below.Hidden = !g.isShown(), !g.isShown()
	n := len(g.made.changed())
	g.changes.Hidden = n == 0
	g.changed.SetRuns()
	if n > 0 {
		g.changed.SetRuns(control.Run{Text: changedSign + " ", Bold: true}, control.Run{
			Text: words.Counted(n, "{{.Count}} quote says something else than its annotation does now."),
		})
	}
	var cards []fyne.CanvasObject
	for _, d := range g.drafts.list {
		if d.Key != g.form.draft.Key {
			cards = append(cards, control.NewDraftCard(unfinished(d.Part.Kind), g.told(d),
				func() { g.takeUp(g.made.report.ID, d) }, func() { g.drafts.drop(g.made.report.ID, d.Key); g.showParts() }))
		}
	}
	g.cards.SetObjects(cards...)
	g.cards.Hidden = len(cards) == 0 || g.form.isOpen() || !g.desk.CanWrite()
	g.bar.Hidden = !g.desk.CanWrite()
	g.above.Refresh()
	g.below.Refresh()
	g.fitted()
}

// unfinished says what sort of part was left unfinished.
func unfinished(k store.ItemKind) string {
	switch k {
	case store.ItemHeading:
		return lang.L("Unfinished heading")
	case store.ItemParagraph:
		return lang.L("Unfinished paragraph")
	}
	return lang.L("Unfinished list")
}

// told is what was filled in, in words.
func (g *reportPage) told(d partDraft) string {
	switch a := d.Part.About; {
	case d.Part.Text != "":
		return d.Part.Text
	case a.Issue != store.ID{}:
		return g.desk.Names.Issues[a.Issue].Name
	case a.Actor != store.ID{}:
		return g.desk.Names.Actors[a.Actor].Name
	}
	return d.Pending
}

// seekPart has a part be selected as soon as it is shown.
func (g *reportPage) seekPart(id store.ID) {
	g.seek = id
	g.sought()
}

// sought selects the part that is sought, if it is there, and has what was typed for it be typed.
func (g *reportPage) sought() {
	if g.seek == (store.ID{}) {
		return
	}
	at := slices.IndexFunc(g.preview.pages.rows, func(r row) bool { return r.item == g.seek })
	if at < 0 {
		return
	}
	g.seek = store.ID{}
	g.preview.come(at)
	typing := g.typing
	g.typing = nil
	typing.Type()
}

// saved shows a part that was written.
func (g *reportPage) saved(part store.ID, typing *desk.Hold) {
	g.typing.Type()
	g.typing = typing
	g.desk.Work.Later(mostTyping, typing.Type) // it may never be shown: somebody else deleted the report, or it cannot be read
	g.seekPart(part)
}

// mostTyping is how long what is typed waits for a part that was written.
const mostTyping = time.Second

// closed gives the keyboard back to the page.
func (g *reportPage) closed() {
	if len(g.preview.pages.rows) > 1 {
		g.preview.list.Focus()
		return
	}
	g.desk.Window.Canvas().Unfocus()
}

func (g *reportPage) resized() { g.showParts() }

// takeUp goes on with what was left unfinished.
func (g *reportPage) takeUp(report store.ID, d partDraft) {
	if report == g.made.report.ID && g.desk.CanWrite() {
		g.form.show(report, d)
	}
}

// leave keeps what is unfinished.
func (g *reportPage) leave() {
	g.form.keepDraft()
	g.typing.Drop()
	g.typing = nil
}

// forget shows no report, as another project is open.
func (g *reportPage) forget() {
	g.typing.Drop()
	g.made, g.seek, g.typing, g.drafts.list, g.comes, g.back = reportMade{}, store.ID{}, nil, nil, false, false
	if g.form.isOpen() {
		g.form.close()
	}
}

// selected are the parts that are selected on the page, in their order.
func (g *reportPage) selected() (list []store.ReportItem) {
	for _, at := range g.preview.selected() {
		id := g.preview.pages.rows[at].item
		if item, is := g.made.item(id); is && (len(list) == 0 || list[len(list)-1].ID != id) {
			list = append(list, item)
		}
	}
	return list
}

// chosen are the selected parts, while the page has the keyboard and can be changed.
func (g *reportPage) chosen() ([]store.ReportItem, bool) {
	if !g.canChange() || !g.preview.list.Focused() {
		return nil, false
	}
	list := g.selected()
	return list, len(list) > 0
}

// canChange reports whether a report is shown that can be changed.
func (g *reportPage) canChange() bool { return g.isShown() && g.desk.CanWrite() }

// begin opens the form of a new part, behind what is selected; at the end, if nothing is.
func (g *reportPage) begin(kind store.ItemKind) {
	d := newPartDraft()
	d.Part.Kind = kind
	if kind == store.ItemPositions {
		d.Part.Form = store.FormList
	}
	if kind == store.ItemHeading {
		d.Part.Level = 2
	}
	d.Was = d.Part
	rows := g.preview.selected()
	if list := g.selected(); len(list) > 0 {
		d.After = list[len(list)-1].ID
	} else {
		d.AtEnd = len(rows) == 0 || rows[len(rows)-1] > 0 // the title is row 0: what comes behind it is the first part
	}
	g.form.show(g.made.report.ID, d)
}

// edit opens the form of a part.
func (g *reportPage) edit(i store.ReportItem) {
	if i.Kind == store.ItemQuote {
		g.desk.Tell(words.Sentence("A quote keeps its words. %s and %s move it, %s takes it out.", keyMoveUp, keyMoveDown, desk.KeyDelete))
		return
	}
	if g.form.isOpen() && g.form.draft.Part.ID == i.ID {
		g.form.focus()
		return
	}
	d := newPartDraft()
	d.Part, d.Was = i, i
	if at := slices.IndexFunc(g.drafts.list, func(k partDraft) bool { return k.Part.ID == i.ID }); at >= 0 {
		d = g.drafts.list[at] // it was left unfinished
	}
	g.form.show(g.made.report.ID, d)
}

// enter does what Enter does on a row: it opens the form of what can be edited. A quote, and what is listed, lead to the words.
func (g *reportPage) enter(at int) bool {
	if !g.canChange() {
		return false
	}
	r := g.preview.pages.rows[at]
	if r.kind == rowTitle {
		g.askRename()
		return true
	}
	item, is := g.made.item(r.item)
	if !is || item.Kind == store.ItemQuote || item.Kind != store.ItemHeading && item.Kind != store.ItemParagraph && g.preview.leads(at) {
		return false
	}
	g.edit(item)
	return true
}

func idsOf(list []store.ReportItem) []store.ID {
	ids := make([]store.ID, len(list))
	for n, i := range list {
		ids[n] = i.ID
	}
	return ids
}

// move moves the selected parts up or down by one.
func (g *reportPage) move(list []store.ReportItem, by int) {
	ids := idsOf(list)
	at := func(id store.ID) int {
		return slices.IndexFunc(g.made.items, func(i store.ReportItem) bool { return i.ID == id })
	}
	first, last := at(ids[0]), at(ids[len(ids)-1])
	var after store.ID
	switch {
	case by < 0 && first == 0, by > 0 && last == len(g.made.items)-1:
		return
	case by < 0 && first > 1:
		after = g.made.items[first-2].ID
	case by > 0:
		after = g.made.items[last+1].ID
	}
	g.desk.Do(store.Title{Code: store.TitleMoveInReport, Count: len(ids)}, func(b *store.Batch) error {
		return b.MoveReportItems(after, ids...)
	}, func(err error) { g.desk.Failed(err) })
}

// remove deletes the selected parts. The part behind them is selected then, or the one before.
func (g *reportPage) remove(list []store.ReportItem) {
	ids := idsOf(list)
	next := store.ID{}
	passed := false
	for _, i := range g.made.items {
		if slices.Contains(ids, i.ID) {
			passed = true
			continue
		}
		if next = i.ID; passed {
			break
		}
	}
	g.desk.DoRows(store.Title{Code: store.TitleDeleteFromReport, Count: len(ids)}, store.EachRow((*store.Batch).Delete), func(err error) {
		if !g.desk.Failed(err) {
			g.seekPart(next)
		}
	}, store.Rows{Entity: store.EntityReportItem, IDs: ids})
}

// acceptable are the selected quotes whose annotations say something else now.
func (g *reportPage) acceptable() ([]store.ID, bool) {
	list, _ := g.chosen()
	changed := g.made.changed()
	ids := slices.DeleteFunc(idsOf(list), func(id store.ID) bool { return !slices.Contains(changed, id) })
	return ids, len(ids) > 0
}

// accept has quotes say what their annotations say now.
func (g *reportPage) accept(ids []store.ID) {
	g.desk.DoRows(store.Title{Code: store.TitleAcceptQuotes, Count: len(ids)}, store.RowWrite{
		Each: func(b *store.Batch, _ store.Entity, ids []store.ID) error { return b.AcceptQuotes(ids...) },
	}, func(err error) { g.desk.Failed(err) }, store.Rows{Entity: store.EntityReportItem, IDs: ids})
}

func (g *reportPage) acceptAll() {
	if ids := g.made.changed(); len(ids) > 0 && g.desk.CanWrite() {
		g.accept(ids)
	}
}

// askRename asks for another title of the report.
func (g *reportPage) askRename() {
	if row, is := g.reports.find(g.made.report.ID); is && g.desk.CanWrite() {
		g.reports.askTitle(lang.L("Rename the report"), row.Title, lang.L("Save"), func(title string) { g.reports.rename(row, title) })
	}
}

// changedSign stands before what a quote says that its annotation does not say any more.
const changedSign = "≠"

// goneSign stands before a quote whose annotation is not there any more.
const goneSign = "✕"

// signOf is what stands before what is told below a quote: that its annotation says something else now, or is gone; "" for neither.
func (m reportMade) signOf(i store.ReportItem) string {
	changes, gone := m.changesOf(i)
	switch {
	case gone:
		return goneSign
	case len(changes) > 0:
		return changedSign
	}
	return ""
}

// ofReport are the rows of a report: each is one of a part.
func (p pages) ofReport(m reportMade, parts []store.ID) pages {
	count := map[store.ID]int{}
	for i := range p.rows {
		r := &p.rows[i]
		if r.block < 0 || int(r.block) >= len(parts) {
			continue
		}
		r.item = parts[r.block]
		r.key = rowKey{of: r.item.String() + "/" + strconv.Itoa(count[r.item])}
		count[r.item]++
		if item, is := m.item(r.item); is && r.kind == rowParagraph {
			r.sign = m.signOf(item)
		}
	}
	return p
}
