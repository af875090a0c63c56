// Package reading is the view in which articles are read and annotated: the text with its marks, what is found in it, and the pages
// and the panel beside it.
package reading

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/history"
	"standpoint/app/inspector"
	"standpoint/app/library"
	"standpoint/app/look"
	"standpoint/app/panel"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// View is where articles are read and annotated: the list of articles,
// the text, and at the side the inspector over the panel of what was recorded.
type View struct {
	desk      *desk.Desk
	List      *library.List
	Results   *results
	History   *history.List // what was asked for last; nil before
	Reader    *reader
	Inspector *inspector.Inspector
	Panel     *panel.Panel

	Left, side, content *fyne.Container
	ListPane            fyne.CanvasObject // in left, unless results of a search are

	loading     background.Latest
	article     store.Article // the open one; zero ID when none is
	annotations []store.Annotation
	notes       []store.Note
	opening     store.ID            // the article that is being read to be opened; zero when none is
	unread      []store.Event       // since the open article was read, or the reading of another began
	names       map[store.ID]bool   // what the annotations name; nil until it is asked for
	dimmed      map[store.Kind]bool // kinds whose marks are pale
	saved       store.ID            // an annotation to pick once it has been read
	Missing     MissingLetters
	unpicked    bool // the current mark was left for other words; the form may still be that of its annotation
}

// New makes the view without an article.
func New(d *desk.Desk) *View {
	v := &View{desk: d, Missing: NewMissingLetters(look.NewFontCoverage(look.SystemFonts))}
	v.List = library.New(d, v.Open, v.Listed)
	v.Results = newResults(d, v.search, v.endSearch)
	v.Reader = newReader(d, v)
	v.Inspector = inspector.New(d, v)
	v.Panel = panel.New(d, v)
	v.ListPane = v.List.Object()
	v.Left = container.NewStack(v.ListPane)
	v.side = container.New(&sideLayout{inspector: v.Inspector, panel: v.Panel}, v.Inspector.Object(), control.Line(), v.Panel.Object())
	v.content = container.New(&control.Columns{Left: 258, Right: 356},
		control.Backed(look.ColorPanel, v.Left),
		container.NewBorder(nil, nil, control.Line(), control.Line(), v.Reader.object()),
		v.side,
	)
	return v
}

// sideLayout gives the inspector the height it asks for, and at most what
// leaves the panel room for a few rows.
type sideLayout struct {
	inspector *inspector.Inspector
	panel     *panel.Panel
}

// mostOfSide is the part of the side for the inspector, at most; a longer form scrolls.
const mostOfSide = 0.64

func (l *sideLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280, 2*panel.LeastPanel)
}

func (l *sideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	lower := min(l.panel.LeastHeight(size.Width), max(size.Height/2, panel.LeastPanel))
	upper := min(l.inspector.HeightFor(size.Width), size.Height-lower, size.Height*mostOfSide)
	tops := []float32{0, upper, upper + 1}
	heights := []float32{upper, 1, size.Height - upper - 1}
	for i := range o {
		o[i].Move(fyne.NewPos(0, tops[i]))
		o[i].Resize(fyne.NewSize(size.Width, heights[i]))
	}
}

// Object is what the view is drawn as.
func (v *View) Object() fyne.CanvasObject { return v.content }

// Hints are its keys while an article is open.
func (v *View) Hints() []desk.Hint {
	if !v.HasArticle() {
		return nil
	}
	return []desk.Hint{
		{Key: desk.KeyActor, Does: lang.L("actor")},
		{Key: desk.KeyStatement, Does: lang.L("statement")},
		{Key: desk.KeyPosition, Does: lang.L("position")},
		{Key: desk.KeyHighlight, Does: lang.L("highlight")},
		{Key: desk.KeyPreviousMark},
		{Key: desk.KeyNextMark, Does: lang.L("marks")},
		{Key: desk.KeyHelp, Does: lang.L("keys")},
	}
}

// HasArticle reports whether an article is open.
func (v *View) HasArticle() bool { return v.article.ID != store.ID{} }

// Shown puts the focus into the text, unless somebody is typing what to look for.
func (v *View) Shown() {
	looking := v.Searching() && v.Results.Field.Focused() || v.Panel.HasFilterFocus()
	if v.HasArticle() && !v.Inspector.Editing() && !looking {
		v.Reader.Focus()
	}
}

// Opened shows another project: its list, and the article that was open last.
func (v *View) Opened() {
	v.Results.Field.SetText("")
	v.Clear()
	v.setLeft(v.ListPane)
	v.List.Reload()
	v.Panel.Opened()
	desk.Query(v.desk, &v.loading, lastArticle, func(id store.ID) {
		if id != (store.ID{}) {
			v.Open(id)
		}
	})
}

// lastArticle returns the article that was open last in the project, else one
// that is in progress, else the first of the list; the zero ID if there is none.
func lastArticle(ctx context.Context, p *store.Project) (store.ID, error) {
	kept, err := p.Local(ctx, localArticle)
	if err == nil && len(kept) == len(store.ID{}) {
		if _, err := p.Article(ctx, store.ID(kept)); err == nil {
			return store.ID(kept), nil
		}
	}
	begun := store.StatusInProgress
	for _, status := range []*store.Status{&begun, nil} {
		rows, _, err := p.Articles(ctx, store.ArticleQuery{
			Status: status, Sort: store.ArticlesByPublished, Page: store.Page{Limit: 1},
		})
		if err != nil || len(rows) > 0 {
			return firstID(rows), err
		}
	}
	return store.ID{}, nil
}

func firstID(rows []store.ArticleRow) store.ID {
	if len(rows) == 0 {
		return store.ID{}
	}
	return rows[0].ID
}

// Names of what is kept in the project file for this computer alone.
const (
	localArticle  = "window/article"
	localPosition = "window/position/" // and the article's id: the first visible code point
)

// Clear closes the article.
func (v *View) Clear() {
	v.take(Contents{})
	v.opening = store.ID{}
	v.Reader.clear()
	v.desk.RefreshMenu()
	v.Inspector.Rest()
	v.List.Show(store.ID{})
	v.Panel.SelectAnnotation(store.ID{})
}

// Open shows an article, where it was left. What was left unfinished is offered.
func (v *View) Open(id store.ID) { v.OpenAt(id, nil) }

// SlowReading is how long an article's marks may take to be read before its text is
// shown without them.
const SlowReading = 60 * time.Millisecond

// OpenAt opens an article and then, if then is not nil, does that.
func (v *View) OpenAt(id store.ID, then func()) {
	if id == v.article.ID {
		v.stay()
		if then != nil {
			then()
		}
		return
	}
	v.Leave()
	v.opening = id
	v.List.Show(id)
	type opened struct {
		Contents
		err error
	}
	reads := false // the text is shown, and its marks are still being read
	desk.Query(v.desk, &v.loading, func(ctx context.Context, p *store.Project) (opened, error) {
		r, err := loadText(ctx, p, id)
		if err != nil {
			return opened{r, err}, nil
		}
		bare := r
		defer v.desk.Work.Later(SlowReading, func() {
			if v.desk.Project == p && v.opening == id {
				reads = true
				v.displayText(bare)
			}
		})()
		if err = r.loadMarks(ctx, p, Contents{}, nil); err == nil {
			err = r.loadDrafts(ctx, p)
		}
		return opened{r, err}, nil
	}, func(o opened) {
		missed := v.unread
		v.opening, v.unread = store.ID{}, nil
		switch {
		case o.err != nil:
			v.List.Show(v.article.ID)
			v.desk.Complain(o.err)
		case reads:
			v.displayMarks(o.Contents)
		default:
			v.displayText(o.Contents)
			v.displayMarks(o.Contents)
		}
		v.catchUp(missed...)
		if o.err == nil && then != nil {
			then()
		}
	})
}

// IsOpening reports whether another article is being read to be shown, or the marks of the one that is.
func (v *View) IsOpening() bool { return v.opening != store.ID{} }

// stay keeps the article open that is, though another was to be opened.
func (v *View) stay() {
	if v.opening == (store.ID{}) || v.opening == v.article.ID { // or its marks are being read
		return
	}
	v.loading.Overtake()
	missed := v.unread
	v.opening, v.unread = store.ID{}, nil
	v.List.Show(v.article.ID)
	v.catchUp(missed...)
}

// take makes what was read what is open.
func (v *View) take(r Contents) {
	v.article, v.annotations, v.notes, v.names = r.article, r.Annotations, r.Notes, nil
	v.unread = nil
}

// Named are the actors, issues and tags that annotations of the open article name.
func (v *View) Named() map[store.ID]bool {
	if v.names != nil {
		return v.names
	}
	v.names = map[store.ID]bool{}
	for _, a := range v.annotations {
		v.names[a.Actor], v.names[a.Target.Issue], v.names[a.Target.Actor] = true, true, true
		for _, p := range a.Participants {
			v.names[p.Actor] = true
		}
		for _, tag := range a.Tags {
			v.names[tag] = true
		}
	}
	return v.names
}

// displayText shows the text of an article in place of another's.
func (v *View) displayText(r Contents) {
	v.Inspector.KeepDraft() // of the article that is left, as somebody may have gone on typing
	v.article, v.annotations, v.notes, v.names = r.article, r.Annotations, r.Notes, nil
	v.Reader.display(r)
	v.Panel.SelectAnnotation(store.ID{})
	v.Panel.ShowArticle()
	v.Inspector.SetDrafts(form.Drafts{})
	if v.Inspector.AtLeft() == nil { // the places to be linked stay where they are
		v.Inspector.Rest()
		if v.desk.IsInFront(v) {
			v.Reader.Focus()
		}
	}
	v.TellMissingLetters(r.article.Title + "\n" + r.Body.String())
	v.keepLocal(localArticle, r.article.ID[:])
	v.desk.RefreshMenu()
}

// displayMarks shows what was done with an article whose text is shown. Somebody may
// have begun to work on it already.
func (v *View) displayMarks(r Contents) {
	v.take(r)
	v.Reader.update(r)
	v.Inspector.SetDrafts(r.drafts)
	v.desk.RefreshMenu()
}

// Leave keeps the place in the text and the unfinished form before something
// else is shown.
func (v *View) Leave() {
	if !v.HasArticle() {
		return
	}
	v.Inspector.KeepDraft()
	v.keepLocal(localPosition+v.article.ID.String(), []byte(v.Reader.position()))
}

func (v *View) keepLocal(key string, value []byte) {
	p := v.desk.Project
	if p.ReadOnly() {
		return
	}
	v.desk.Work.Save(func(ctx context.Context) func() {
		if err := p.SetLocal(ctx, key, value); err != nil {
			return func() { v.desk.Complain(err) }
		}
		return nil
	})
}

// Changed follows a write: the text's marks if the open article is touched, first, as
// eyes are there, then the list's counts and the panel.
func (v *View) Changed(e store.Event) {
	if v.opening == (store.ID{}) {
		v.catchUp(e)
	} else {
		v.unread = append(v.unread, e) // the reading may have begun before it
	}
	if len(e.Articles) > 0 || e.Touches(store.EntityArticle) {
		v.List.Reload()
	}
	v.Panel.Reload()
	v.Inspector.Changed(e)
}

// catchUp reads again what events touched in the open article.
func (v *View) catchUp(events ...store.Event) {
	if !v.HasArticle() {
		return
	}
	for _, e := range events {
		named := slices.ContainsFunc([]store.Entity{
			store.EntityActor, store.EntityIssue, store.EntityTag, store.EntityCoder, store.EntityNote,
		}, e.Touches)
		if e.TouchesArticle(v.article.ID) || named {
			v.unread = append(v.unread, e)
		}
	}
	if len(v.unread) > 0 {
		v.ReloadArticle()
	}
}

// ReloadArticle reads again what was touched of the open article, and shows it.
func (v *View) ReloadArticle() {
	id, before, events := v.article.ID, Contents{Annotations: v.annotations, Notes: v.notes}, v.unread
	desk.Query(v.desk, &v.loading, func(ctx context.Context, p *store.Project) (Contents, error) {
		r, err := LoadContents(ctx, p, id, before, events)
		if store.CodeOf(err) == store.CodeNotFound {
			return Contents{}, nil
		}
		return r, err
	}, func(r Contents) {
		if r.article.ID == (store.ID{}) { // deleted meanwhile, by Undo or in the list
			v.Inspector.KeepDraft()
			v.Clear()
			v.leaveText()
			return
		}
		v.take(r)
		v.Reader.update(r)
		v.keepCurrent()
		v.Inspector.Renew()
		v.takeSaved()
	})
}

// MarkFilter is what the panel's filters and the View menu ask for.
func (v *View) MarkFilter() panel.MarkFilter {
	return panel.MarkFilter{Filter: v.Panel.Filter, Dimmed: v.dimmed}
}

// ToggleKind dims the marks of a kind, or shows them again.
func (v *View) ToggleKind(k store.Kind) func() {
	return func() {
		if v.dimmed == nil {
			v.dimmed = map[store.Kind]bool{}
		}
		v.dimmed[k] = !v.dimmed[k]
		v.redress()
	}
}

// redress draws the marks anew in the colours of the present appearance.
func (v *View) redress() { v.Reader.dress(v.annotations, v.notes, nil) }

// PickSaved makes an annotation that was just written the current one, as soon
// as the view has read it.
func (v *View) PickSaved(id store.ID) {
	v.saved = id
	v.takeSaved()
}

func (v *View) takeSaved() {
	if slices.ContainsFunc(v.annotations, func(a store.Annotation) bool { return a.ID == v.saved }) {
		v.Pick(v.saved)
		v.saved = store.ID{}
	}
}

// keepCurrent makes the annotation whose form is open the current one again, if its
// mark was gone and is back.
func (v *View) keepCurrent() {
	if open := v.Inspector.Annotation(); open != (store.ID{}) && !v.unpicked && !v.Reader.HasCurrent() {
		v.Reader.SetCurrent(open)
	}
}

// Pick makes an annotation the current one: in the text, in the panel and in
// the inspector.
func (v *View) Pick(id store.ID) {
	v.unpicked = false
	v.Reader.SetCurrent(id)
	v.Panel.SelectAnnotation(id)
	v.Inspector.Show(id)
	v.desk.RefreshMenu()
}

// unpick follows the reader to other words: what is done next is not about the annotation
// that was picked. Its form stays, for other words to be added to it.
func (v *View) unpick() {
	v.unpicked = true
	v.Panel.SelectAnnotation(store.ID{})
	v.desk.RefreshMenu()
}

// GoTo shows the words of an annotation or of a span in their article and flashes them, or opens an article.
func (v *View) GoTo(p desk.Place) bool {
	if p.Article == (store.ID{}) {
		return false
	}
	v.desk.Show(v)
	v.OpenAt(p.Article, func() {
		switch {
		case p.Entity == store.EntityAnnotation:
			v.Pick(p.ID)
			v.Reader.flash(v.spansOf(p.ID))
		case !p.Span.Empty():
			v.Reader.flash([]text.Span{p.Span})
		case p.Details:
			v.Inspector.ShowDetails()
		}
	})
	return true
}

// Unplaced are the annotations of the open article that stand on an earlier
// version of its text.
func (v *View) Unplaced() []store.Annotation {
	var list []store.Annotation
	for _, a := range v.annotations {
		if !a.Anchor.IsZero() && a.Anchor.Body != v.article.Body {
			list = append(list, a)
		}
	}
	return list
}

// spansOf returns where an annotation stands; a position without spans of its
// own stands where its statement does.
func (v *View) spansOf(id store.ID) []text.Span {
	for _, a := range v.annotations {
		if a.ID != id {
			continue
		}
		if a.Anchor.IsZero() && a.Statement != (store.ID{}) {
			return v.spansOf(a.Statement)
		}
		if a.Anchor.Body != v.Reader.View.Body().Hash() {
			return nil
		}
		return a.Anchor.Spans()
	}
	return nil
}

// MarkOf is the annotation whose mark stands for the given one: a position that
// rests on a statement is shown by the statement's.
func (v *View) MarkOf(id store.ID) store.ID {
	for _, a := range v.annotations {
		if a.ID == id && a.Anchor.IsZero() && a.Statement != (store.ID{}) {
			return a.Statement
		}
	}
	return id
}

// endSearch brings the article list back.
func (v *View) endSearch() {
	v.Results.Field.SetText("")
	v.search("")
	v.Shown()
}

// SearchField is where the person types what to look for in the whole project.
func (v *View) SearchField() fyne.CanvasObject { return v.Results.Field }

// Listed follows how many articles the list has.
func (v *View) Listed(n int) { v.Reader.showEmpty(n) }

// search shows what the project holds for a query in place of the article list;
// an empty query brings the list back.
func (v *View) search(query string) {
	v.Results.search(query)
	searching := strings.TrimSpace(query) != ""
	shown := v.ListPane
	if list := v.Inspector.AtLeft(); list != nil {
		shown = list
	}
	if searching {
		shown = v.Results.object()
	}
	v.setLeft(shown)
	if searching && !v.desk.IsInFront(v) {
		v.desk.Show(v)
	}
}

// setLeft shows a list at the left: of articles, or another in its place.
func (v *View) setLeft(list fyne.CanvasObject) {
	v.Left.Objects = []fyne.CanvasObject{list}
	v.Left.Refresh()
}

// Searching reports whether results of a search are shown.
func (v *View) Searching() bool { return v.Left.Objects[0] == v.Results.object() }

// leaveText gives the focus to the list of articles when the text that had it is gone.
func (v *View) leaveText() {
	focused := v.desk.Window.Canvas().Focused()
	if v.desk.IsInFront(v) && (focused == nil || focused == v.Reader.View) {
		v.List.Focus()
	}
}

// Editing reports whether something is open at the side that can be saved or given up.
func (v *View) Editing() bool { return v.Inspector.Editing() }

// Save writes what is being filled in at the side.
func (v *View) Save() { v.Inspector.Save() }

// GiveUp puts aside what is being filled in.
func (v *View) GiveUp() { v.Inspector.GiveUp() }

// subtitle is the line under an article's title.
func subtitle(a store.Article) string {
	var facts []string
	for _, f := range []string{a.Source, words.Date(a.Published)} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if a.Author != "" {
		facts = append(facts, words.Sentence("by %s", a.Author))
	}
	return strings.Join(append(facts, words.Status(a.Status)), " · ")
}
