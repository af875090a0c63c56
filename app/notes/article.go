package notes

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"standpoint/store"
)

// articleNotes is the document on articles: who stands where in them, then each with its statements in the order of the text, then
// what is known of the actors and issues.
func (b *builder) articleNotes() ([]Block, error) {
	articles, err := b.articles()
	if err != nil {
		return nil, err
	}
	var parts []Block
	err = b.each(articles, store.ReachMarked, func(p *articlePart) error {
		blocks, err := p.blocks()
		parts = append(parts, blocks...)
		return err
	})
	if err != nil {
		return nil, err
	}
	about := b.w.enumerate([]string{
		b.w.articles.of(len(articles)), b.w.statements.of(b.told.statements), b.w.positions.of(b.told.positions),
	})
	front := slices.Concat(b.provenance(about), b.whoStandsWhere(), b.contents(articles))
	if b.options.Detail == DetailShort {
		return append(front, parts...), nil
	}
	known, err := b.known()
	return slices.Concat(front, parts, known), err
}

// contents lists the articles when there are several; each line leads to its part.
func (b *builder) contents(articles []store.Article) []Block {
	if len(articles) < 2 {
		return nil
	}
	var list List
	for _, a := range articles {
		list.Items = append(list.Items, Item{Text: joinText(" — ", b.w.citeTo(a, articleAnchor(a.ID)), plain(b.w.statuses[a.Status]))})
	}
	return []Block{Heading{Level: 2, Text: plain(b.w.articleList)}, list}
}

func articleAnchor(id store.ID) string { return "article-" + id.String() }

// articlePart is what is known of one article while its part is written.
type articlePart struct {
	*builder
	*store.Recorded
	article store.Article
	noted   map[store.ID][]store.Note // by what they are on

	// Whatever annotations are asked for: who speaks or holds positions, and who has one on which issue.
	voices []store.ID
	taken  map[store.ID]map[store.ID]bool

	introduced map[store.ID]string // the roles in which actors were named
	presences  []store.Presence    // who is in it, if the document tells
}

// atOnce is how many articles are read together.
const atOnce = 100

// each calls fn with what is recorded of each article, as far as the options ask for it and the reach goes.
func (b *builder) each(articles []store.Article, reach store.Reach, fn func(*articlePart) error) error {
	type portion struct {
		articles []store.Article
		recorded map[store.ID]*store.Recorded
		present  map[store.ID][]store.Presence
	}
	read := func(ctx context.Context, some []store.Article) (r portion, err error) {
		r.articles = some
		ids := make([]store.ID, len(some))
		for i, a := range some {
			ids[i] = a.ID
		}
		if r.recorded, err = b.project.RecordedIn(ctx, ids, reach); err != nil {
			return r, err
		}
		if b.options.Kind == KindArticles && b.options.Detail == DetailLong && reach == store.ReachMarked {
			r.present, err = b.project.PresencesIn(ctx, ids)
		}
		return r, err
	}
	done := 0
	return ahead(b.ctx, slices.Collect(slices.Chunk(articles, atOnce)), read, func(r portion) error {
		if err := b.learnPresent(r.present); err != nil {
			return err
		}
		return b.eachOf(r.articles, r.recorded, func(p *articlePart) error {
			p.presences = r.present[p.article.ID]
			if reach != store.ReachSaid {
				p.count()
			}
			err := fn(p)
			done++
			b.progress(done, len(articles))
			return err
		})
	})
}

// eachOf calls fn with what is recorded of each article, as far as the options ask for it.
func (b *builder) eachOf(articles []store.Article, recorded map[store.ID]*store.Recorded, fn func(*articlePart) error) error {
	if err := b.learnOf(recorded); err != nil {
		return err
	}
	for _, a := range articles {
		p := &articlePart{
			builder: b, Recorded: recorded[a.ID], article: a, noted: map[store.ID][]store.Note{}, introduced: map[store.ID]string{},
		}
		for _, n := range p.Notes {
			p.noted[n.Subject] = append(p.noted[n.Subject], n)
		}
		if b.options.Kind == KindIssues {
			p.hear()
		}
		p.narrow()
		if err := fn(p); err != nil {
			return failed(a.Title, err)
		}
	}
	return nil
}

// learnPresent reads of those who are in articles what is not known yet.
func (b *builder) learnPresent(of map[store.ID][]store.Presence) error {
	var actors []store.ID
	for _, list := range of {
		for _, who := range list {
			actors = append(actors, who.Actor)
		}
	}
	return errors.Join(b.learn(store.EntityActor, actors...), b.learnAffiliations(actors...))
}

// learnOf reads of those who take part what the rows do not have: names, and what they belong to.
func (b *builder) learnOf(recorded map[store.ID]*store.Recorded) error {
	var actors, tags []store.ID
	for _, r := range recorded {
		for _, a := range r.Annotations {
			actors = append(actors, a.Actor)
			tags = append(tags, a.Tags...)
			for _, who := range a.Participants {
				actors = append(actors, who.Actor)
			}
		}
	}
	return errors.Join(b.learn(store.EntityActor, actors...), b.learn(store.EntityTag, tags...), b.learnAffiliations(actors...))
}

// hear notes who speaks in the article, and who has a position on which issue.
func (p *articlePart) hear() {
	p.taken = map[store.ID]map[store.ID]bool{}
	hear := func(who []store.PartyRef) {
		for _, r := range who {
			if r.ID != (store.ID{}) && !slices.Contains(p.voices, r.ID) {
				p.voices = append(p.voices, r.ID)
			}
		}
	}
	for _, s := range p.Statements {
		hear(s.Speakers)
	}
	for _, row := range p.Positions {
		hear(row.Holders)
		if row.TargetRef.Entity != store.EntityIssue {
			continue
		}
		if p.taken[row.TargetRef.ID] == nil {
			p.taken[row.TargetRef.ID] = map[store.ID]bool{}
		}
		for _, holder := range row.Holders {
			p.taken[row.TargetRef.ID][holder.ID] = true
		}
		for _, s := range p.Statements { // who speaks for another is not silent
			for _, speaker := range s.Speakers {
				if s.ID == row.Statement {
					p.taken[row.TargetRef.ID][speaker.ID] = true
				}
			}
		}
	}
}

// count counts what the article adds to the document.
func (p *articlePart) count() {
	p.told.statements += len(p.Statements)
	p.told.positions += len(p.Positions)
	for _, a := range p.Annotations {
		p.workers[a.Coder] = true
	}
}

// blocks returns the part of the document about the article.
func (p *articlePart) blocks() ([]Block, error) {
	head, passages := p.head(), p.passages()
	if p.options.Detail == DetailShort {
		return append(head, p.lines(passages)...), nil
	}
	people, err := p.people()
	if err != nil {
		return nil, err
	}
	quotes, err := p.quotes(passages)
	if err != nil {
		return nil, err
	}
	return slices.Concat(head, people, quotes, p.highlights()), nil
}

// head gives the article's metadata and the notes on it.
func (p *articlePart) head() []Block {
	a := p.article
	blocks := []Block{Heading{Level: 2, Text: plain(cmp.Or(oneLine(a.Title), p.w.untitled)), Anchor: articleAnchor(a.ID)}}
	if line := joinText(" · ", emphasis(a.Source), plain(p.w.date(a.Published)), plain(with(p.w.by, a.Author)),
		plain(a.Section), plain(with(p.w.inLanguage, p.w.otherLanguage(a.Language))), plain(p.w.statuses[a.Status])); len(line) > 0 {
		blocks = append(blocks, Paragraph{line})
	}
	if a.URL != "" {
		blocks = append(blocks, Paragraph{Text{{Text: a.URL, Link: webAddress(a.URL)}}})
	}
	if p.options.Detail == DetailShort {
		return blocks
	}
	if len(p.Tags) > 0 {
		blocks = append(blocks, Paragraph{strong(p.w.tags + ":").and(plain(" " + strings.Join(names(p.Tags), ", ")))})
	}
	if items := p.notesOn(a.ID); len(items) > 0 {
		blocks = append(blocks, List{items})
	}
	if len(p.Annotations) == 0 {
		blocks = append(blocks, Paragraph{emphasis(p.w.nothing)})
	}
	return blocks
}

func names(of []store.Name) []string {
	list := make([]string, len(of))
	for i, n := range of {
		list[i] = n.Name
	}
	return list
}

// webAddress returns s if it is an address of the web, which a document may link to, else "".
func webAddress(s string) string {
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return s
}

// people returns a table of the actors in the article, by where each first appears.
func (p *articlePart) people() ([]Block, error) {
	if len(p.presences) == 0 {
		return nil, nil
	}
	table := Table{
		Head:    []Text{plain(p.w.who), plain(p.w.what), plain(p.w.mentionColumn), plain(p.w.part)},
		Numbers: []bool{false, false, true, false},
	}
	for _, a := range p.presences {
		p.seen.actors[a.Actor] = true
		name := p.actors[a.Actor]
		roles, err := p.roles(a.Actor, p.article.Published)
		if err != nil {
			return nil, err
		}
		what := joinText("; ", plain(p.w.kinds[name.Kind]), plain(roles))
		mentions := ""
		if a.Mentions > 0 {
			mentions = strconv.Itoa(a.Mentions)
		}
		table.Rows = append(table.Rows, []Text{strong(p.nameOf(a.Actor)), what, plain(mentions), plain(p.w.partIn(a.Tally))})
	}
	return []Block{Heading{Level: 3, Text: plain(p.w.whoIsInIt)}, table}, nil
}

// partIn says what an actor does in an article, beside being mentioned.
func (w *wording) partIn(t store.Tally) string {
	var parts []string
	for _, c := range []struct {
		n     int
		words counted
	}{{t.Statements, w.statements}, {t.Positions, w.positions}, {t.Addressed, w.toIt}, {t.Carried, w.reports}, {t.Targeted, w.onIt}} {
		if c.n > 0 {
			parts = append(parts, c.words.of(c.n))
		}
	}
	return strings.Join(parts, ", ")
}

// highlights gives the highlights of the article by tag, those without one last, and the mentions that carry tags or notes.
func (p *articlePart) highlights() []Block {
	type group struct {
		name   string
		tagged bool
		quotes []Block
	}
	var groups []*group
	for _, a := range p.Annotations {
		facts := p.notesOn(a.ID)
		if a.Kind != store.KindHighlight && (a.Kind != store.KindMention || len(facts)+len(a.Tags) == 0) {
			continue
		}
		name, others := p.w.untagged, []string(nil)
		if len(a.Tags) > 0 {
			name, others = p.builder.tags[a.Tags[0]].Name, p.tagNames(a.Tags[1:])
		}
		of := slices.IndexFunc(groups, func(g *group) bool { return g.name == name && g.tagged == (len(a.Tags) > 0) })
		if of < 0 {
			of = len(groups)
			groups = append(groups, &group{name: name, tagged: len(a.Tags) > 0})
		}
		number, anchor := p.number(a.ID)
		lead := joinText(" · ", strong(p.nameOf(a.Actor)), plain(with(p.w.also, strings.Join(others, ", "))), p.place(p.Paragraphs[a.ID]))
		g := groups[of]
		g.quotes = append(g.quotes, Quote{
			Anchor: anchor, Number: number, Lead: lead, Words: a.Anchor.Exact(), Language: p.article.Language, Translation: a.Translation, Of: a.ID,
		})
		if len(facts) > 0 {
			g.quotes = append(g.quotes, List{facts})
		}
	}
	if len(groups) == 0 {
		return nil
	}
	slices.SortStableFunc(groups, func(x, y *group) int {
		switch {
		case x.tagged != y.tagged && x.tagged:
			return -1
		case x.tagged != y.tagged:
			return 1
		}
		return cmp.Compare(x.name, y.name)
	})
	blocks := []Block{Heading{Level: 3, Text: plain(p.w.highlightList)}}
	for _, g := range groups {
		if len(groups) > 1 || g.tagged {
			blocks = append(blocks, Heading{Level: 4, Text: plain(g.name)})
		}
		blocks = append(blocks, g.quotes...)
	}
	return blocks
}

// place returns where the article says it.
func (p *articlePart) place(paragraph int) Text {
	if paragraph == 0 {
		return plain(p.w.earlier)
	}
	return plain(p.w.paragraphNo(paragraph))
}

// notesOn returns the notes on the article or an annotation as items of a list.
func (p *articlePart) notesOn(subject store.ID) []Item {
	var items []Item
	for _, n := range p.noted[subject] {
		items = append(items, p.noteItem(n))
	}
	return items
}

func (b *builder) tagNames(ids []store.ID) []string {
	var names []string
	for _, id := range ids {
		if name := b.tags[id].Name; name != "" {
			names = append(names, name)
		}
	}
	return names
}
