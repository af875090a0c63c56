package notes

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Selection says what notes are about. The zero value is the whole project.
type Selection struct {
	Articles []store.ID          // in any order; none: all
	In       store.ArticleFilter // which of all, where no articles are named
}

// Build returns the notes on the articles of the selection, oldest first, undated last, and on the actors and issues
// that appear in them, as the project stands now. An article that is not there is CodeNotFound.
func Build(ctx context.Context, p *store.Project, s Selection) (doc Document, err error) {
	err = p.Frozen(ctx, func(now *store.Project) (err error) {
		doc, err = build(ctx, now, s)
		return err
	})
	return doc, err
}

func build(ctx context.Context, p *store.Project, s Selection) (Document, error) {
	b := &builder{ctx: ctx, project: p, actors: map[store.ID]bool{}, issues: map[store.ID]bool{}, belongs: map[store.ID][]affiliation{}}
	if err := b.names(); err != nil {
		return Document{}, err
	}
	articles, err := b.articles(s)
	if err != nil {
		return Document{}, err
	}
	doc := Document{Title: p.Name()}
	var parts []Block
	for _, a := range articles {
		blocks, err := b.article(a)
		if err != nil {
			return Document{}, say.Errorf("write the notes on “%s”: %w", a.Title, err)
		}
		parts = append(parts, blocks...)
	}
	doc.Blocks = append(b.overview(articles), parts...)
	appendix, err := b.appendix()
	doc.Blocks = append(doc.Blocks, appendix...)
	return shown(doc), err
}

// builder gathers what the document says.
type builder struct {
	ctx     context.Context
	project *store.Project

	coders map[store.ID]string
	tags   map[store.ID]string
	named  map[store.ID]store.Name // actors
	topics map[store.ID]string     // issues

	belongs map[store.ID][]affiliation // of actors, as far as was asked

	actors, issues            map[store.ID]bool // that the articles speak of
	statements, positionCount int
}

// names reads what actors, issues, tags and coders are called.
func (b *builder) names() error {
	b.coders, b.tags, b.topics = map[store.ID]string{}, map[store.ID]string{}, map[store.ID]string{}
	b.named = map[store.ID]store.Name{}
	coders, err := b.project.Coders(b.ctx)
	if err != nil {
		return err
	}
	for _, c := range coders {
		b.coders[c.ID] = c.Name
	}
	actors, err := b.project.Names(b.ctx, store.EntityActor)
	if err != nil {
		return err
	}
	for _, n := range actors {
		b.named[n.ID] = n
	}
	for entity, names := range map[store.Entity]map[store.ID]string{store.EntityTag: b.tags, store.EntityIssue: b.topics} {
		list, err := b.project.Names(b.ctx, entity)
		if err != nil {
			return err
		}
		for _, n := range list {
			names[n.ID] = n.Name
		}
	}
	return nil
}

func (b *builder) articles(s Selection) ([]store.Article, error) {
	var articles []store.Article
	if len(s.Articles) == 0 {
		rows, _, err := b.project.Articles(b.ctx, store.ArticleQuery{ArticleFilter: s.In})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			articles = append(articles, r.Article)
		}
	}
	for _, id := range s.Articles {
		a, err := b.project.Article(b.ctx, id)
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	slices.SortFunc(articles, func(x, y store.Article) int {
		return cmp.Or(x.Published.Compare(y.Published), slices.Compare(x.ID[:], y.ID[:]))
	})
	return slices.CompactFunc(articles, func(x, y store.Article) bool { return x.ID == y.ID }), nil
}

// overview says how much there is, and lists the articles when there are several.
func (b *builder) overview(articles []store.Article) []Block {
	blocks := []Block{Paragraph{plain(capitalise(enumerate([]string{
		count(len(articles), "article", "articles"),
		count(b.statements, "statement", "statements"),
		count(b.positionCount, "position", "positions"),
	})) + ".")}}
	if len(articles) < 2 {
		return blocks
	}
	var list List
	for _, a := range articles {
		list.Items = append(list.Items, Item{Text: joinText(" — ", Cite(a), plain(statusWords(a.Status)))})
	}
	return append(blocks, list)
}

// article returns the part of the document about one article.
func (b *builder) article(a store.Article) ([]Block, error) {
	body, err := b.project.Body(b.ctx, a.Body)
	if err != nil {
		return nil, err
	}
	part := &articlePart{builder: b, article: a, body: body, notes: map[store.ID][]store.Note{}}
	if err := part.load(); err != nil {
		return nil, err
	}
	b.statements += len(part.statements)
	b.positionCount += len(part.uniquePositions())
	people, err := part.people()
	return slices.Concat(part.head(), people, part.statementBlocks(), part.positionBlocks(), part.highlights()), err
}

// articlePart is what is known of one article while its part is written.
type articlePart struct {
	*builder
	article     store.Article
	body        *text.Body
	carried     []string // names of its own tags
	annotations []store.Annotation
	statements  []store.StatementRow
	positions   []store.PositionRow
	notes       map[store.ID][]store.Note // by what they are on
}

func (p *articlePart) load() (err error) {
	if p.annotations, err = p.project.Annotations(p.ctx, p.article.ID); err != nil {
		return err
	}
	if p.statements, _, err = p.project.Statements(p.ctx, store.StatementQuery{Article: p.article.ID}); err != nil {
		return err
	}
	if p.positions, _, err = p.project.Positions(p.ctx, store.PositionQuery{Article: p.article.ID}); err != nil {
		return err
	}
	tags, err := p.project.ArticleTags(p.ctx, []store.ID{p.article.ID})
	if err != nil {
		return err
	}
	for _, tag := range tags[p.article.ID] {
		p.carried = append(p.carried, tag.Name)
	}
	notes, err := p.project.ArticleNotes(p.ctx, p.article.ID)
	for _, n := range notes {
		p.notes[n.Subject] = append(p.notes[n.Subject], n)
	}
	return err
}

// head gives the article's metadata and the notes on it.
func (p *articlePart) head() []Block {
	a := p.article
	blocks := []Block{Heading{Level: 2, Text: plain(oneLine(a.Title))}}
	line := joinText(" · ", emphasis(a.Source), plain(FormatDate(a.Published)), plain(prefixed("by ", a.Author)),
		plain(a.Section), plain(prefixed("language ", a.Language)), plain(statusWords(a.Status)))
	blocks = append(blocks, Paragraph{line})
	if len(p.carried) > 0 {
		blocks = append(blocks, Paragraph{strong("Tags:").and(plain(" " + strings.Join(p.carried, ", ")))})
	}
	if a.URL != "" {
		blocks = append(blocks, Paragraph{Text{{Text: a.URL, Link: webAddress(a.URL)}}})
	}
	for _, n := range p.notes[a.ID] {
		item := p.note(n)
		blocks = append(append(blocks, Paragraph{item.Text}), item.Blocks...)
	}
	if len(p.annotations) == 0 {
		blocks = append(blocks, Paragraph{emphasis("Nothing is annotated yet.")})
	}
	return blocks
}

// webAddress returns s if it is an address of the web, which a document may link to, else "".
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return s
}

// note returns a note: its first line, and the others as paragraphs beneath it.
func (b *builder) note(n store.Note) Item {
	by := "Note"
	if coder := b.coders[n.Coder]; coder != "" {
		by = "Note by " + coder
	}
	first, rest, _ := strings.Cut(n.Text, "\n")
	item := Item{Text: strong(by + ":").and(plain(" " + first))}
	for line := range strings.Lines(rest) {
		if line = strings.TrimSpace(line); line != "" {
			item.Blocks = append(item.Blocks, Paragraph{plain(line)})
		}
	}
	return item
}

func statusWords(s store.Status) string {
	switch s {
	case store.StatusUnread:
		return "unread"
	case store.StatusInProgress:
		return "in progress"
	default:
		return string(s)
	}
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// count returns "1 article", "2 articles", "no articles".
func count(n int, singular, plural string) string {
	switch n {
	case 0:
		return "no " + plural
	case 1:
		return "1 " + singular
	default:
		return fmt.Sprintf("%d %s", n, plural)
	}
}
