package inspector

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

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

// LinkPage links all places where an actor is named, in the open article or in all
// of them. What it finds is listed at the left while it is open.
type LinkPage struct {
	form.LinkAll

	inspector *Inspector
	home      store.ID     // the article with which it is kept; none: no article was open yet
	was       form.LinkAll // before anything was filled in
	Places    *namingList
	found     background.Latest
	looking   bool   // what is listed is not of these names any more
	waiting   func() // stops looking a moment after the last key

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
func (i *Inspector) ShowLink(name store.Name, whole bool) {
	i.KeepDraft()
	i.loading.Overtake() // what is being read to be shown comes too late now
	all := append([]string{strings.TrimSpace(name.Name)}, name.Aliases...)
	if name.ID == (store.ID{}) {
		name = i.desk.Names.Called(name.Name)
	}
	var actor names.Party
	if name.ID != (store.ID{}) {
		actor = names.Party{Actor: name.ID, Name: name.Name}
	}
	l := form.NewLinkAll(strings.Join(slices.Compact(all), "\n"), actor, whole || !i.hasArticle())
	i.link(&LinkPage{LinkAll: l, inspector: i, home: i.reading.Article().ID, was: l}, false)
}

// link turns to a page; changed if somebody has filled in something of it.
func (i *Inspector) link(p *LinkPage, changed bool) {
	p.waiting = func() {}
	p.Places = newNamingList(i.desk, p.ticked, p.toggled, i.reading.Focus)
	i.dirty = changed
	i.turn(p)
	i.reading.ShowAtLeft(p.Places.Content)
	p.focus()
	p.Look()
	i.desk.RefreshMenu()
}

func (p *LinkPage) focus() {
	if p.Actor.IsZero() {
		p.who.Focus()
		return
	}
	p.Places.list.Focus()
}

func (p *LinkPage) objects() []fyne.CanvasObject {
	p.field = control.NewArea(lang.L("Names, one a line"), min(max(strings.Count(p.Names, "\n")+1, 2), mostNameLines))
	p.field.SetText(p.Names)
	p.field.OnChanged = func(s string) { p.Names = s; p.inspector.touched(); p.lookSoon() }
	p.field.OnSave, p.field.OnCancel, p.field.OnKey = p.link, p.inspector.GiveUp, p.inspector.desk.TypedKey
	scope := control.NewSelect(lang.L("Where"), []control.Option{
		{Key: scopeArticle, Word: lang.L("This article")}, {Key: scopeProject, Word: lang.L("All articles")},
	})
	scope.SetValue(map[bool]string{false: scopeArticle, true: scopeProject}[p.Whole])
	scope.OnChanged = func(key string) { p.Whole = key == scopeProject; p.changed() }
	scope.OnKey = p.inspector.desk.TypedKey
	scope.OnUnfold = p.inspector.unfolded(scope)
	same := widget.NewCheck(lang.L("Same case"), nil)
	same.Checked = p.MatchCase
	same.OnChanged = func(on bool) { p.MatchCase = on; p.changed() }
	endings := widget.NewCheck(lang.L("Other endings too"), nil)
	endings.Checked = p.Endings
	endings.OnChanged = func(on bool) { p.Endings = on; p.changed() }
	return []fyne.CanvasObject{
		control.PageTitle(lang.L("Link all"), "", desk.KeyLinkAll.String()), p.field, p.whom(), scope, control.NewWrap(4, same, endings),
	}
}

// whom is the field for the actor.
func (p *LinkPage) whom() fyne.CanvasObject {
	p.who = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Actor"), PlaceHolder: lang.L("whom do these words name?"),
		Items: p.inspector.desk.ActorItems, Create: true, Kinds: desk.ActorKinds(),
	})
	if !p.Actor.IsZero() {
		p.who.SetItem(p.inspector.desk.PartyItem(p.Actor))
	}
	p.who.OnPick = func(i control.Item) { p.Actor = desk.ItemParty(i); p.changed() }
	p.who.OnClear = func() { p.Actor = names.Party{}; p.changed() }
	p.who.OnSave, p.who.OnCancel, p.who.OnKey = p.link, p.inspector.GiveUp, p.inspector.desk.TypedKey
	p.who.OnUnfold = p.inspector.unfolded(p.who)
	return p.who
}

func (p *LinkPage) footer() fyne.CanvasObject {
	p.yes = control.NewMainButton(lang.L("Link"), lang.L("Link the ticked places to the actor"), desk.KeySave.String(), p.link)
	return control.NewWrap(control.ButtonGap, p.yes, control.NewTextButton(lang.L("Cancel"), "", desk.KeyGiveUp.String(), p.inspector.GiveUp))
}

// changed looks anew when something else was filled in than names.
func (p *LinkPage) changed() {
	p.inspector.touched()
	p.Look()
}

// lookSoon looks when nobody types any more. What is listed until then is of other
// names.
func (p *LinkPage) lookSoon() {
	p.overtake()
	p.waiting = p.inspector.desk.Work.Later(lookDelay, p.Look)
}

// overtake gives up what is being looked for, and what is listed.
func (p *LinkPage) overtake() {
	p.leave()
	p.looking = true
	p.ticked()
}

// leave ends all looking.
func (p *LinkPage) leave() {
	p.waiting()
	p.found.Overtake()
}

// Look lists the places where the names stand.
func (p *LinkPage) Look() {
	p.overtake()
	q := suggest.NameQuery{Names: strings.Split(p.Names, "\n")}
	q.MatchCase, q.Endings = p.MatchCase, p.Endings
	if !p.Whole {
		q.Article = p.inspector.reading.Article().ID
	}
	actor, whole, work := p.Actor.Actor, p.Whole, p.inspector.desk.Work
	desk.Query(p.inspector.desk, &p.found, func(ctx context.Context, project *store.Project) ([]suggest.Naming, error) {
		return suggest.Namings(ctx, project, q, func(done, total int) {
			work.OnUI(func() {
				if ctx.Err() == nil {
					p.Places.wait(done, total)
				}
			})
		})
	}, func(all []suggest.Naming) {
		p.looking = false
		p.Places.set(slices.DeleteFunc(all, func(n suggest.Naming) bool {
			return actor != (store.ID{}) && n.Links == actor
		}), p.isOn(), whole)
	})
}

// ticked follows which places are to be linked.
func (p *LinkPage) ticked() {
	n := len(p.Places.ticked())
	p.yes.SetLabel(words.Counted(n, "Link {{.Count}}"))
	if n == 0 || p.looking || p.Actor.IsZero() {
		p.yes.Disable()
	} else {
		p.yes.Enable()
	}
	p.inspector.resized()
}

// newNames are the names that were looked for and that the actor does not have yet; descriptions are none.
func (p *LinkPage) newNames() []string {
	known := append([]string{p.Actor.Name}, p.inspector.desk.Names.Actors[p.Actor.Actor].Aliases...)
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
func (p *LinkPage) link() {
	ticked := p.Places.ticked()
	switch {
	case p.Actor.IsZero():
		p.who.SetError(lang.L("Say whom these words name."))
		p.who.Focus()
		p.inspector.resized()
		return
	case p.looking || len(ticked) == 0:
		return
	}
	who, names, linked := p.Actor, p.newNames(), 0
	p.inspector.desk.Do(store.Title{Code: store.TitleLinkAll, Name: who.Name}, func(b *store.Batch) error {
		if who.Actor == (store.ID{}) {
			added, err := b.AddActorIn(ticked[0].Article, store.Actor{Name: who.Name, Kind: who.New})
			if err != nil {
				return err
			}
			who.Actor = added.ID
		}
		for _, name := range names {
			if err := b.AddAlias(who.Actor, name); err != nil {
				return err
			}
		}
		var err error
		linked, err = suggest.Link(b, who.Actor, ticked)
		return err
	}, func(err error) {
		if p.inspector.desk.Failed(err) {
			return
		}
		p.inspector.desk.Use([]store.ID{who.Actor})
		p.forget()
		if p.inspector.page == inspectorPage(p) {
			p.inspector.leave()
		}
		p.inspector.desk.Tell(words.Counted(linked, "{{.Count}} place linked to %s", who.Name))
	})
}

// ChosenPlace is the place chosen in the list of those that can be linked, if that has the keyboard.
func (i *Inspector) ChosenPlace() (int, bool) {
	p, linking := i.Linking()
	if !linking {
		return 0, false
	}
	return p.Places.chosen()
}

// Toggle links a place that is listed, or leaves it out.
func (i *Inspector) Toggle(place int) {
	if p, linking := i.Linking(); linking {
		p.Places.toggle(place)
	}
}
