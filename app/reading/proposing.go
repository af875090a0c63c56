package reading

import (
	"context"
	"reflect"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/inspector"
	"standpoint/app/panel"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// proposing reads the open article for what may be annotated in it, and does what is decided on that. Nothing is written before.
type proposing struct {
	desk      seat
	reader    *reader
	panel     *panel.Panel
	inspector *inspector.Inspector
	hand      *picking
	reveal    func() // shows the side, where what is picked is told, also where there is little room

	running  background.Latest
	recall   background.Latest
	recalls  *store.Project           // of which what is recorded on issues is being read
	found    suggest.Findings         // in the open article, in text order, less what was decided on since it was read
	shown    shownProposals           // as found is shown
	whom     suggest.Overview         // whom and what its text names
	moved    map[store.ID][]text.Span // the words of those of which an end was moved
	awaited  []returning              // of which something was written, and which are not proposed
	returned returning                // the one that was picked last as it came back
	moves    moves
	decided  map[store.ID]bool // those that were decided on, whether that is written; until the text is read after that
}

// thought is what a text tells.
type thought struct {
	found suggest.Findings
	shown shownProposals
	whom  suggest.Overview
}

// renew reads the open article anew, beside the window. What stands there stays until then, unless it is of another text.
func (p *proposing) renew() {
	open := p.desk.open
	a := open.article
	if p.found.Article.ID != a.ID || p.found.Article.Body != a.Body {
		p.clear()
	}
	if !open.hasArticle() {
		p.clear()
		return
	}
	mind, known, names, isAsked, wanted := &p.desk.Mind, p.desk.Known(), p.desk.Names, p.isAsked(), p.wanted()
	written, awaited := p.written(), p.awaited
	desk.Query(p.desk.Desk, &p.running, func(ctx context.Context, project *store.Project) (t thought, err error) {
		if t.found, t.whom, err = mind.Article(ctx, project, known, a); err != nil {
			return t, err
		}
		if !isAsked {
			t.found.Proposals, t.whom = nil, suggest.Overview{}
		}
		t.found.Proposals = slices.DeleteFunc(t.found.Proposals, func(one suggest.Proposal) bool { return !wanted(one) })
		t.shown = proposalMarker{names: names, body: t.found.Body}.shown(t.found.Proposals)
		return t, nil
	}, func(t thought) {
		if now := p.desk.open.article; t.found.Article.ID != now.ID || t.found.Article.Body != now.Body {
			return
		}
		for _, id := range written {
			delete(p.decided, id)
		}
		p.found, p.shown = t.found, t.shown
		p.drop(func(one suggest.Proposal) bool { _, is := p.decided[one.ID]; return is })
		p.tell(t.whom)
		for id, spans := range p.moved {
			p.put(p.at(id), spans)
		}
		p.show()
		p.pickReturned(awaited)
		p.recollect()
	})
}

// drop takes some of those away that were found.
func (p *proposing) drop(isOut func(suggest.Proposal) bool) {
	p.shown = p.shown.without(func(i int) bool { return isOut(p.found.Proposals[i]) })
	p.found.Proposals = slices.DeleteFunc(slices.Clone(p.found.Proposals), isOut)
}

// wanted tells which proposals are to be shown.
func (p *proposing) wanted() func(suggest.Proposal) bool {
	least, off := p.desk.Prefs.LeastConfidence(), map[store.Kind]bool{}
	for _, kind := range []store.Kind{store.KindMention, store.KindStatement, store.KindPosition} {
		off[kind] = p.desk.Prefs.IsNotProposed(kind)
	}
	return func(one suggest.Proposal) bool {
		isSeldomWanted := one.Rule == suggest.RulePlace && least >= one.Confidence
		return one.Confidence >= least && !isSeldomWanted && !off[one.Kind]
	}
}

// recollect reads what is recorded on the project's issues, unless that is known, and then the open article anew: nothing waits for it.
func (p *proposing) recollect() {
	mind, known := &p.desk.Mind, p.desk.Known()
	if mind.Recalls() || p.recalls == p.desk.Project {
		return
	}
	p.recalls = p.desk.Project
	p.desk.Work.Later(recollectAfter, func() {
		if p.desk.Project != p.recalls || p.recalls == nil {
			return
		}
		desk.Query(p.desk.Desk, &p.recall, func(ctx context.Context, project *store.Project) (bool, error) {
			return mind.Recall(ctx, project, known)
		}, func(more bool) {
			p.recalls = nil
			if more {
				p.renew()
			}
		})
	})
}

// recollectAfter is how long what somebody may ask for first has the processor to itself.
const recollectAfter = time.Second

// isAsked reports whether something is to be proposed in the open article. It is read all the same: forms are filled of that.
func (p *proposing) isAsked() bool {
	a := p.desk.open.article
	return a.Status != store.StatusCoded && a.Status != store.StatusReviewed && !p.desk.Prefs.ProposesNothing()
}

// clear proposes nothing.
func (p *proposing) clear() {
	p.running.Overtake()
	p.moved, p.moves, p.whom = nil, moves{}, suggest.Overview{}
	if len(p.found.Proposals) > 0 || p.found.Body != nil {
		p.found, p.shown = suggest.Findings{}, shownProposals{}
		p.show()
		return
	}
	p.panel.SetProposals(nil, p.none())
}

// tell says at the side whom the text names, if that is something else than before.
func (p *proposing) tell(whom suggest.Overview) {
	before := p.whom
	p.whom = whom
	if !reflect.DeepEqual(before, whom) {
		p.inspector.Renew()
	}
}

// show marks what is proposed in the text, and lists it at the side.
func (p *proposing) show() {
	p.draw()
	p.panel.SetProposals(p.shown.rows, p.none())
	id, _ := p.reader.current()
	if !p.has(id) {
		id = store.ID{}
	}
	p.panel.ChooseProposal(id)
	p.desk.RefreshMenu()
}

// draw draws the marks in the colours of the appearance.
func (p *proposing) draw() {
	p.shown.colour()
	p.reader.proposed = p.shown.marks
	p.reader.redraw()
}

// none says why nothing is proposed.
func (p *proposing) none() string {
	switch a := p.desk.open.article; {
	case a.ID == store.ID{}:
		return lang.L("Open an article to see what the program proposes to annotate.")
	case p.desk.Prefs.ProposesNothing():
		return lang.L("Proposals are switched off. Switch them on in the menu View.")
	case a.Status == store.StatusCoded || a.Status == store.StatusReviewed:
		return lang.L("This article is coded: nothing more is proposed.")
	}
	return lang.L("Nothing more is proposed here. What you select and record yourself is never changed.")
}

// at is where a proposal is among those found; -1 if it is none.
func (p *proposing) at(id store.ID) int {
	return slices.IndexFunc(p.found.Proposals, func(one suggest.Proposal) bool { return one.ID == id })
}

// has reports whether something is a proposal that is shown.
func (p *proposing) has(id store.ID) bool { return p.at(id) >= 0 }

// pick makes a proposal the current one, in the text and at the side.
func (p *proposing) pick(id store.ID) {
	i := p.at(id)
	if i < 0 {
		return
	}
	p.hand.unpick()
	if !p.inspector.IsAtWork() {
		p.inspector.Rest()
	}
	p.reader.comeTo(id, p.found.Proposals[i].Whole())
	if p.panel.Tab != panel.TabProposals {
		p.panel.Show(panel.TabProposals)
	}
	p.panel.ChooseProposal(id)
	p.reveal()
	p.desk.RefreshMenu()
}

// current is the proposal whose mark is picked, if something can be recorded.
func (p *proposing) current() (suggest.Proposal, bool) {
	if !p.desk.isReading() || !p.desk.CanWrite() {
		return suggest.Proposal{}, false
	}
	id, _ := p.reader.current()
	if i := p.at(id); i >= 0 {
		return p.found.Proposals[i], true
	}
	return suggest.Proposal{}, false
}

// alike are the current proposal and those of the same that name or quote the same actor, if there are others.
func (p *proposing) alike() ([]suggest.Proposal, bool) {
	one, is := p.current()
	if !is {
		return nil, false
	}
	var all []suggest.Proposal
	for _, other := range p.found.Proposals {
		if other.ID == one.ID || isAlike(one, other) {
			all = append(all, other)
		}
	}
	return all, true
}

// isAlike reports whether two proposals are of one kind and of the same actor.
func isAlike(a, b suggest.Proposal) bool {
	if a.Kind != b.Kind {
		return false
	}
	mine, theirs := a.Parties(), b.Parties()
	return len(mine) > 0 && len(mine) == len(theirs) && slices.EqualFunc(mine, theirs, suggest.Party.IsSame)
}

// accept records proposals as annotations, as one action, and goes on to the next. Where several actors are called so, a form asks who is
// meant.
func (p *proposing) accept(list []suggest.Proposal) {
	isOfSeveral := func(who suggest.Party) bool { return who.Actor == (store.ID{}) && p.desk.Names.IsShared(who.Name) }
	if slices.ContainsFunc(list[0].Parties(), isOfSeveral) {
		p.edit(list[0])
		return
	}
	title := store.Title{Code: store.TitleAcceptProposals, Count: len(list)}
	if len(list) == 1 {
		title = store.TitleForAccepting(list[0].Kind)
	}
	p.decide(title, list, func(b *store.Batch, in suggest.Findings) error {
		var a suggest.Acceptance
		_, err := a.Accept(b, in)
		return err
	})
}

// reject records that a proposal is none, and goes on to the next.
func (p *proposing) reject(one suggest.Proposal) {
	p.decide(store.Title{Code: store.TitleRejectProposals, Count: 1}, []suggest.Proposal{one},
		func(b *store.Batch, in suggest.Findings) error {
			_, err := suggest.Reject(b, in)
			return err
		})
}

// decide records what was decided on proposals. They are gone at once, so that the next key is for the next.
func (p *proposing) decide(title store.Title, list []suggest.Proposal, write func(*store.Batch, suggest.Findings) error) {
	in := p.found
	in.Proposals = list
	if p.decided == nil {
		p.decided = map[store.ID]bool{}
	}
	for _, one := range list {
		p.decided[one.ID] = false
	}
	p.moves = moves{}
	p.leave(list)
	p.desk.Do(title, func(b *store.Batch) error { return write(b, in) }, func(err error) {
		failed := p.desk.Failed(err)
		for _, one := range list {
			p.decided[one.ID] = true
		}
		if failed {
			p.renew() // they are there still
		}
	})
}

// leave takes proposals away that are decided on, and picks the one that follows where somebody is at; else the first that is left.
func (p *proposing) leave(list []suggest.Proposal) {
	decided := make(map[store.ID]bool, len(list))
	for _, one := range list {
		decided[one.ID] = true
	}
	isDecided := func(one suggest.Proposal) bool { return decided[one.ID] }
	current, _ := p.reader.current()
	after := p.at(current) + 1
	var next store.ID
	for _, one := range slices.Concat(p.found.Proposals[after:], p.found.Proposals[:after]) {
		if !isDecided(one) {
			next = one.ID
			break
		}
	}
	p.drop(isDecided)
	p.show()
	p.pick(next)
}

// edit opens a proposal as a form that is filled with it.
func (p *proposing) edit(one suggest.Proposal) {
	f := form.Proposed(p.found.Body, one, p.desk.Prefs.LastKind(), p.desk.Names.IsShared)
	f.Proposal.Positions = p.found.RestingOn(one.ID)
	p.inspector.EditProposed(f)
}

// editAt opens the proposal of a row or a mark.
func (p *proposing) editAt(id store.ID) {
	if i := p.at(id); i >= 0 && p.desk.CanWrite() {
		p.edit(p.found.Proposals[i])
	}
}

// put gives a proposal other words; one that is not there has none.
func (p *proposing) put(i int, spans []text.Span) {
	if i < 0 {
		return
	}
	p.found.Proposals[i].Spans = spans
	p.shown.set(i, proposalMarker{names: p.desk.Names, body: p.found.Body}, &p.found.Proposals[i])
}

// commands decide on what is proposed.
func (p *proposing) commands() []desk.Command {
	one := func(do func(suggest.Proposal)) desk.Deed { return desk.With(p.current, do) }
	return []desk.Command{
		{
			In: desk.SectionProposals, Label: desk.Fixed(lang.L("Accept Proposal")), Key: desk.KeyAccept,
			Act: one(func(s suggest.Proposal) { p.accept([]suggest.Proposal{s}) }),
		},
		{
			In: desk.SectionProposals, Label: desk.Fixed(lang.L("Accept All of the Same Actor")), Key: desk.KeyAcceptAlike,
			Act: desk.With(p.alike, p.accept),
		},
		{In: desk.SectionProposals, Label: desk.Fixed(lang.L("Reject Proposal")), Key: desk.KeyReject, Act: one(p.reject)},
		{
			In: desk.SectionProposals, Label: desk.Fixed(lang.L("Edit Proposal")), Key: desk.Letter('E'),
			Act: one(p.edit),
		},
		{
			In: desk.SectionDim, Label: desk.Fixed(lang.L("Proposals…")), Key: desk.AltCtrl(fyne.KeyP),
			Act: desk.When(p.desk.open.hasArticle, p.desk.inFront(p.inspector.ShowProposals)),
		},
	}
}
