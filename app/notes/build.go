package notes

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
)

// Build returns the document that the options ask for, as the project stands now. Progress is told of articles, actors or issues
// written, and may be nil. An article, actor, issue or report that is not there is CodeNotFound; options that no document can be written
// from are an error.
func Build(ctx context.Context, p *store.Project, o Options, progress func(done, total int)) (doc Document, err error) {
	if err := o.Check(); err != nil {
		return Document{}, err
	}
	o = o.withDefaults()
	if progress == nil {
		progress = func(int, int) {}
	}
	err = p.Frozen(ctx, func(now *store.Project) (err error) {
		doc, err = newBuilder(ctx, now, o, progress).document()
		return err
	})
	return doc, err
}

// builder gathers what the document says.
type builder struct {
	w        *wording
	ctx      context.Context
	project  *store.Project
	options  Options
	progress func(done, total int)

	coders               map[store.ID]string
	tags, actors, issues map[store.ID]store.Name
	belongs              map[store.ID][]affiliation // of actors, as far as was asked
	folded               map[string]string          // names as they are sorted by, likewise
	namesakes            map[store.ID]string        // who an actor is, of those who are called alike

	last    int                                        // number of the last quote
	numbers map[store.ID]int                           // of the quote that has the words of an annotation
	sources map[store.ID]*source                       // articles that can be cited
	stands  []stand                                    // every position that was written
	workers map[store.ID]bool                          // coders whose annotations and notes were written
	seen    struct{ actors, issues map[store.ID]bool } // of which the document speaks
	told    struct{ statements, positions int }        // in the whole document
	written written                                    // the report, if the document is one
	about   about
}

func newBuilder(ctx context.Context, p *store.Project, o Options, progress func(done, total int)) *builder {
	b := &builder{
		w: wordingOf(o.Language), ctx: ctx, project: p, options: o, progress: progress,
		coders: map[store.ID]string{}, actors: map[store.ID]store.Name{}, issues: map[store.ID]store.Name{}, tags: map[store.ID]store.Name{},
		belongs: map[store.ID][]affiliation{}, numbers: map[store.ID]int{}, workers: map[store.ID]bool{},
		sources: map[store.ID]*source{}, folded: map[string]string{}, namesakes: map[store.ID]string{},
	}
	b.about = about{map[store.ID]store.Actor{}, map[store.ID]store.Issue{}, map[store.ID][]store.Note{}}
	b.seen.actors, b.seen.issues = map[store.ID]bool{}, map[store.ID]bool{}
	return b
}

// writers has the way in which each kind of document is written in a line.
var writers = map[Kind]func(*builder) ([]Block, error){
	KindArticles:  (*builder).articleNotes,
	KindActors:    (*builder).actorDossier,
	KindIssues:    (*builder).issueBrief,
	KindAnnotated: (*builder).annotated,
	KindReport:    (*builder).report,
}

func (b *builder) document() (Document, error) {
	if err := b.names(); err != nil {
		return Document{}, err
	}
	doc := Document{
		Title: with(b.w.titles[b.options.Kind], b.project.Name()), Language: b.w.language, Made: b.options.Made, Part: b.options.First > 0,
	}
	blocks, err := writers[b.options.Kind](b)
	if b.options.Detail == DetailShort {
		blocks = b.inLines(blocks)
	}
	doc.Blocks = blocks
	if b.options.Kind == KindReport {
		doc.Title, doc.Items = b.written.title, b.written.items
	}
	return doc, err
}

// inLines puts each quotation into a line: its number, what stands above it, and the words.
func (b *builder) inLines(blocks []Block) []Block {
	var short []Block
	for _, block := range blocks {
		q, is := block.(Quote)
		if !is {
			short = append(short, block)
			continue
		}
		line := Item{Anchor: q.Anchor, Text: joinText(" · ", strong(strconv.Itoa(q.Number)), q.Lead, plain(b.w.around(oneLine(q.Words))))}
		if last, follows := lastOf(short).(List); follows && len(last.Items) > 0 && last.Items[0].Anchor != "" {
			last.Items = append(last.Items, line)
			short[len(short)-1] = last
			continue
		}
		short = append(short, List{[]Item{line}})
	}
	return short
}

func lastOf(blocks []Block) Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

// names reads what coders are called, and actors, issues and tags if the document is to have all. It has the options name what stands
// for the rows that they name; what is gone is told of by whoever asks for it.
func (b *builder) names() (err error) {
	if b.options, _, err = b.options.standing(b.ctx, b.project); err != nil {
		return err
	}
	coders, err := b.project.Coders(b.ctx)
	if err != nil {
		return err
	}
	for _, c := range coders {
		b.coders[c.ID] = c.Name
	}
	var actors []store.Name
	for entity, names := range b.knownNames() {
		if b.options.First > 0 {
			continue
		}
		list, err := b.project.Names(b.ctx, entity)
		if err != nil {
			return err
		}
		for _, n := range list {
			names[n.ID] = n
		}
		if entity == store.EntityActor {
			actors = list
		}
	}
	return b.tellApart(actors)
}

// knownNames are those that are known so far.
func (b *builder) knownNames() map[store.Entity]map[store.ID]store.Name {
	return map[store.Entity]map[store.ID]store.Name{store.EntityActor: b.actors, store.EntityTag: b.tags, store.EntityIssue: b.issues}
}

// learn reads names that are not known yet.
func (b *builder) learn(e store.Entity, ids ...store.ID) error {
	if b.options.First == 0 {
		return nil // all are known
	}
	names := b.knownNames()[e]
	var unknown []store.ID
	for _, id := range ids {
		if _, known := names[id]; !known && id != (store.ID{}) {
			names[id] = store.Name{} // asked once
			unknown = append(unknown, id)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	list, err := b.project.NamesOf(b.ctx, e, unknown)
	for _, n := range list {
		names[n.ID] = n
	}
	if err != nil || e != store.EntityActor {
		return err
	}
	alike, err := b.project.NamesakesOf(b.ctx, unknown)
	if err != nil {
		return err
	}
	return b.tellApart(alike)
}

// provenance says what the document is about, when it was made, from which project, and who annotated what it tells.
func (b *builder) provenance(about string) []Block {
	project := b.w.quoted(b.project.Name())
	made := strings.ReplaceAll(b.w.madeFrom, "{project}", project)
	if b.options.Made != "" {
		made = strings.NewReplacer("{made}", b.w.date(store.Date(b.options.Made)), "{project}", project).Replace(b.w.madeOn)
	}
	var coders []string
	for id := range b.workers {
		if name := b.coders[id]; name != "" {
			coders = append(coders, name)
		}
	}
	slices.Sort(coders)
	coders = slices.Compact(coders)
	about = with("%s.", capitalise(about))
	return []Block{Paragraph{joinText(" ", plain(about), plain(made), plain(with(b.w.annotatedBy, b.w.enumerate(coders))))}}
}

// number gives the next quote its number, and remembers it for the annotation whose words it has.
func (b *builder) number(annotation store.ID) (number int, anchor string) {
	b.last++
	b.numbers[annotation] = b.last
	return b.last, quoteAnchor(b.last)
}

func quoteAnchor(number int) string { return "quote-" + strconv.Itoa(number) }

// refer returns the numbers of quotes, each of which leads to its quote: "[3, 7]".
func refer(numbers ...int) Text {
	var list []Text
	for _, n := range numbers {
		list = append(list, Text{{Text: strconv.Itoa(n), To: quoteAnchor(n)}})
	}
	return plain("[").and(joinText(", ", list...), plain("]"))
}

// noteItem returns a note: its first line, and the others as paragraphs beneath it.
func (b *builder) noteItem(n store.Note) Item {
	by := b.w.note
	if coder := b.coders[n.Coder]; coder != "" {
		by = with(b.w.noteBy, coder)
		b.workers[n.Coder] = true
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

// about is what describes actors and issues, as far as was asked.
type about struct {
	actors map[store.ID]store.Actor
	issues map[store.ID]store.Issue
	notes  map[store.ID][]store.Note // on each that was asked about, be there any or not
}

// learnAbout reads what describes actors or issues and the notes on them, by few queries for all.
func (b *builder) learnAbout(e store.Entity, ids []store.ID) error {
	ids = slices.DeleteFunc(slices.Clone(ids), func(id store.ID) bool {
		_, known := b.about.notes[id]
		return known
	})
	if e == store.EntityIssue {
		rows, err := b.project.IssuesOf(b.ctx, ids)
		if err != nil {
			return err
		}
		for _, row := range rows {
			b.about.issues[row.ID] = row
		}
	} else {
		rows, err := b.project.ActorsOf(b.ctx, ids)
		if err != nil {
			return err
		}
		for _, row := range rows {
			b.about.actors[row.ID] = row
		}
	}
	notes, err := b.project.NotesAbout(b.ctx, e, ids)
	for _, id := range ids {
		b.about.notes[id] = nil
	}
	for _, n := range notes {
		b.about.notes[n.Subject] = append(b.about.notes[n.Subject], n)
	}
	return err
}

// actorRow returns what describes an actor; the store's error for one that is not there.
func (b *builder) actorRow(id store.ID) (store.Actor, error) {
	if err := b.learnAbout(store.EntityActor, []store.ID{id}); err != nil {
		return store.Actor{}, err
	}
	if a, there := b.about.actors[id]; there {
		return a, nil
	}
	return store.Actor{}, b.missing(store.EntityActor, id)
}

// issueRow returns what describes an issue; the store's error for one that is not there.
func (b *builder) issueRow(id store.ID) (store.Issue, error) {
	if err := b.learnAbout(store.EntityIssue, []store.ID{id}); err != nil {
		return store.Issue{}, err
	}
	if i, there := b.about.issues[id]; there {
		return i, nil
	}
	return store.Issue{}, b.missing(store.EntityIssue, id)
}

// notesAbout returns the notes on an actor or an issue as items of a list.
func (b *builder) notesAbout(e store.Entity, subject store.ID) ([]Item, error) {
	err := b.learnAbout(e, []store.ID{subject})
	var items []Item
	for _, n := range b.about.notes[subject] {
		items = append(items, b.noteItem(n))
	}
	return items, err
}

// failed says in which part of the document something went wrong.
func failed(title string, err error) error {
	return say.Errorf("write the notes on “%s”: %w", title, err)
}
