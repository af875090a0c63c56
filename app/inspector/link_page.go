package inspector

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// linkPage links all places where an actor is named, in the open article or in all
// of them. What it finds is listed at the left while it is open.
type linkPage struct {
	form.LinkAll

	stage   *stage
	home    store.ID     // the article with which it is kept; none: no article was open yet
	was     form.LinkAll // before anything was filled in
	digits  []store.ID   // the actors that digits pick
	places  *namingList
	found   background.Latest
	guessed bool   // nobody has said yet that it is this actor
	looking bool   // what is listed is not of these names any more
	running bool   // what is ticked is being linked
	asked   bool   // to link what is being looked for, as soon as it is found
	waiting func() // stops looking a moment after the last key
	back    func() // leads back from another article, to which somebody went by a place; nil: they are where they began

	field *control.Field
	who   *control.TypeAhead
	yes   *control.Button
}

// Where places are looked for, as keys of the choice.
const (
	scopeArticle = "article"
	scopeProject = "project"
)

// mostNameLines is how many lines of names are shown without scrolling.
const mostNameLines = 6

// lookDelay is how long after the last change of the names they are looked for.
const lookDelay = 250 * time.Millisecond

// ShowLink turns the inspector to linking all places of a name; one without an ID is
// only words, for which an actor is found if one is called so.
func (f *stage) ShowLink(name store.Name, whole bool) {
	f.KeepDraft()
	f.loading.Overtake() // what is being read to be shown comes too late now
	all := append([]string{strings.TrimSpace(name.Name)}, name.Aliases...)
	if name.ID == (store.ID{}) {
		name = f.desk.Names.Called(name.Name)
	}
	var actor names.Party
	if name.ID != (store.ID{}) {
		actor = names.Party{Actor: name.ID, Name: name.Name}
	} else if !whole {
		actor = f.meant()
	}
	l := form.NewLinkAll(strings.Join(slices.Compact(all), "\n"), actor, whole || !f.hasArticle())
	p := &linkPage{LinkAll: l, stage: f, home: f.reading.Article().ID, was: l, guessed: name.ID == store.ID{}}
	p.open(false)
}

// meant is whom the selected words name: by the mark that they stand in, or by what the text tells. None, if they only describe.
func (f *stage) meant() names.Party {
	body, s := f.reading.Body(), f.reading.Selection()
	if body == nil || body.Trim(s).Empty() {
		return names.Party{}
	}
	t := f.text()
	for _, m := range t.Mentions {
		if m.Span.Start <= s.Start && s.End <= m.Span.End {
			return f.desk.Names.Party(store.Participant{Actor: m.Actor})
		}
	}
	if p := form.PartyAt(t, s, f.lately()); !p.Words {
		return p
	}
	return names.Party{}
}

// open turns to the page; changed if somebody has filled in something of it.
func (p *linkPage) open(changed bool) {
	p.waiting = func() {}
	p.digits = p.stage.byDigit(p.stage.reading.Selection())
	p.places = newNamingList(p.stage.desk, p)
	p.stage.open(p, changed)
	p.look()
}

func (p *linkPage) atLeft() fyne.CanvasObject { return p.places.content }

func (p *linkPage) left() { p.stopLooking() }

// goTo shows a place in its article.
func (p *linkPage) goTo(n suggest.Naming) {
	if p.back == nil && n.Article != p.stage.reading.Article().ID && p.stage.hasArticle() {
		p.back = p.stage.reading.Remember()
	}
	p.stage.desk.GoTo(desk.Place{Article: n.Article, Span: n.Span})
}

// comeBack leads to where somebody was before they looked at places in other articles.
func (p *linkPage) comeBack() {
	if p.back != nil {
		p.back()
		p.back = nil
	}
}

func (p *linkPage) focus() {
	if p.Actor.IsZero() || p.guessed {
		p.who.Focus()
		return
	}
	p.places.list.Focus()
}

func (p *linkPage) objects() []fyne.CanvasObject {
	p.field = control.NewArea(lang.L("Names, one a line"), min(max(strings.Count(p.Names, "\n")+1, 2), mostNameLines))
	p.field.SetText(p.Names)
	p.field.OnChanged = func(s string) { p.Names = s; p.stage.touched(); p.lookSoon() }
	scope := control.NewSelect(lang.L("Where"), []control.Option{
		{Key: scopeArticle, Word: lang.L("This article")}, {Key: scopeProject, Word: lang.L("All articles")},
	})
	scope.SetValue(map[bool]string{false: scopeArticle, true: scopeProject}[p.Whole])
	scope.OnChanged = func(key string) { p.Whole = key == scopeProject; p.changed() }
	same, endings := control.NewTick(lang.L("Same case"), p.MatchCase), control.NewTick(lang.L("Other endings too"), p.Endings)
	same.OnChanged = func(on bool) { p.MatchCase = on; p.changed() }
	endings.OnChanged = func(on bool) { p.Endings = on; p.changed() }
	for _, keys := range []*control.Keys{&p.field.Keys, &scope.Keys, &same.Keys, &endings.Keys} {
		p.wire(keys)
	}
	objects := []fyne.CanvasObject{control.PageTitle(lang.L("Link all"), "", desk.KeyLinkAll.String()), p.field, p.whom()}
	if p.guessed || p.Actor.IsZero() {
		objects = append(objects, p.stage.digitHints(lang.L("or link them by the digit of an actor used lately, or named nearby:"), p.digits)...)
	}
	return append(objects, scope, control.NewWrap(4, same, endings))
}

// whom is the field for the actor.
func (p *linkPage) whom() fyne.CanvasObject {
	p.who = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Actor"), PlaceHolder: lang.L("whom do these words name?"),
		Items: p.stage.desk.ActorItems, Create: true, Kinds: desk.ActorKinds(), KindFor: p.stage.kindFor,
		ByDigit: p.stage.digitPicks(p.digits),
	})
	switch item := p.stage.desk.PartyItem(p.Actor); {
	case p.Actor.IsZero():
	case p.guessed:
		p.who.SetGuess(item)
	default:
		p.who.SetItem(item)
	}
	if p.Typed != "" {
		p.who.SetText(p.Typed)
	}
	p.who.OnTyped = func() {
		if p.who.Pending() != p.Typed {
			p.Typed, p.Actor = p.who.Pending(), names.Party{} // nobody, until one is picked
			p.stage.touched()
			p.ticked()
		}
	}
	p.who.OnPick = func(i control.Item) { p.Actor, p.Typed, p.guessed = desk.ItemParty(i), "", false; p.changed() }
	p.who.OnSubmitted, p.who.OnEntered, p.who.OnDigit = p.link, p.link, p.link
	p.who.OnClear = func() { p.Actor = names.Party{}; p.changed() }
	p.wire(&p.who.Keys)
	return p.who
}

// wire has the keys of a field link, and give that up.
func (p *linkPage) wire(keys *control.Keys) {
	keys.OnSave, keys.OnCancel, keys.OnKey = p.link, p.stage.GiveUp, p.stage.desk.TypedKey
}

func (p *linkPage) footer() fyne.CanvasObject {
	p.yes = control.NewMainButton(lang.L("Link"), lang.L("Link the ticked places to the actor"), desk.KeySave.String(), p.link)
	return control.NewWrap(control.ButtonGap, p.yes, control.NewTextButton(lang.L("Cancel"), "", desk.KeyGiveUp.String(), p.stage.GiveUp))
}

// changed looks anew when something else was filled in than names.
func (p *linkPage) changed() {
	p.stage.touched()
	p.asked = false
	p.look()
}

// lookSoon looks when nobody types any more. What is listed until then is of other
// names.
func (p *linkPage) lookSoon() {
	p.asked = false
	p.overtake()
	p.waiting = p.stage.desk.Work.Later(lookDelay, p.look)
}

// overtake gives up what is being looked for, and what is listed.
func (p *linkPage) overtake() {
	p.stopLooking()
	p.looking = true
	p.ticked()
}

func (p *linkPage) stopLooking() {
	p.waiting()
	p.found.Overtake()
}

// look lists the places where the names stand.
func (p *linkPage) look() {
	p.overtake()
	q := suggest.NameQuery{Names: strings.Split(p.Names, "\n")}
	q.MatchCase, q.Endings = p.MatchCase, p.Endings
	if !p.Whole {
		q.Article = p.stage.reading.Article().ID
	}
	actor, whole, work := p.Actor.Actor, p.Whole, p.stage.desk.Work
	desk.Query(p.stage.desk, &p.found, func(ctx context.Context, project *store.Project) ([]suggest.Naming, error) {
		return suggest.Namings(ctx, project, q, func(done, total int) {
			work.OnUI(func() {
				if ctx.Err() == nil {
					p.places.wait(done, total)
				}
			})
		})
	}, func(all []suggest.Naming) {
		p.looking = false
		p.places.set(slices.DeleteFunc(all, func(n suggest.Naming) bool {
			return actor != (store.ID{}) && n.Links == actor
		}), p.isOn(), whole)
		if p.asked {
			p.asked = false
			p.link()
		}
	})
}

// ticked follows which places are to be linked.
func (p *linkPage) ticked() {
	n := len(p.places.ticked())
	p.yes.SetLabel(words.Counted(n, "Link {{.Count}}"))
	if n == 0 || p.looking || p.running || p.Actor.IsZero() {
		p.yes.Disable()
	} else {
		p.yes.Enable()
	}
	p.stage.resized()
}

// newNames are the names that were looked for and that the actor does not have yet; descriptions are none.
func (p *linkPage) newNames() []string {
	known := append([]string{p.Actor.Name}, p.stage.desk.Names.Actors[p.Actor.Actor].Aliases...)
	var list []string
	for _, name := range strings.Split(p.Names, "\n") {
		name = strings.TrimSpace(name)
		isKnown := slices.ContainsFunc(known, func(s string) bool { return text.Fold(s) == text.Fold(name) })
		if name != "" && !isKnown && !control.Describes(name) {
			list, known = append(list, name), append(known, name)
		}
	}
	return list
}

// link records the ticked places as mentions of the actor, and the names as the actor's, as one action.
func (p *linkPage) link() {
	ticked := p.places.ticked()
	switch {
	case p.Actor.IsZero():
		p.who.SetError(lang.L("Say whom these words name."))
		p.who.Focus()
		p.stage.resized()
		return
	case p.running:
		return
	case p.looking:
		p.asked = true
		return
	case len(ticked) == 0:
		p.stage.desk.Tell(lang.L("There is no place to link. Tick some, or write another name."))
		return
	}
	l := &linking{who: p.Actor, names: p.newNames(), in: map[store.ID][]suggest.Naming{}}
	for _, n := range ticked {
		if l.in[n.Article] == nil {
			l.articles = append(l.articles, n.Article)
		}
		l.in[n.Article] = append(l.in[n.Article], n)
	}
	title := store.Title{Code: store.TitleLinkAll, Name: l.who.Name}
	if p.Whole && len(l.articles) > store.MostRows { // others are saved meanwhile
		p.running = true
		p.ticked()
		p.stage.desk.DoRows(title, store.RowWrite{First: l.first, Each: l.each}, func(err error) {
			p.running = false
			p.linked(l, err)
		}, store.Rows{Entity: store.EntityArticle, IDs: l.articles})
		return
	}
	whole := p.Whole
	p.stage.write(title, func(b *store.Batch) error {
		if err := l.first(b); err != nil {
			return err
		}
		if err := l.each(b, store.EntityArticle, l.articles); err != nil || whole {
			return err
		}
		return b.SetInProgress(l.articles[0])
	}, func(err error) { p.linked(l, err) })
}

// linked says what was linked, and leaves the page.
func (p *linkPage) linked(l *linking, err error) {
	if p.stage.desk.Failed(err) {
		p.ticked()
		if l.linked > 0 && p.isShown() { // what is listed is no longer what is left
			p.forget()
			p.stage.leave()
		}
		return
	}
	p.stage.desk.Use([]store.ID{l.actor})
	if l.who.New != "" {
		p.stage.desk.Prefs.SetLastKind(l.who.New)
	}
	p.forget()
	if p.isShown() {
		p.stage.leave()
	}
	p.stage.desk.Tell(words.Counted(l.linked, "{{.Count}} place linked to %s.", l.who.Name))
}

// linking is what is written when places are linked.
type linking struct {
	who      names.Party
	names    []string // that become the actor's
	in       map[store.ID][]suggest.Naming
	articles []store.ID // in which they are
	actor    store.ID   // once it is in the project
	linked   int
}

// first gives the actor its names; it makes one that is new.
func (l *linking) first(b *store.Batch) error {
	l.actor = l.who.Actor
	if l.actor == (store.ID{}) {
		added, err := b.AddActorIn(l.articles[0], store.Actor{Name: l.who.Name, Kind: l.who.New})
		if err != nil {
			return err
		}
		l.actor = added.ID
	}
	for _, name := range l.names {
		if err := b.AddAlias(l.actor, name); err != nil {
			return err
		}
	}
	return nil
}

// each links the places in some of the articles.
func (l *linking) each(b *store.Batch, _ store.Entity, articles []store.ID) error {
	n := 0
	for _, article := range articles {
		linked, err := suggest.Link(b, l.actor, l.in[article])
		if err != nil {
			return err
		}
		n += linked
	}
	l.linked += n
	return nil
}

// isShown reports whether no other page has taken its place.
func (p *linkPage) isShown() bool { return p.stage.page == page(p) }

// ChosenPlace is the place chosen in the list of those that can be linked, if that has the keyboard.
func (f *stage) ChosenPlace() (int, bool) {
	p, linking := f.page.(*linkPage)
	if !linking {
		return 0, false
	}
	return p.places.chosen()
}

// Relist shows the rows of the places as tall as they are to be now.
func (f *stage) Relist() {
	if p, linking := f.page.(*linkPage); linking {
		p.places.relist()
	}
}

// Toggle links a place that is listed, or leaves it out.
func (f *stage) Toggle(place int) {
	if p, linking := f.page.(*linkPage); linking {
		p.places.toggle(place)
	}
}
