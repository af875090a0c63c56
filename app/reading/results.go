package reading

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// saidGap is the room between what is said over the results, in pixels.
const saidGap = 2

// results lists what a search found in the whole project, in place of the
// article list.
type results struct {
	desk    *desk.Desk
	query   string
	pattern *patternSearch // what is typed is a regular expression; nil: words and operators
	field   *control.Field // what to look for is typed here, wherever the window has it
	end     func()         // ends the search
	heading *control.RichLine
	reading *control.RichLine // how what was typed is read, where that is not plain
	said    *control.Flow     // both, over the results
	mode    *control.Tick     // whether it is a regular expression
	list    *control.VirtualList
	rows    *desk.RowList[store.Hit]
	find    func(*store.Project, context.Context, store.SearchQuery) ([]store.Hit, error) // Search; tests hold it up
	count   func(p *store.Project, ctx context.Context, words string) (int, error)        // SearchCount; likewise
	content fyne.CanvasObject
	sorting background.Latest // out what was found, to delete it
}

func newResults(d *desk.Desk, search func(string), end func()) *results {
	r := &results{
		desk: d, end: end, heading: control.NewRichLine(2), reading: control.NewRichLine(readingLines), find: (*store.Project).Search,
		count: (*store.Project).SearchCount,
	}
	rows := background.NewRows(d.Reader(), r.source, func(h store.Hit) []store.ID { return []store.ID{h.ID} }, r.loaded)
	r.list = desk.NewTallList(rows, func() desk.TallRow[store.Hit] { return newHitRow(d) })
	r.rows = desk.NewRowList(rows, r.list, func(store.Hit) {})
	r.rows.SelectTogether(d.RefreshMenu)
	r.list.OnActivated = r.open
	r.list.OnTapped = func(i int) { r.rows.Moved(i); r.open(i) }
	r.list.OnKey, r.list.OnLetter = r.listKey, d.TypedLetter
	r.list.Name = lang.L("What was found")
	r.field = control.NewSearchField(r.asks(), desk.KeySearch.String())
	r.mode = control.NewTick(lang.L("Regular expression"), false)
	r.mode.OnChanged = func(on bool) {
		if on != r.isPattern() {
			r.turn()
		}
	}
	r.mode.OnCancel, r.mode.OnKey = end, d.TypedKey
	r.field.OnChanged = search
	r.field.OnSubmitted = func(string) { r.openSelected() }
	r.field.OnCancel = end
	r.field.OnKey = d.TypedKey
	r.field.OnFocus = func(focused bool) {
		if focused && r.field.Text() != "" {
			r.field.SelectAll() // so that another search can be typed
			search(r.field.Text())
		}
	}
	r.field.SetTyped(r.walk)
	r.said = control.NewFlow(saidGap, r.heading, r.reading)
	heading := control.Stacked(container.New(layout.NewCustomPaddedLayout(4, 0, 8, 8), r.mode),
		container.New(layout.NewCustomPaddedLayout(2, 4, 14, 8), r.said))
	r.content = control.Between(heading, r.list, control.Stacked())
	r.relist()
	return r
}

// relist shows the rows as tall as they are to be now.
func (r *results) relist() { r.list.SetTight(r.desk.Prefs.HasDenseLists()) }

func (r *results) object() fyne.CanvasObject { return r.content }

func (r *results) search(query string) {
	r.query = strings.TrimSpace(query)
	r.rows.Select(store.ID{})
	r.list.ScrollToTop()
	if r.pattern != nil {
		r.pattern.begin(query)
	}
	r.rows.Reload()
}

// ask gives the field the keyboard, with what stands in it selected, so that another search can be typed.
func (r *results) ask() {
	r.field.Focus()
	r.field.SelectAll()
}

// isPattern reports whether what is typed is a regular expression.
func (r *results) isPattern() bool { return r.pattern != nil }

// asks says what is to be typed.
func (r *results) asks() string {
	if r.isPattern() {
		return lang.L("Search by regular expression…")
	}
	return lang.L("Search articles, quotes, actors…")
}

// turn makes a regular expression of what is typed, or words again, and looks for that.
func (r *results) turn() {
	if r.isPattern() {
		r.pattern.end()
		r.pattern = nil
	} else {
		r.pattern = &patternSearch{desk: r.desk, found: r.rows.Reload}
	}
	r.mode.SetChecked(r.isPattern())
	r.field.SetPlaceHolder(r.asks())
	r.field.OnChanged(r.field.Text())
	r.desk.RefreshMenu()
}

// sought is what is looked for, as it is marked in a text.
func (r *results) sought() text.Finder {
	if r.isPattern() {
		return r.pattern.pattern
	}
	return store.ParseSearch(r.query)
}

// source is what is found for the query.
func (r *results) source() background.Source[store.Hit] {
	if r.isPattern() {
		return r.pattern.source()
	}
	query := r.query
	return background.Source[store.Hit]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]store.Hit, int, error) {
			hits, err := r.find(p, ctx, store.SearchQuery{Text: query, Page: page})
			return hits, 0, err
		},
		IDs: func(ctx context.Context, p *store.Project, page store.Page) ([]store.ID, error) {
			return p.SearchIDs(ctx, store.SearchQuery{Text: query, Page: page})
		},
		Count: func(ctx context.Context, p *store.Project) (int, error) { return r.count(p, ctx, query) },
	}
}

func (r *results) loaded() {
	said := words.Counted(r.rows.Len(), "{{.Count}} result for “%s”", r.query)
	switch {
	case r.isPattern():
		said = r.pattern.told()
	case r.rows.Counting():
		said = words.Counted(r.rows.Len(), "{{.Count}} or more results for “%s”, being counted…", r.query)
	case r.rows.Len() == 0:
		said = words.Sentence("Nothing in the project has “%s”.", r.query)
	}
	r.heading.SetRuns(control.Run{Text: said, Size: look.CaptionSize, Colour: look.ColorMuted})
	r.sayReading()
	r.rows.Show()
	if r.list.Selected() < 0 && r.rows.Len() > 0 {
		r.rows.Moved(0) // what Enter opens
	}
}

// sayReading says how what was typed is read, where somebody may have meant something else by it.
func (r *results) sayReading() {
	said := ""
	if !r.isPattern() {
		said = words.ReadAs(r.query, store.ParseSearch(r.query))
	}
	r.reading.SetRuns(control.Run{Text: said, Size: look.CaptionSize, Colour: look.ColorMuted})
	r.reading.Hidden = said == ""
	if size := r.said.Size(); r.said.HeightFor(size.Width) != size.Height {
		r.content.Refresh()
	}
}

// step opens the result that is so many after the chosen one.
func (r *results) step(by int) {
	if i := r.list.Selected() + by; i >= 0 && i < r.rows.Len() {
		r.list.Select(i)
		r.rows.Moved(i)
		r.open(i)
	}
}

// openSelected opens the chosen result, or the first.
func (r *results) openSelected() { r.open(max(r.list.Selected(), 0)) }

// changed looks again for what is listed, as something was written.
func (r *results) changed() {
	switch {
	case r.query == "":
	case r.isPattern():
		r.pattern.renew()
	default:
		r.rows.Reload()
	}
}

// selected are the results that are selected, if their list has the keyboard.
func (r *results) selected() (desk.Selected, bool) {
	return desk.Selected{
		IDs: r.rows.Selected(), Of: desk.KindOfResults, Delete: r.delete, Show: r.showSelected,
	}, r.list.Focused()
}

// delete deletes what was found. If there are names among it, it is asked whether their annotations may be without them.
func (r *results) delete(ids []store.ID) {
	desk.Query(r.desk, &r.sorting, func(ctx context.Context, p *store.Project) (map[store.Entity][]store.ID, error) {
		return p.EntitiesOf(ctx, ids)
	}, func(of map[store.Entity][]store.ID) {
		do := func() { r.desk.DeleteRows(of, r.list.Focus) }
		if len(of[store.EntityActor])+len(of[store.EntityIssue])+len(of[store.EntityTag]) == 0 {
			do()
			return
		}
		r.desk.Ask(words.Counted(len(ids), "Delete {{.Count}} Result from the List"), lang.L("There are actors, issues or tags among them. "+
			"Until these are restored, their annotations stay in the articles without them, and mentions of the actors are hidden. "+
			"Undo takes it back."), lang.L("Delete"), do)
	})
}

// walk moves through the results while the search field has the focus.
func (r *results) walk(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		if r.query != "" {
			r.list.TypedKey(e)
		}
		return true
	}
	return false
}

// listKey has Esc end the search, as in the search field.
func (r *results) listKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		r.end()
		return
	}
	r.desk.ListKey(e)
}

// showSelected shows the selected result where it stands.
func (r *results) showSelected() {
	if hit, is := r.rows.One(); is {
		r.show(hit)
	}
}

// open shows a result where it stands, and leaves the keyboard to what shows it.
func (r *results) open(i int) {
	if hit, ok := r.rows.Row(i); ok {
		r.show(hit)
	}
}

func (r *results) show(hit store.Hit) {
	r.desk.Window.Canvas().Unfocus()
	r.desk.GoTo(desk.Place{Entity: hit.Entity, ID: hit.ID, Article: hit.Article, Span: hit.Span, Sought: r.sought()})
}

// hitRow is one result: what it is, over where it stands, over the words around it.
type hitRow struct {
	*control.Flow

	desk    *desk.Desk
	card    *control.RowCard
	title   *control.RichLine
	kind    *control.RichLine
	snippet *control.RichLine
}

const (
	hitTitleLines = 2
	snippetLines  = 4
	readingLines  = 4
)

func newHitRow(d *desk.Desk) *hitRow {
	h := &hitRow{
		desk: d, title: control.NewRichLine(hitTitleLines), kind: control.NewRichLine(2), snippet: control.NewRichLine(snippetLines),
	}
	h.card = control.NewRowCard(control.NewFlow(3, h.title, h.kind, h.snippet))
	h.Flow = control.NewFlow(0, h.card)
	return h
}

// SetHighlight implements control.Highlighted.
func (h *hitRow) SetHighlight(on control.Highlight) { h.card.SetHighlight(on) }

// Fill shows a result.
func (h *hitRow) Fill(hit store.Hit) {
	title, kind := hitWords(hit)
	if h.desk.Prefs.HasDenseLists() {
		h.title.SetLines(1)
		h.title.SetRuns(append([]control.Run{control.Caption(hitKind(hit) + "   "), {Text: title, Bold: true}, {Text: "   "}},
			snippetRuns(hit)...)...)
		h.kind.Hide()
		h.snippet.Hide()
		return
	}
	h.title.SetLines(hitTitleLines)
	h.title.SetRuns(control.Run{Text: title, Bold: true})
	h.kind.SetRuns(control.Caption(kind))
	h.snippet.SetRuns(snippetRuns(hit)...)
	h.kind.Show()
	h.snippet.Show()
}

// hitWords are the first two lines of a result: of an annotation who and on what, over what it is and in which article.
func hitWords(hit store.Hit) (title, kind string) {
	kind = hitKind(hit)
	if hit.Kind == "" {
		return hit.Title, words.Dotted(kind, hitPlaces(hit), hit.Source, words.Day(hit.Published), hitWithin(hit))
	}
	title = hit.Title
	if who := words.Dotted(labels(hit.Who), labels(hit.About)); who != "" {
		title, kind = who, words.Dotted(kind, hit.Title)
	}
	return title, kind
}

// hitPlaces says in how many places of a text something was found, if in several.
func hitPlaces(hit store.Hit) string {
	if hit.Places < 2 {
		return ""
	}
	return words.Counted(hit.Places, "{{.Count}} place")
}

// hitWithin says what else was found in the same article.
func hitWithin(hit store.Hit) string {
	var kinds []string
	for _, within := range hit.Within {
		if kind := hitKind(within); !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	return words.Sentence("also found: %s", words.Joined(kinds))
}

// labels joins the names of some, or the words for them.
func labels(all []store.PartyRef) string {
	list := make([]string, len(all))
	for i, p := range all {
		list[i] = p.Label()
	}
	return words.Joined(list)
}

// hitKind says what a result is, and which text of it was found, if that is not what it is known by.
func hitKind(hit store.Hit) string {
	kind := words.Found(hit.Entity, hit.Kind, hit.On)
	switch hit.Field {
	case "name", "quote", "words", "note":
		return kind
	}
	return words.Dotted(kind, words.HistoryField(store.HistoryLine{Field: hit.Field}))
}

// snippetRuns sets the words that were searched for in bold.
func snippetRuns(hit store.Hit) []control.Run {
	var runs []control.Run
	snippet, from := []rune(hit.Snippet), 0
	for _, m := range hit.Matches {
		runs = append(runs,
			control.Run{Text: string(snippet[from:m.Start]), Colour: look.ColorMuted},
			control.Run{Text: string(snippet[m.Start:m.End]), Bold: true},
		)
		from = m.End
	}
	return append(runs, control.Run{Text: string(snippet[from:]), Colour: look.ColorMuted})
}
