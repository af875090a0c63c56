package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// scripts are bodies in which a code point is not a byte and a character is not a code point.
var scripts = []string{
	"Plain words.\n\n“A quotation,” said Venn. 🇦🇷🇱🇦🇳 flags, 👩‍👩‍👧‍👦 families, 👍🏽 thumbs.",
	"Президент Орла Венн сказала: «Мы за перемирие». Ёлки и йод.\n\nБордурия молчит.",
	"قالت الرئيسة أورلا فين: «نريد وقف إطلاق النار».\n\nلَا تَعْلِيقَ مِنْ بُورْدُورِيَا.",
	"奥拉·文恩总统说：「我们要停火」。\n\n漢字カタカナひらがな。",
	"Cafe\u0301 noe\u0308l, Zu\u0308rich; i\u0307stanbul İstanbul.\n\nno\u0302\u0323i",
}

// world is what a random walk knows of the project.
type world struct {
	t                              *rapid.T
	p                              *store.Project
	articles, actors, issues, tags []store.ID
	annotations, reports, filters  []store.ID
	steps                          int

	events   []store.Event                   // since known was read
	known    map[store.ID][]store.Annotation // of each article
	holdings *store.Holdings
}

// follow hears of what happens from here on.
func (w *world) follow() {
	w.events, w.known, w.holdings = nil, map[store.ID][]store.Annotation{}, nil
	w.p.Subscribe(func(e store.Event) { w.events = append(w.events, e) })
}

// catchUp checks that what is read again after events is the same as what is read anew.
func (w *world) catchUp() {
	ctx := context.Background()
	for _, article := range w.articles {
		got, touched, err := w.p.AnnotationsAfter(ctx, article, w.known[article], w.events)
		if err != nil {
			w.t.Fatal(err)
		}
		want, err := w.p.Annotations(ctx, article)
		if err != nil {
			w.t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			w.t.Fatalf("after %d events:\n%s", len(w.events), diff)
		}
		for _, a := range w.known[article] {
			if touched != nil && !touched[a.ID] && !slices.ContainsFunc(got, func(b store.Annotation) bool { return cmp.Equal(a, b) }) {
				w.t.Fatalf("after %d events %s is another, and not said to be", len(w.events), a.ID)
			}
		}
		w.known[article] = want
	}
	w.catchUpHoldings()
	w.events = nil
}

func (w *world) one(list []store.ID, label string) store.ID {
	if len(list) == 0 {
		return store.ID{}
	}
	return rapid.SampledFrom(list).Draw(w.t, label)
}

func (w *world) do(fn func(*store.Batch) error) {
	w.steps++
	_, err := w.p.Do(context.Background(), storetest.Titled(fmt.Sprintf("Step %d", w.steps)), fn)
	if code := store.CodeOf(err); err != nil && code != store.CodeNotFound && code != store.CodeInvalid {
		w.t.Fatal(err)
	}
}

// anchor draws an anchor to a span anywhere in the article's body.
func (w *world) anchor(b *store.Batch, article store.ID) (text.Anchor, error) {
	a, err := b.Article(article)
	if err != nil {
		return text.Anchor{}, err
	}
	body, err := b.Body(a.Body)
	if err != nil {
		return text.Anchor{}, err
	}
	start := rapid.IntRange(0, body.Len()-1).Draw(w.t, "start")
	end := rapid.IntRange(start+1, body.Len()).Draw(w.t, "end")
	return text.NewAnchor(body, text.Span{Start: start, End: end})
}

func (w *world) addArticle() {
	var added store.ID
	w.do(func(b *store.Batch) error {
		a, err := b.AddArticle(store.Article{
			Title: rapid.SampledFrom([]string{"One", "Two", "Ёж"}).Draw(w.t, "title"), Source: fmt.Sprint("Wire ", w.steps),
			Published: rapid.SampledFrom([]store.Date{"", "2031", "2031-05", "2031-05-16", "2031-05-16T09:30:00+03:00"}).Draw(w.t, "published"),
		}, rapid.SampledFrom(scripts).Draw(w.t, "body"))
		added = a.ID
		return err
	})
	w.articles = append(w.articles, added)
}

func (w *world) addNames() {
	w.do(func(b *store.Batch) error {
		a, err := b.AddActor(store.Actor{Name: rapid.SampledFrom([]string{"Orla Venn", "Arland", "Бордурия"}).Draw(w.t, "name")})
		if err != nil {
			return err
		}
		i, err := b.AddIssue(store.Issue{Name: "Ceasefire", Parent: w.liveParent()})
		if err != nil {
			return err
		}
		tag, err := b.AddTag(store.Tag{Name: "check"})
		w.actors, w.issues, w.tags = append(w.actors, a.ID), append(w.issues, i.ID), append(w.tags, tag.ID)
		if err != nil || len(w.actors) < 2 {
			return err
		}
		if err := b.AddAlias(a.ID, fmt.Sprint("Alias ", w.steps%3)); err != nil {
			return err
		}
		return b.SetAffiliations(a.ID, []store.Affiliation{{Organisation: w.actors[0], Role: "spokesman"}})
	})
}

func (w *world) liveParent() store.ID {
	id := w.one(w.issues, "parent")
	if _, err := w.p.Issue(context.Background(), id); err != nil {
		return store.ID{}
	}
	return id
}

func (w *world) annotate() {
	article := w.one(w.articles, "article")
	kind := rapid.SampledFrom([]store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition}).Draw(w.t, "kind")
	a := store.Annotation{Article: article, Kind: kind}
	switch kind {
	case store.KindMention:
		a.Actor = w.one(w.actors, "actor")
	case store.KindStatement:
		a.Participants = []store.Participant{{Role: store.RoleSpeaker, Actor: w.one(w.actors, "speaker"), Words: "a source"}}
		a.On = rapid.SampledFrom([]store.Date{"", "2031-04"}).Draw(w.t, "on")
	case store.KindPosition:
		a.Target = store.Target{Issue: w.one(w.issues, "issue")}
		a.Stance = rapid.SampledFrom([]store.Stance{"", store.StanceSupport, store.StanceOppose}).Draw(w.t, "stance")
	}
	if tag := w.one(w.tags, "tag"); tag != (store.ID{}) && rapid.Bool().Draw(w.t, "tagged") {
		a.Tags = []store.ID{tag}
	}
	if kind == store.KindPosition && rapid.Bool().Draw(w.t, "rests") {
		a.Statement = w.one(w.annotations, "statement")
	}
	w.do(func(b *store.Batch) (err error) {
		if s, err := b.Annotation(a.Statement); err == nil {
			a.Article = s.Article
		}
		if a.Statement == (store.ID{}) || rapid.Bool().Draw(w.t, "own words") {
			if a.Anchor, err = w.anchor(b, a.Article); err != nil {
				return err
			}
		}
		added, err := b.AddAnnotation(a)
		if err == nil {
			w.annotations = append(w.annotations, added.ID)
		}
		return err
	})
}

func (w *world) edit() {
	annotation, article, actor := w.one(w.annotations, "annotation"), w.one(w.articles, "article"), w.one(w.actors, "actor")
	choice := rapid.IntRange(0, 15).Draw(w.t, "edit")
	tag := w.one(w.tags, "tag of the article")
	later, filter := w.one(w.annotations, "later annotation"), w.one(w.filters, "filter")
	held := w.held(annotation, later)
	w.do(func(b *store.Batch) error {
		switch choice {
		case 0:
			return b.UpdateAnnotation(annotation, func(a *store.Annotation) { a.Condition, a.On = fmt.Sprint("if ", w.steps), "2030" })
		case 1:
			return b.UpdateArticle(article, func(a *store.Article) { a.Published, a.Status = "2029-12-31", store.StatusCoded })
		case 2:
			return b.UpdateActor(actor, func(a *store.Actor) { a.Name = fmt.Sprint("Renamed ", w.steps) })
		case 3:
			return b.SetNote(store.EntityAnnotation, annotation, fmt.Sprint("note ", w.steps))
		case 4:
			return b.SetParticipants(annotation, []store.Participant{
				{Role: store.RoleHolder, Actor: actor}, {Role: store.RoleCarrier, Words: "an unnamed source"},
			})
		case 7:
			a, err := b.Article(article)
			if err != nil {
				return err
			}
			body, err := b.Body(a.Body)
			if err != nil {
				return err
			}
			runes := []rune(body.String())
			at := rapid.IntRange(0, len(runes)).Draw(w.t, "edited at")
			_, _, err = b.EditBody(article, string(runes[:at])+"new "+string(runes[min(len(runes), at+3):]))
			return err
		case 5:
			h, err := b.AddBody(rapid.SampledFrom(scripts).Draw(w.t, "new body"))
			if err != nil {
				return err
			}
			return b.UpdateArticle(article, func(a *store.Article) { a.Body = h })
		case 8:
			return b.TagArticles(tag, article)
		case 9:
			return b.SetArticleTags(article, []store.ID{tag})
		case 10:
			return b.UntagArticles(tag, article)
		case 11:
			return w.decide(b, article, annotation)
		case 12:
			return b.Reopen(proposed(article, "0"), proposed(article, "1"))
		case 13:
			return b.Explain(store.Explanation{
				Earlier: annotation, Later: later, EarlierHeld: held[0], LaterHeld: held[1], Note: fmt.Sprint("It rained ", w.steps%3),
			})
		case 14:
			return b.Unexplain(annotation, later)
		case 15:
			f, err := b.SaveFilter(filter, fmt.Sprint("Filter ", w.steps%3), fmt.Sprintf(`{"step":%d}`, w.steps))
			if filter == (store.ID{}) {
				w.filters = append(w.filters, f.ID)
			}
			return err
		default:
			return b.SetTags(annotation, nil)
		}
	})
}

// held is what annotations hold, if they are positions on issues.
func (w *world) held(annotations ...store.ID) []store.Held {
	h, err := w.p.Holdings(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	held := make([]store.Held, len(annotations))
	for i, id := range annotations {
		for k := range h.Positions {
			if h.Positions[k].ID == id {
				held[i] = h.Positions[k].Held("words")
			}
		}
	}
	return held
}

// decide rejects a proposal, or accepts it as an annotation.
func (w *world) decide(b *store.Batch, article, annotation store.ID) error {
	anchor, err := w.anchor(b, article)
	if err != nil {
		return err
	}
	d := store.Decision{
		ID: proposed(article, fmt.Sprint(w.steps%2)), Article: article, Kind: store.KindMention, Anchor: anchor, Rule: "name.known",
		Confidence: w.steps % 101, Verdict: store.VerdictRejected,
	}
	if w.steps%3 == 0 {
		d.Verdict, d.Annotation = store.VerdictAccepted, annotation
	}
	return b.Decide(d)
}

// report adds a report, or works on one.
func (w *world) report() {
	report, annotation := w.one(w.reports, "report"), w.one(w.annotations, "quoted")
	issue, actor := w.one(w.issues, "issue of a list"), w.one(w.actors, "actor of a list")
	choice := rapid.IntRange(0, 7).Draw(w.t, "report step")
	if report == (store.ID{}) || choice == 0 {
		w.do(func(b *store.Batch) error {
			r, err := b.AddReport(store.Report{Title: fmt.Sprint("Report ", w.steps%3)})
			w.reports = append(w.reports, r.ID)
			return err
		})
		return
	}
	_, items, err := w.p.Report(context.Background(), report)
	if code := store.CodeOf(err); err != nil && code != store.CodeNotFound {
		w.t.Fatal(err)
	}
	ids := []store.ID{{}} // the front
	for _, i := range items {
		ids = append(ids, i.ID)
	}
	item, after := w.one(ids, "item"), w.one(ids, "after")
	w.do(func(b *store.Batch) error {
		switch choice {
		case 1:
			return b.RenameReport(report, fmt.Sprint("Renamed ", w.steps))
		case 2:
			_, err := b.InsertReportItems(report, after, store.ReportItem{Kind: store.ItemHeading, Text: fmt.Sprint("Heading ", w.steps)},
				store.ReportItem{Kind: store.ItemPositions, About: store.Target{Issue: issue}})
			return err
		case 3:
			return b.MoveReportItems(after, item)
		case 4:
			return b.EditReportItem(item, func(i *store.ReportItem) { i.Text = fmt.Sprint("Edited ", w.steps) })
		case 5:
			return b.Delete(store.EntityReportItem, item)
		case 6:
			return b.AcceptQuotes(item)
		default:
			_, err := b.AppendReportItems(report, store.ReportItem{Kind: store.ItemQuote, Of: annotation},
				store.ReportItem{Kind: store.ItemStatements, About: store.Target{Actor: actor}, Form: store.FormTable},
				store.ReportItem{Kind: store.ItemParagraph, Text: fmt.Sprint("Words\nof ", w.steps)})
			return err
		}
	})
}

func (w *world) remove() {
	e := rapid.SampledFrom([]store.Entity{
		store.EntityArticle, store.EntityActor, store.EntityIssue, store.EntityTag, store.EntityAnnotation, store.EntityReport,
		store.EntitySavedFilter,
	}).Draw(w.t, "entity")
	list := map[store.Entity][]store.ID{
		store.EntityArticle: w.articles, store.EntityActor: w.actors, store.EntityIssue: w.issues, store.EntityAnnotation: w.annotations,
		store.EntityTag: w.tags, store.EntityReport: w.reports, store.EntitySavedFilter: w.filters,
	}[e]
	id, other := w.one(list, "row"), w.one(list, "other")
	choice := rapid.IntRange(0, 3).Draw(w.t, "removal")
	w.do(func(b *store.Batch) error {
		switch {
		case choice == 0:
			return b.Restore(e, id)
		case choice == 1 && e != store.EntityAnnotation && e != store.EntityReport && e != store.EntitySavedFilter:
			return b.Merge(e, id, other)
		case choice == 2 && (e == store.EntityActor || e == store.EntityIssue):
			return b.Reassign(e, id, other)
		default:
			return b.Delete(e, id)
		}
	})
}

func (w *world) back() {
	take := w.p.Undo
	if rapid.Bool().Draw(w.t, "redo") {
		take = w.p.Redo
	}
	r, err := take(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	if len(r.Kept) > 0 {
		w.t.Fatalf("nobody else works on the project, yet %v was kept", r.Kept)
	}
}

func (w *world) reopen() {
	path := w.p.Path()
	if err := w.p.Close(); err != nil {
		w.t.Fatal(err)
	}
	p, err := store.Open(context.Background(), path, store.Options{Coder: "Ada"})
	if err != nil {
		w.t.Fatal(err)
	}
	w.p = p
	w.follow()
}

func (w *world) check() {
	w.catchUp()
	report, err := w.p.Check(context.Background(), nil)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, problem := range report.Problems {
		w.t.Errorf("check: %s", problem.Message)
	}
}

// seen is everything that a project shows.
type seen struct {
	Counts      store.Counts
	Articles    []store.ArticleRow
	Actors      []store.ActorRow
	Issues      []store.IssueRow
	Tags        []store.TagRow
	Annotations []store.Annotation
	Positions   []store.PositionRow
	Targets     []store.PositionRow
	Statements  []store.StatementRow
	Notes       []store.Note
	Hits        []store.Hit
	Reports     []seenReport
	Decisions   []store.Decision `json:",omitempty"` // earlier formats have none

	Explanations []store.Explanation `json:",omitempty"` // likewise
	Filters      []store.SavedFilter `json:",omitempty"` // likewise
}

// seenReport is a report with its parts.
type seenReport struct {
	store.ReportRow
	Parts []store.ReportItem
}

// look reads everything, and checks that each span's words are what the text has there.
func look(t interface {
	Fatal(...any)
	Fatalf(string, ...any)
}, p *store.Project,
) seen {
	ctx := context.Background()
	var s seen
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	var err error
	s.Counts, err = p.Counts(ctx)
	must(err)
	s.Articles, _, err = p.Articles(ctx, store.ArticleQuery{Sort: store.ArticlesByAdded})
	must(err)
	s.Actors, _, err = p.Actors(ctx, store.ActorQuery{})
	must(err)
	s.Issues, _, err = p.Issues(ctx, store.IssueQuery{})
	must(err)
	s.Tags, _, err = p.Tags(ctx, store.TagQuery{})
	must(err)
	s.Positions, _, err = p.Positions(ctx, store.PositionQuery{})
	must(err)
	s.Targets, _, err = p.Positions(ctx, store.PositionQuery{Group: store.PositionsByTarget})
	must(err)
	s.Statements, _, err = p.Statements(ctx, store.StatementQuery{})
	must(err)
	reports, err := p.Reports(ctx)
	must(err)
	for _, r := range reports {
		is, items, err := p.Report(ctx, r.ID)
		must(err)
		if is != r.Report || len(items) != r.Items {
			t.Fatalf("a report is listed as %v, and is %v with %d parts", r, is, len(items))
		}
		s.Reports = append(s.Reports, seenReport{r, items})
	}
	s.Explanations, err = p.Explanations(ctx)
	must(err)
	h, err := p.Holdings(ctx)
	must(err)
	for i := range s.Explanations {
		e := &s.Explanations[i]
		for _, known := range h.Explained(e.Earlier, e.Later) {
			if known.Coder == e.Coder {
				e.Changed = known.Changed
			}
		}
		e.At = time.Time{} // Undo writes once more
	}
	s.Filters, err = p.SavedFilters(ctx)
	must(err)
	for _, word := range []string{"venn", "цитата", "停火", "source", "renamed", "note"} {
		hits, err := p.Search(ctx, store.SearchQuery{Text: word})
		must(err)
		total, err := p.SearchCount(ctx, word)
		must(err)
		if total != len(hits) {
			t.Fatalf("%d hits of %d", len(hits), total)
		}
		s.Hits = append(s.Hits, hits...)
	}
	for _, a := range s.Articles {
		list, err := p.Annotations(ctx, a.ID)
		must(err)
		s.Annotations = append(s.Annotations, list...)
		notes, err := p.ArticleNotes(ctx, a.ID)
		must(err)
		s.Notes = append(s.Notes, notes...)
		decisions, err := p.Decisions(ctx, a.ID)
		must(err)
		s.Decisions = append(s.Decisions, decisions...)
	}
	for _, a := range s.Annotations {
		for _, q := range a.Anchor.Quotes {
			body, err := p.Body(ctx, a.Anchor.Body)
			must(err)
			if got := body.Slice(q.Span); got != q.Exact {
				t.Fatalf("span %v holds %q, its exact text is %q", q.Span, got, q.Exact)
			}
			if body.Snap(q.Span) != q.Span {
				t.Fatalf("span %v cuts a character", q.Span)
			}
		}
	}
	return s
}

func TestUndoToTheStartAndRedoToTheEndGiveTheSameTables(t *testing.T) {
	store.Fewer(t, 30)
	folder := t.TempDir()
	made := 0
	start := look(t, newProject(t))
	rapid.Check(t, func(rt *rapid.T) {
		made++
		path := filepath.Join(folder, fmt.Sprintf("%d.standpoint", made))
		p, err := store.Create(context.Background(), path, store.Options{Coder: "Ada"})
		if err != nil {
			rt.Fatal(err)
		}
		w := &world{t: rt, p: p}
		w.follow()
		defer func() {
			if err := w.p.Close(); err != nil {
				rt.Fatal(err)
			}
		}()
		w.addArticle()
		w.addNames()
		walk(w, rapid.IntRange(3, 10).Draw(rt, "steps"))
		end := look(rt, w.p)
		for taken := 0; ; taken++ {
			r, err := w.p.Undo(context.Background())
			if err != nil {
				rt.Fatal(err)
			}
			if r.Nothing {
				break
			}
		}
		if diff := cmp.Diff(start, look(rt, w.p)); diff != "" {
			rt.Fatalf("undone to the start (-empty +got):\n%s", diff)
		}
		w.check()
		w.reopen()
		for {
			r, err := w.p.Redo(context.Background())
			if err != nil {
				rt.Fatal(err)
			}
			if r.Nothing {
				break
			}
		}
		w.check()
		if diff := cmp.Diff(end, look(rt, w.p)); diff != "" {
			rt.Fatalf("redone to the end (-end +got):\n%s", diff)
		}
	})
}

// walk takes random steps, and checks the project after each.
func walk(w *world, steps int) {
	actions := []func(){
		w.annotate, w.annotate, w.annotate, w.addNames, w.addArticle, w.edit, w.edit, w.report, w.report,
		w.remove, w.back, w.reopen,
	}
	for range steps {
		rapid.SampledFrom(actions).Draw(w.t, "action")()
		w.check()
	}
	w.redoAll()
}

// redoAll brings back what the walk's last steps undid, so that all of it can be walked over again.
func (w *world) redoAll() {
	for !w.p.RedoTitle().IsZero() {
		if _, err := w.p.Redo(context.Background()); err != nil {
			w.t.Fatal(err)
		}
	}
}
