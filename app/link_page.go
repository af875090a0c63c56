package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/names"
	"standpoint/app/panel"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// linkPage links all places where an actor is named, in the open article or in all
// of them. What it finds is listed at the left while it is open.
type linkPage struct {
	inspector *inspector
	names     string // one a line
	whole     bool   // all articles
	matchCase bool
	endings   bool
	actor     names.Party
	places    *namingList
	found     background.Latest
	looking   bool   // what is listed is not of these names any more
	touched   bool   // something was filled in
	waiting   func() // stops looking a moment after the last key

	field *control.Field
	who   *control.TypeAhead
	yes   *control.Button
}

// mostNameLines is how many lines of names are shown without scrolling.
const mostNameLines = 6

// lookDelay is how long after the last change of the names they are looked for.
const lookDelay = 250 * time.Millisecond

// showLink turns the inspector to linking all places of a name; one without an ID is
// only words, for which an actor is found if one is called so.
func (i *inspector) showLink(name store.Name, whole bool) {
	i.keepDraft()
	i.loading.Overtake() // what is being read to be shown comes too late now
	p := &linkPage{inspector: i, whole: whole || !i.hasArticle(), matchCase: true, waiting: func() {}}
	all := append([]string{strings.TrimSpace(name.Name)}, name.Aliases...)
	p.names = strings.Join(slices.Compact(all), "\n")
	if name.ID == (store.ID{}) {
		name = i.app.Names.Called(name.Name)
	}
	if name.ID != (store.ID{}) {
		p.actor = names.Party{Actor: name.ID, Name: name.Name}
	}
	p.places = newNamingList(i.app, p.ticked, i.reading.Focus)
	i.dirty = false
	i.turn(p)
	i.reading.ShowAtLeft(p.places.content)
	p.focus()
	p.look()
	i.app.RefreshMenu()
}

// linkAgain shows the page again that was given up, with what was filled in.
func (i *inspector) linkAgain(p *linkPage) {
	i.reading.ComeToFront()
	i.keepDraft()
	i.dirty = false
	i.turn(p)
	i.reading.ShowAtLeft(p.places.content)
	p.focus()
	p.look()
	i.app.RefreshMenu()
}

func (p *linkPage) focus() {
	if p.actor.IsZero() {
		p.who.Focus()
		return
	}
	p.places.list.Focus()
}

func (p *linkPage) objects() []fyne.CanvasObject {
	p.field = control.NewArea(lang.L("Names, one a line"), min(max(strings.Count(p.names, "\n")+1, 2), mostNameLines))
	p.field.SetText(p.names)
	p.field.OnChanged = func(s string) { p.names, p.touched = s, true; p.lookSoon() }
	p.field.OnSave, p.field.OnCancel, p.field.OnKey = p.link, p.inspector.GiveUp, p.inspector.app.TypedKey
	scope := control.NewSelect(lang.L("Where"), []control.Option{
		{Key: panel.ScopeArticle, Word: lang.L("This article")}, {Key: panel.ScopeProject, Word: lang.L("All articles")},
	})
	scope.SetValue(map[bool]string{false: panel.ScopeArticle, true: panel.ScopeProject}[p.whole])
	scope.OnChanged = func(key string) { p.whole = key == panel.ScopeProject; p.look() }
	scope.OnKey = p.inspector.app.TypedKey
	scope.OnUnfold = p.inspector.unfolded(scope)
	same := widget.NewCheck(lang.L("Same case"), nil)
	same.Checked = p.matchCase
	same.OnChanged = func(on bool) { p.matchCase = on; p.look() }
	endings := widget.NewCheck(lang.L("Other endings too"), nil)
	endings.OnChanged = func(on bool) { p.endings = on; p.look() }
	return []fyne.CanvasObject{
		control.Heading(lang.L("Link all"), "", desk.KeyLinkAll.String()), p.field, p.whom(), scope, control.NewWrap(4, same, endings),
	}
}

// whom is the field for the actor.
func (p *linkPage) whom() fyne.CanvasObject {
	p.who = control.NewTypeAhead(control.TypeAheadOptions{
		Caption: lang.L("Actor"), PlaceHolder: lang.L("whom do these words name?"),
		Items: p.inspector.app.ActorItems, Create: true, Kinds: desk.ActorKinds(),
	})
	if !p.actor.IsZero() {
		p.who.SetItem(p.inspector.app.PartyItem(p.actor))
	}
	p.who.OnPick = func(i control.Item) { p.actor, p.touched = desk.ItemParty(i), true; p.look() }
	p.who.OnClear = func() { p.actor = names.Party{}; p.look() }
	p.who.OnSave, p.who.OnCancel, p.who.OnKey = p.link, p.inspector.GiveUp, p.inspector.app.TypedKey
	p.who.OnUnfold = p.inspector.unfolded(p.who)
	return p.who
}

func (p *linkPage) footer() fyne.CanvasObject {
	p.yes = control.NewMainButton(lang.L("Link"), lang.L("Link the ticked places to the actor"), desk.KeySave.String(), p.link)
	return container.NewHBox(p.yes, control.NewTextButton(lang.L("Cancel"), "", desk.KeyGiveUp.String(), p.inspector.GiveUp))
}

// lookSoon looks when nobody types any more. What is listed until then is of other
// names.
func (p *linkPage) lookSoon() {
	p.overtake()
	p.waiting = p.inspector.app.Work.Later(lookDelay, p.look)
}

// overtake gives up what is being looked for, and what is listed.
func (p *linkPage) overtake() {
	p.leave()
	p.looking = true
	p.ticked()
}

// leave ends all looking.
func (p *linkPage) leave() {
	p.waiting()
	p.found.Overtake()
}

// look lists the places where the names stand.
func (p *linkPage) look() {
	p.overtake()
	q := suggest.NameQuery{Names: strings.Split(p.names, "\n")}
	q.MatchCase, q.Endings = p.matchCase, p.endings
	if !p.whole {
		q.Article = p.inspector.reading.Article().ID
	}
	actor, whole, work := p.actor.Actor, p.whole, p.inspector.app.Work
	desk.Query(p.inspector.app, &p.found, func(ctx context.Context, project *store.Project) ([]suggest.Naming, error) {
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
		}), whole)
	})
}

// ticked follows which places are to be linked.
func (p *linkPage) ticked() {
	n := len(p.places.ticked())
	p.yes.SetLabel(words.Counted(n, "Link {{.Count}}"))
	if n == 0 || p.looking || p.actor.IsZero() {
		p.yes.Disable()
	} else {
		p.yes.Enable()
	}
	p.inspector.resized()
}

// newNames are the names that were looked for and that the actor does not have yet; descriptions are none.
func (p *linkPage) newNames() []string {
	known := append([]string{p.actor.Name}, p.inspector.app.Names.Actors[p.actor.Actor].Aliases...)
	var list []string
	for _, name := range strings.Split(p.names, "\n") {
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
	case p.actor.IsZero():
		p.who.SetError(lang.L("Say whom these words name."))
		p.who.Focus()
		p.inspector.resized()
		return
	case p.looking || len(ticked) == 0:
		return
	}
	who, names, linked := p.actor, p.newNames(), 0
	p.inspector.app.Do(words.Sentence("Link all to %s", who.Name), func(b *store.Batch) error {
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
		if p.inspector.app.Failed(err) {
			return
		}
		p.inspector.app.Use([]store.ID{who.Actor})
		p.inspector.leave()
		p.inspector.app.Tell(words.Counted(linked, "{{.Count}} place linked to %s", who.Name))
	})
}

// chosenPlace is the place chosen in the list of those that can be linked, if that has the keyboard.
func (i *inspector) chosenPlace() (int, bool) {
	p, linking := i.linking()
	if !linking {
		return 0, false
	}
	return p.places.chosen()
}

// toggle links a place that is listed, or leaves it out.
func (i *inspector) toggle(place int) {
	if p, linking := i.linking(); linking {
		p.places.toggle(place)
	}
}
