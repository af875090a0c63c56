package notesview

import (
	"cmp"
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/words"
	"standpoint/store"
)

// choices are the fields that say what the notes are about, and how they are written.
type choices struct {
	desk    *desk.Desk
	asked   notes.Options // Made is left to who writes
	form    notes.Form    // in which it is written; the template stays known when that is another
	handed  []store.ID    // articles that were selected elsewhere
	changed func()        // something else is asked
	reports *reports

	reformed func() // another format is chosen
	resized  func() // what stands by the format has grown or shrunk

	kind                   *control.Select
	actors, issues         *control.TokenField // subjects of the document
	scope                  *control.Select     // which articles
	from, to               *control.Field
	source                 *control.TypeAhead
	actor, issue           *control.TypeAhead
	tag, coder             *control.TypeAhead
	stance                 *control.Select
	marks                  []*control.Tick
	order, detail, cite    *control.Select
	language, formatChoice *control.Select
	mark                   *control.Tick     // whether a table begins with a byte order mark
	template               *control.RichLine // which file it is
	ofTemplate             *control.Spread   // that, and what chooses another
	days                   *fyne.Container
	report                 *control.Select
	newReport              *control.Button
	renameReport           *control.Button
	deleteReport           *control.Button
	ofReport               *control.Flow       // which one, and what can be done with it
	ofOthers               []fyne.CanvasObject // what is asked of documents that are no report

	scopes   []desk.Scope
	facets   store.ArticleFacets
	scoping  background.Latest
	counting background.Latest
	flow     *control.Flow
	scroll   *container.Scroll
	showing  bool // the fields are being told what is asked
}

// The keys of the articles that a document is of, beside those of the scopes.
const (
	keyAll    = "all"
	keyHanded = "handed"
)

func newChoices(d *desk.Desk, r *reports, changed func()) *choices {
	c := &choices{desk: d, reports: r, changed: changed, reformed: func() {}, resized: func() {}}
	c.form.Format = render.Formats()[0].Name
	c.asked.Language = words.Spoken()
	if !slices.Contains(notes.Languages(), c.asked.Language) {
		c.asked.Language = ""
	}
	c.kind = c.choice(lang.L("Document"), kindOptions(), func(key string) { c.setKind(notes.Kind(key)) })
	c.actors = c.subjects(lang.L("Which actors"), lang.L("all that are found"), d.ActorItems, &c.asked.Actors)
	c.issues = c.subjects(lang.L("Which issues"), lang.L("all that are found"), d.IssueItems, &c.asked.Issues)
	c.scope = c.choice(lang.L("Articles"), nil, c.setScope)
	c.from = d.NewDayField(lang.L("from 2025"), &c.asked.In.From, c.apply)
	c.to = d.NewDayField(lang.L("to"), &c.asked.In.To, c.apply)
	c.source = c.pick(lang.L("any source"), func(string) []control.Item { return desk.ValueItems(c.facets.Sources) },
		func(i control.Item) { c.asked.In.Source = desk.ItemValue(i) }, func() { c.asked.In.Source = nil })
	c.actor = c.name(lang.L("any actor"), d.ActorItems, &c.asked.In.Actor)
	c.issue = c.name(lang.L("any issue"), d.IssueItems, &c.asked.In.Issue)
	c.tag = c.name(lang.L("any tag"), d.TagItems, &c.asked.In.Tag)
	c.coder = c.name(lang.L("any coder"), d.CoderItems, &c.asked.In.Coder)
	c.stance = c.choice("", append([]control.Option{{Word: lang.L("any stance")}}, control.StanceOptions()...), func(key string) {
		c.asked.In.Stance = nil
		if stance := store.Stance(key); key != "" {
			c.asked.In.Stance = &stance
		}
		c.apply()
	})
	c.stance.Name = lang.L("Stance")
	c.newMarks()
	c.order = c.choice(lang.L("Order"), nil, func(key string) { c.asked.Order = notes.Order(key); c.apply() })
	c.detail = c.choice(lang.L("Detail"), []control.Option{
		{Key: string(notes.DetailLong), Word: lang.L("All that is recorded")},
		{Key: string(notes.DetailShort), Word: lang.L("A line a statement")},
	}, func(key string) { c.asked.Detail = notes.Detail(key); c.apply() })
	c.cite = c.choice(lang.L("Sources"), []control.Option{
		{Key: string(notes.CiteBrackets), Word: lang.L("In short, and in a list at the end")},
		{Key: string(notes.CiteAuthor), Word: lang.L("Author and year, and in a list at the end")},
		{Key: string(notes.CiteFootnote), Word: lang.L("In footnotes")},
	}, func(key string) { c.asked.Cite = notes.CiteStyle(key); c.apply() })
	c.language = c.choice(lang.L("Language of the notes"), languageOptions(), func(key string) { c.asked.Language = key; c.apply() })
	c.formatChoice = c.choice(lang.L("Format"), formatOptions(""), func(key string) {
		c.setFormat(key, c.mark.Checked)
		if key == render.TemplateName && c.form.Template == "" && c.formatChoice.Unfolded() {
			c.askTemplate()
		}
	})
	c.formatChoice.OnAgain = func(key string) {
		if key == render.TemplateName {
			c.askTemplate()
		}
	}
	c.mark = control.NewTick("", false)
	c.mark.SetText(lang.L("Begin with a byte order mark"))
	c.mark.OnChanged = func(on bool) {
		if !c.showing {
			c.setFormat(listed(c.form.Format), on)
		}
	}
	c.newTemplateChoice()
	c.newReportChoice()
	c.compose()
	return c
}

// compose puts the fields below one another.
func (c *choices) compose() {
	c.days = control.NewPair(c.from, c.to)
	ticks := make([]fyne.CanvasObject, len(c.marks))
	for i, t := range c.marks {
		ticks[i] = t
	}
	c.ofOthers = []fyne.CanvasObject{
		c.scope, c.days, c.source, control.NewPair(c.actor, c.issue), control.NewPair(c.stance, c.tag), c.coder,
		control.NewCaption(lang.L("Kinds of annotations")), control.NewWrap(look.Gap, ticks...), c.order, c.detail,
	}
	c.flow = control.NewFlow(7, slices.Concat([]fyne.CanvasObject{c.kind, c.ofReport, c.actors, c.issues}, c.ofOthers,
		[]fyne.CanvasObject{c.cite, c.language})...)
	c.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, pad, pad), c.flow))
	for field, keys := range c.keys() {
		before := keys.OnFocus
		keys.OnKey = c.desk.TypedKey
		keys.OnFocus = func(focused bool) {
			if before != nil {
				before(focused)
			}
			if focused {
				control.Reveal(c.scroll, field)
			}
		}
	}
	c.show()
}

// pad is the room at the left and at the right of the fields, in pixels.
const pad = 12

// keys are what the fields tell of the keyboard.
func (c *choices) keys() map[fyne.CanvasObject]*control.Keys {
	all := map[fyne.CanvasObject]*control.Keys{
		c.kind: &c.kind.Keys, c.actors: &c.actors.Keys, c.issues: &c.issues.Keys, c.scope: &c.scope.Keys, c.from: &c.from.Keys,
		c.to: &c.to.Keys, c.source: &c.source.Keys, c.actor: &c.actor.Keys, c.issue: &c.issue.Keys, c.stance: &c.stance.Keys,
		c.tag: &c.tag.Keys, c.coder: &c.coder.Keys, c.order: &c.order.Keys, c.detail: &c.detail.Keys, c.cite: &c.cite.Keys,
		c.language: &c.language.Keys, c.report: &c.report.Keys,
	}
	for _, t := range c.marks {
		all[t] = &t.Keys
	}
	return all
}

func (c *choices) choice(caption string, options []control.Option, set func(key string)) *control.Select {
	s := control.NewSelect(caption, options)
	s.OnChanged = set
	return s
}

func (c *choices) pick(placeHolder string, items func(string) []control.Item, pick func(control.Item), drop func()) *control.TypeAhead {
	return desk.NewPick(placeHolder, items, func(i control.Item) { pick(i); c.apply() }, func() { drop(); c.apply() })
}

func (c *choices) name(placeHolder string, items func(string) []control.Item, into *store.ID) *control.TypeAhead {
	return c.pick(placeHolder, items, func(i control.Item) { *into = i.ID }, func() { *into = store.ID{} })
}

// subjects is a field of the actors or issues that a document is on.
func (c *choices) subjects(caption, placeHolder string, items func(string) []control.Item, into *[]store.ID) *control.TokenField {
	t := control.NewTokenField(control.TypeAheadOptions{Caption: caption, PlaceHolder: placeHolder, Items: items})
	t.OnChanged = func(picked []control.Item) {
		*into = nil
		for _, i := range picked {
			*into = append(*into, i.ID)
		}
		c.apply()
	}
	return t
}

// markKinds are the kinds of annotations, in the order of their boxes.
var markKinds = []store.Kind{store.KindStatement, store.KindPosition, store.KindMention, store.KindHighlight}

func (c *choices) newMarks() {
	called := map[store.Kind]string{
		store.KindStatement: lang.L("Statements"), store.KindPosition: lang.L("Positions"),
		store.KindMention: lang.L("Mentions"), store.KindHighlight: lang.L("Highlights"),
	}
	for _, kind := range markKinds {
		t := control.NewTick(called[kind], true)
		t.OnChanged = func(bool) {
			if !c.showing {
				c.asked.Marks = c.ticked()
				c.apply()
			}
		}
		c.marks = append(c.marks, t)
	}
}

// ticked are the kinds of annotations that are wanted; none for all of them.
func (c *choices) ticked() []store.Kind {
	var list []store.Kind
	for i, t := range c.marks {
		if t.Checked {
			list = append(list, markKinds[i])
		}
	}
	if len(list) == len(markKinds) {
		return nil
	}
	return list
}

// kindOptions are the kinds of documents.
func kindOptions() []control.Option {
	return []control.Option{
		{Key: string(notes.KindArticles), Word: lang.L("Notes on articles")},
		{Key: string(notes.KindActors), Word: lang.L("Dossiers on actors")},
		{Key: string(notes.KindIssues), Word: lang.L("Briefs on issues")},
		{Key: string(notes.KindAnnotated), Word: lang.L("Annotated texts")},
		{Key: string(notes.KindReport), Word: lang.L("Report")},
	}
}

// languageOptions are the languages of notes, each by its own name.
func languageOptions() []control.Option {
	var options []control.Option
	for _, code := range notes.Languages() {
		options = append(options, control.Option{Key: code, Word: words.Language(code)})
	}
	return options
}

// orderOptions are the orders of what a document of a kind is on.
func orderOptions(k notes.Kind) []control.Option {
	if k.Cites() {
		return []control.Option{
			{Key: string(notes.OrderUsual), Word: lang.L("By name")},
			{Key: string(notes.OrderFrequent), Word: lang.L("Most positions")},
		}
	}
	return []control.Option{
		{Key: string(notes.OrderUsual), Word: lang.L("Oldest first")},
		{Key: string(notes.OrderNewest), Word: lang.L("Newest first")},
		{Key: string(notes.OrderOutlet), Word: lang.L("By source")},
		{Key: string(notes.OrderTitle), Word: lang.L("By title")},
	}
}

// options are what is asked, of which a document is built. What a document of another kind would have is left out.
func (c *choices) options() notes.Options {
	o := c.asked
	if !o.Kind.Cites() {
		o.Cite = ""
	}
	if o.Kind != notes.KindActors {
		o.Actors = nil
	}
	if o.Kind != notes.KindIssues {
		o.Issues = nil
	}
	if o.Kind == notes.KindReport {
		o = notes.Options{Kind: o.Kind, Report: o.Report, Language: o.Language, Cite: o.Cite}
	} else {
		o.Report = store.ID{}
	}
	o.Made = store.Day(time.Now().Format(time.DateOnly))
	return o
}

// ask asks for something else.
func (c *choices) ask(o notes.Options) {
	c.asked = o
	c.apply()
}

// apply makes what is asked now.
func (c *choices) apply() {
	c.show()
	c.changed()
}

func (c *choices) setKind(k notes.Kind) {
	if k.Cites() != c.asked.Kind.Cites() {
		c.asked.Order = notes.OrderUsual
	}
	c.asked.Kind = k
	if k == notes.KindReport && c.asked.Report == (store.ID{}) {
		c.asked.Report = c.reports.current
	}
	c.apply()
}

// hand makes a document of articles that were selected elsewhere.
func (c *choices) hand(articles []store.ID) {
	c.handed = slices.Clone(articles)
	if c.asked.Kind.Cites() {
		c.asked.Kind, c.asked.Order = notes.KindArticles, notes.OrderUsual
	}
	c.asked.In = store.ArticleFilter{}
	c.setScope(keyHanded)
}

// handSubjects makes a document on actors or issues that were selected elsewhere.
func (c *choices) handSubjects(k notes.Kind, ids []store.ID) {
	if !c.asked.Kind.Cites() {
		c.asked.Order = notes.OrderUsual
	}
	c.asked.Kind, c.asked.Articles, c.asked.In = k, nil, store.ArticleFilter{}
	c.asked.Actors, c.asked.Issues = nil, nil
	if k == notes.KindActors {
		c.asked.Actors = slices.Clone(ids)
	} else {
		c.asked.Issues = slices.Clone(ids)
	}
	c.apply()
}

// setScope makes the document of other articles. A saved search brings all that it asks with it, and takes that along when it is left.
func (c *choices) setScope(key string) {
	in := &c.asked.In
	c.asked.Articles = nil
	if before, is := c.search(); is && before != key {
		*in = store.ArticleFilter{}
	}
	in.Collection = store.ID{}
	switch at := slices.IndexFunc(c.scopes, func(s desk.Scope) bool { return s.ID.String() == key }); {
	case key == keyHanded:
		c.asked.Articles = c.handed
		in.From, in.To, in.Source = "", "", nil
	case at >= 0 && isCollection(c.scopes[at]):
		in.Collection = c.scopes[at].ID
	case at >= 0:
		*in = c.scopes[at].Articles
	}
	c.apply()
}

func isCollection(s desk.Scope) bool { return s.Articles == store.ArticleFilter{Collection: s.ID} }

// search is the key of the saved search that asks just what is asked of the articles; false if none does.
func (c *choices) search() (string, bool) {
	for _, s := range c.scopes {
		if !isCollection(s) && !s.Articles.IsZero() && sameFilter(s.Articles, c.asked.In) {
			return s.ID.String(), true
		}
	}
	return "", false
}

// scopeKey is the key of the articles that the document is of.
func (c *choices) scopeKey() string {
	if len(c.asked.Articles) > 0 {
		return keyHanded
	}
	if key, is := c.search(); is {
		return key
	}
	for _, s := range c.scopes {
		if isCollection(s) && c.asked.In.Collection == s.ID {
			return s.ID.String()
		}
	}
	return keyAll
}

// show has the fields say what is asked.
func (c *choices) show() {
	c.showing = true
	defer func() { c.showing = false }()
	o := c.asked
	for _, field := range c.ofOthers {
		if o.Kind == notes.KindReport {
			field.Hide()
		} else {
			field.Show()
		}
	}
	c.showReport()
	c.kind.SetValue(cmp.Or(string(o.Kind), string(notes.KindArticles)))
	c.showSubjects(c.actors, o.Kind == notes.KindActors, o.Actors, c.desk.Names.Actors)
	c.showSubjects(c.issues, o.Kind == notes.KindIssues, o.Issues, c.desk.Names.Issues)
	c.showScope()
	desk.ShowDay(c.from, o.In.From)
	desk.ShowDay(c.to, o.In.To)
	desk.ShowValue(c.source, o.In.Source)
	c.showName(c.actor, o.In.Actor, c.desk.Names.Actors)
	c.showName(c.issue, o.In.Issue, c.desk.Names.Issues)
	c.showName(c.tag, o.In.Tag, c.desk.Names.Tags)
	desk.ShowPick(c.coder, o.In.Coder, c.desk.CoderItems(""))
	c.coder.Hidden = o.Kind == notes.KindReport || len(c.desk.Names.Coders) < 2 && o.In.Coder == store.ID{}
	c.stance.SetValue("")
	if o.In.Stance != nil {
		c.stance.SetValue(string(*o.In.Stance))
	}
	for i, t := range c.marks {
		t.SetChecked(len(o.Marks) == 0 || slices.Contains(o.Marks, markKinds[i]))
	}
	c.order.SetOptions(orderOptions(o.Kind))
	c.order.SetValue(string(o.Order))
	c.detail.SetValue(cmp.Or(string(o.Detail), string(notes.DetailLong)))
	c.cite.SetValue(cmp.Or(string(o.Cite), string(notes.CiteBrackets)))
	c.cite.Hidden = !o.Kind.Cites()
	c.language.SetValue(cmp.Or(o.Language, notes.Languages()[0]))
	formats := formatOptions(o.Kind)
	if !slices.ContainsFunc(formats, func(f control.Option) bool { return f.Key == listed(c.form.Format) }) {
		c.form.Format = formats[0].Key
	}
	c.formatChoice.SetOptions(formats)
	c.formatChoice.SetValue(listed(c.form.Format))
	_, bom, isTable := render.FindCSV(c.form.Format)
	c.mark.Hidden = !isTable
	c.mark.SetChecked(bom)
	c.showTemplate()
	c.flow.Refresh()
	c.scroll.Refresh()
}

// listed is a format as the list of formats has it.
func listed(name string) string {
	if kind, _, is := render.FindCSV(name); is {
		return render.CSVName(kind, false)
	}
	return name
}

// setFormat takes a format of the list, a table with a byte order mark or without.
func (c *choices) setFormat(key string, bom bool) {
	c.form.Format = key
	kind, _, is := render.FindCSV(key)
	if is {
		c.form.Format = render.CSVName(kind, bom)
	}
	c.mark.Hidden = !is
	c.showTemplate()
	c.resized()
	c.reformed()
}

// showName has a field say which of some names is asked for.
func (c *choices) showName(t *control.TypeAhead, id store.ID, names map[store.ID]store.Name) {
	var items []control.Item
	if n, known := names[id]; known {
		items = append(items, c.desk.NameItem(n))
	}
	desk.ShowPick(t, id, items)
}

func (c *choices) showSubjects(t *control.TokenField, asked bool, ids []store.ID, names map[store.ID]store.Name) {
	t.Hidden = !asked
	if !asked {
		return
	}
	var items []control.Item
	for _, id := range ids {
		items = append(items, c.desk.NameItem(names[id]))
	}
	t.SetItems(items)
}

func (c *choices) showScope() {
	options := desk.ScopeOptions(lang.L("all articles"), c.scopes)
	options[0].Key = keyAll
	if n := len(c.handed); n > 0 {
		options = slices.Insert(options, 1, control.Option{Key: keyHanded, Word: words.Counted(n, "{{.Count}} selected article")})
	}
	c.scope.SetOptions(options)
	c.scope.SetValue(c.scopeKey())
	handed := len(c.asked.Articles) > 0 // whose days and sources ask for nothing
	handed = handed || c.asked.Kind == notes.KindReport
	c.days.Hidden, c.source.Hidden = handed, handed
}

// renew reads what there is to choose.
func (c *choices) renew() {
	desk.Query(c.desk, &c.scoping, desk.Scopes, func(scopes []desk.Scope) {
		c.scopes = scopes
		c.show()
	})
	desk.Query(c.desk, &c.counting, func(ctx context.Context, p *store.Project) (store.ArticleFacets, error) {
		return p.ArticleFacets(ctx, store.ArticleFilter{})
	}, func(f store.ArticleFacets) { c.facets = f })
}

// forget asks nothing of what another project has.
func (c *choices) forget() {
	o := notes.Options{Kind: c.asked.Kind, Order: c.asked.Order, Detail: c.asked.Detail, Language: c.asked.Language, Cite: c.asked.Cite}
	c.asked, c.handed, c.scopes, c.facets = o, nil, nil, store.ArticleFacets{}
	c.show()
}
