package exchange

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// Rows hands over all that a part of the project shows, as it is now: what is written meanwhile is left out. So is what was deleted,
// and how things came to be; merged rows are handed over as what they were merged into. All rows of a kind come together: coders
// who wrote notes or explanations, articles by publication date, actors, issues, tags, annotations as in their texts, notes, explanations,
// and of the whole project collections, saved searches, presets, reports and saved filters. The same project gives the same rows in the
// same order. An error, without a row, is the last.
func Rows(ctx context.Context, p *store.Project, part Part) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		err := p.Frozen(ctx, func(now *store.Project) error {
			return (&exporter{ctx: ctx, project: now, part: part, yield: yield, coders: map[store.ID]bool{}}).run()
		})
		if err := unlessStopped(err); err != nil {
			yield(nil, err)
		}
	}
}

// exporter holds the short rows of a project while it is handed over; bodies and annotations are read one article at a time.
type exporter struct {
	ctx     context.Context
	project *store.Project
	part    Part
	yield   func(Row, error) bool

	articles []store.ArticleRow
	actors   []store.Actor
	issues   []Issue
	tags     []Tag
	notes    []Note
	coders   map[store.ID]bool // that wrote notes or explanations

	explanations []Explanation
}

func (e *exporter) run() error {
	for _, part := range []func() error{
		e.load, e.writeCoders, e.writeArticles, e.writeActors, e.writeIssues, e.writeTags, e.writeAnnotations, e.writeNotes, e.writeExplanations,
		whole(e, collectionsOf), whole(e, savedSearchesOf), whole(e, presetsOf), whole(e, reportsOf), whole(e, savedFiltersOf),
	} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// add hands one row over.
func (e *exporter) add(r Row) error {
	if !e.yield(r, nil) {
		return errStop
	}
	return nil
}

func (e *exporter) load() error {
	var err error
	if e.articles, err = e.part.articles(e.ctx, e.project); err != nil {
		return err
	}
	slices.SortFunc(e.articles, func(a, b store.ArticleRow) int {
		return cmp.Or(a.Published.Compare(b.Published), compareIDs(a.ID, b.ID))
	})
	actors, _, err := e.project.Actors(e.ctx, store.ActorQuery{})
	if err != nil {
		return err
	}
	for _, r := range actors {
		e.actors = append(e.actors, r.Actor)
	}
	slices.SortFunc(e.actors, func(a, b store.Actor) int { return compareIDs(a.ID, b.ID) })
	if e.issues, err = issuesOf(e.ctx, e.project); err != nil {
		return err
	}
	if e.tags, err = tagsOf(e.ctx, e.project); err != nil {
		return err
	}
	if e.explanations, err = explanationsOf(e.ctx, e.project); err != nil {
		return err
	}
	if err := e.keepNamed(); err != nil {
		return err
	}
	for _, x := range e.explanations {
		e.coders[x.Coder] = true
	}
	return e.loadNotes()
}

// loadNotes gathers the notes on articles and their annotations, on actors and on issues. Two notes of one coder on one
// row, as merging rows can leave them, become one.
func (e *exporter) loadNotes() error {
	add := func(list []store.Note, err error) error {
		slices.SortFunc(list, func(a, b store.Note) int {
			return cmp.Or(compareIDs(a.Subject, b.Subject), compareIDs(a.Coder, b.Coder), compareIDs(a.ID, b.ID))
		})
		for _, n := range list {
			e.coders[n.Coder] = true
			row := Note{On: n.On, Subject: n.Subject, Coder: n.Coder, Text: n.Text}
			if last := len(e.notes) - 1; last >= 0 && e.notes[last].key() == row.key() {
				e.notes[last].Text += "\n\n" + row.Text
				continue
			}
			e.notes = append(e.notes, row)
		}
		return err
	}
	for _, a := range e.articles {
		notes, err := e.project.ArticleNotes(e.ctx, a.ID)
		for i := range notes {
			if notes[i].On == store.EntityArticle {
				notes[i].Subject = a.ID // also where it was made on an article that was merged into this one
			}
		}
		if err := add(notes, err); err != nil {
			return err
		}
	}
	for _, a := range e.actors {
		if err := add(e.project.Notes(e.ctx, store.EntityActor, a.ID)); err != nil {
			return err
		}
	}
	for _, i := range e.issues {
		if err := add(e.project.Notes(e.ctx, store.EntityIssue, i.ID)); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) writeCoders() error {
	coders, err := e.project.Coders(e.ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(coders, func(a, b store.Coder) int { return compareIDs(a.ID, b.ID) })
	for _, c := range coders {
		if !e.coders[c.ID] {
			continue
		}
		if err := e.add(Coder{ID: c.ID, Name: c.Name}); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) writeArticles() error {
	for _, a := range e.articles {
		row, err := articleOf(e.ctx, e.project, a.Article, a.Tags)
		if err != nil {
			return err
		}
		if a.Unplaced > 0 {
			if row.EarlierBodies, err = e.earlierBodies(a.Article); err != nil {
				return err
			}
		}
		if err := e.add(row); err != nil {
			return err
		}
	}
	return nil
}

// earlierBodies returns the other texts in which annotations of the article stand.
func (e *exporter) earlierBodies(a store.Article) ([]string, error) {
	annotations, err := e.project.Annotations(e.ctx, a.ID)
	if err != nil {
		return nil, err
	}
	var hashes []text.Hash
	for _, x := range annotations {
		if h := x.Anchor.Body; !h.IsZero() && h != a.Body {
			hashes = append(hashes, h)
		}
	}
	slices.SortFunc(hashes, func(x, y text.Hash) int { return slices.Compare(x[:], y[:]) })
	var bodies []string
	for _, h := range slices.Compact(hashes) {
		body, err := e.project.Body(e.ctx, h)
		if err != nil {
			return nil, err
		}
		bodies = append(bodies, body.String())
	}
	return bodies, nil
}

func (e *exporter) writeActors() error {
	for _, a := range e.actors {
		row, err := actorOf(e.ctx, e.project, a)
		if err != nil {
			return err
		}
		if err := e.add(row); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) writeIssues() error {
	for _, i := range e.issues {
		if err := e.add(i); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) writeTags() error {
	for _, t := range e.tags {
		if err := e.add(t); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) writeAnnotations() error {
	return e.eachAnnotated(func(a *store.ArticleRow, annotations []store.Annotation) error {
		for _, x := range inTextOrder(annotations) {
			if err := e.add(annotationOf(x, a.ID, a.Body)); err != nil {
				return err
			}
		}
		return nil
	})
}

// atOnce is of how many articles annotations are read together.
const atOnce = 100

// eachAnnotated calls fn with each article and its annotations.
func (e *exporter) eachAnnotated(fn func(*store.ArticleRow, []store.Annotation) error) error {
	for some := range slices.Chunk(e.articles, atOnce) {
		ids := make([]store.ID, len(some))
		for i, a := range some {
			ids[i] = a.ID
		}
		of, err := e.project.AnnotationsIn(e.ctx, ids)
		if err != nil {
			return err
		}
		for i := range some {
			if err := fn(&some[i], of[some[i].ID]); err != nil {
				return err
			}
		}
	}
	return nil
}

// inTextOrder sorts annotations by where they begin; a position without words of its own follows its statement.
func inTextOrder(annotations []store.Annotation) []store.Annotation {
	starts := make(map[store.ID]int, len(annotations))
	for _, a := range annotations {
		if spans := a.Anchor.Spans(); len(spans) > 0 {
			starts[a.ID] = spans[0].Start
		}
	}
	start := func(a store.Annotation) int {
		if a.Anchor.IsZero() {
			return starts[a.Statement]
		}
		return starts[a.ID]
	}
	rank := map[store.Kind]int{store.KindMention: 1, store.KindStatement: 2, store.KindPosition: 3}
	slices.SortFunc(annotations, func(a, b store.Annotation) int {
		return cmp.Or(cmp.Compare(start(a), start(b)), cmp.Compare(rank[a.Kind], rank[b.Kind]), compareIDs(a.ID, b.ID))
	})
	return annotations
}

func (e *exporter) writeNotes() error {
	for _, n := range e.notes {
		if err := e.add(n); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) writeExplanations() error {
	for _, x := range e.explanations {
		if err := e.add(x); err != nil {
			return err
		}
	}
	return nil
}

func compareIDs(a, b store.ID) int { return slices.Compare(a[:], b[:]) }

// articleOf returns the row of an article with the tags that it carries.
func articleOf(ctx context.Context, p *store.Project, a store.Article, tags []store.Name) (Article, error) {
	body, err := p.Body(ctx, a.Body)
	if err != nil {
		return Article{}, err
	}
	row := Article{
		ID: a.ID, Title: a.Title, Source: a.Source, Author: a.Author, Published: a.Published, URL: a.URL,
		Section: a.Section, Language: a.Language, Status: statusName(a.Status), File: a.File, Original: a.Original,
		Attachment: a.Attachment, AttachmentHash: a.AttachmentHash, Body: body.String(),
	}
	for _, tag := range tags {
		row.Tags = append(row.Tags, tag.ID)
	}
	row.Tags = normalTags(row.Tags)
	return row, nil
}

// unread is the name of the status that the store leaves empty.
const unread = "unread"

func statusName(s store.Status) string { return cmp.Or(string(s), unread) }

// actorOf returns the row of an actor with its aliases, affiliations and external ids.
func actorOf(ctx context.Context, p *store.Project, a store.Actor) (Actor, error) {
	row := Actor{ID: a.ID, Name: a.Name, Kind: a.Kind, Description: a.Description, Colour: a.Colour}
	var err error
	if row.Aliases, err = p.Aliases(ctx, a.ID); err != nil {
		return row, err
	}
	affiliations, err := p.Affiliations(ctx, a.ID)
	if err != nil {
		return row, err
	}
	for _, x := range affiliations {
		if x.Organisation == a.ID {
			continue // it was merged with its organisation
		}
		row.Affiliations = append(row.Affiliations, Affiliation{x.ID, x.Organisation, x.Role, x.From, x.To})
	}
	external, err := p.ExternalIDs(ctx, a.ID)
	for _, x := range external {
		row.ExternalIDs = append(row.ExternalIDs, ExternalID{x.Scheme, x.Value})
	}
	row.normalise()
	return row, err
}

// issuesOf returns the rows of all issues. A parent that was deleted is none.
func issuesOf(ctx context.Context, p *store.Project) ([]Issue, error) {
	list, _, err := p.Issues(ctx, store.IssueQuery{})
	rows := make([]Issue, len(list))
	shown := map[store.ID]bool{}
	for i, r := range list {
		rows[i] = Issue{ID: r.ID, Name: r.Name, Description: r.Description, Colour: r.Colour, Parent: r.Parent}
		shown[r.ID] = true
	}
	for i := range rows {
		if !shown[rows[i].Parent] {
			rows[i].Parent = store.ID{}
		}
	}
	slices.SortFunc(rows, func(a, b Issue) int { return compareIDs(a.ID, b.ID) })
	return rows, err
}

// tagsOf returns the rows of all tags. A parent that was deleted is none.
func tagsOf(ctx context.Context, p *store.Project) ([]Tag, error) {
	list, _, err := p.Tags(ctx, store.TagQuery{})
	rows := make([]Tag, len(list))
	shown := map[store.ID]bool{}
	for i, r := range list {
		rows[i] = Tag{ID: r.ID, Name: r.Name, Colour: r.Colour, Parent: r.Parent}
		shown[r.ID] = true
	}
	for i := range rows {
		if !shown[rows[i].Parent] {
			rows[i].Parent = store.ID{}
		}
	}
	slices.SortFunc(rows, func(a, b Tag) int { return compareIDs(a.ID, b.ID) })
	return rows, err
}

// annotationOf returns the row of an annotation of an article with that body.
func annotationOf(a store.Annotation, article store.ID, body text.Hash) Annotation {
	row := Annotation{
		ID: a.ID, Article: article, Kind: a.Kind, Spans: spansOf(a.Anchor), Actor: a.Actor, Quotation: a.Quotation,
		Act: a.Act, On: a.On, Translation: a.Translation, Statement: a.Statement,
		Target: Target(a.Target), Stance: a.Stance, Condition: a.Condition, Tags: a.Tags,
	}
	if h := a.Anchor.Body; !h.IsZero() && h != body {
		row.Body = h.String()
	}
	if a.Cue.Body == a.Anchor.Body {
		row.Cue = spansOf(a.Cue)
	}
	for _, p := range a.Participants {
		row.Participants = append(row.Participants, Participant{p.Role, p.Actor, p.Words})
	}
	row.normalise()
	return row
}

func spansOf(a text.Anchor) []Span {
	var spans []Span
	for _, q := range a.Quotes {
		spans = append(spans, Span{Start: &q.Start, End: &q.End, Exact: q.Exact})
	}
	return spans
}

// normalise puts what has no order of its own into one, and makes one of what is twice.
func (r *Actor) normalise() {
	for i := range r.Aliases {
		r.Aliases[i] = strings.TrimSpace(r.Aliases[i])
	}
	slices.Sort(r.Aliases)
	r.Aliases = slices.Compact(r.Aliases)
	slices.SortFunc(r.Affiliations, func(a, b Affiliation) int {
		return cmp.Or(a.From.Compare(b.From), compareIDs(a.ID, b.ID))
	})
	slices.SortFunc(r.ExternalIDs, func(a, b ExternalID) int {
		return cmp.Or(cmp.Compare(a.Scheme, b.Scheme), cmp.Compare(a.Value, b.Value))
	})
	r.ExternalIDs = slices.Compact(r.ExternalIDs)
}

// normalise puts what has no order of its own into one, and makes one of what is twice.
func (r *Annotation) normalise() {
	var unique []Participant
	for _, p := range r.Participants {
		p.Words = strings.TrimSpace(p.Words)
		if !slices.Contains(unique, p) {
			unique = append(unique, p)
		}
	}
	r.Participants = unique
	r.Tags = normalTags(r.Tags)
}

// normalTags are tags in their one order, each once.
func normalTags(tags []store.ID) []store.ID {
	slices.SortFunc(tags, compareIDs)
	return slices.Compact(tags)
}
