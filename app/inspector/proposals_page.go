package inspector

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// proposalsPage says what is proposed and how good that has been in the project, and lists what was rejected in the open article.
type proposalsPage struct {
	stage    *stage
	first    *control.Select           // has the keyboard when the page is opened
	parts    map[string]fyne.Focusable // what can have the keyboard, by what it is
	decided  []store.Decided
	rejected []store.Decision
	listed   int // how many of them are
}

// mostRejected is how many rejected proposals are listed at first, and how many more each time.
const mostRejected = 20

// ShowProposals turns to what is proposed, how good that has been, and what was rejected.
func (f *stage) ShowProposals() { f.showProposals(true) }

func (f *stage) showProposals(focus bool) {
	f.KeepDraft()
	article, listed := f.reading.Article(), mostRejected
	if now, is := f.page.(*proposalsPage); is {
		listed = now.listed
	}
	desk.Query(f.desk, &f.loading, func(ctx context.Context, p *store.Project) (*proposalsPage, error) {
		page := &proposalsPage{stage: f, listed: listed}
		var err error
		if page.decided, err = p.DecidedBy(ctx); err != nil {
			return nil, err
		}
		page.rejected, err = rejectedIn(ctx, p, article)
		return page, err
	}, func(page *proposalsPage) {
		now, is := f.page.(*proposalsPage)
		switch {
		case focus:
			f.open(page, false)
		case is:
			now.renew(page)
		}
	})
}

// renew shows what the page says now, where somebody is reading it, with the keyboard where they are.
func (p *proposalsPage) renew(now *proposalsPage) {
	f := p.stage
	focused, offset := f.desk.Window.Canvas().Focused(), f.scroll.Offset
	earlier := p.parts
	f.turn(now)
	f.scroll.ScrollToOffset(offset)
	if to := now.like(earlier, focused); to != nil {
		f.desk.Window.Canvas().Focus(to)
	}
}

// like is the part of the page that is as one of an earlier one: of what was rejected that at the same place, or the last. Nil for what was
// no part of that.
func (p *proposalsPage) like(earlier map[string]fyne.Focusable, part fyne.Focusable) fyne.Focusable {
	for name, one := range earlier {
		if one != part {
			continue
		}
		if same, is := p.parts[name]; is {
			return same
		}
		if n := p.offered(); n > 0 {
			return p.parts[offer(n-1)]
		}
		return p.first
	}
	return nil
}

// The names of parts of the page. The others are the kinds.
const (
	partLeast = "least"
	partAgain = "again"
	partMore  = "more"
)

// offer is the name of the button that proposes again what was rejected, the first at 0.
func offer(i int) string { return "offer " + strconv.Itoa(i) }

// offered is how many of what was rejected can be proposed again on the page.
func (p *proposalsPage) offered() int {
	if !p.stage.desk.CanWrite() {
		return 0
	}
	return min(len(p.rejected), p.listed)
}

// rejectedIn returns the proposals of an article's present text that were rejected, or accepted and deleted since.
func rejectedIn(ctx context.Context, p *store.Project, article store.Article) ([]store.Decision, error) {
	list, err := p.Refused(ctx, article.ID)
	return slices.DeleteFunc(list, func(d store.Decision) bool { return d.Anchor.Body != article.Body }), err
}

// Learnt follows that something else was learnt from the project.
func (f *stage) Learnt() {
	if _, is := f.page.(*proposalsPage); is {
		f.showProposals(false)
	}
}

// isAtWork lets another page take the place of this one.
func (p *proposalsPage) isAtWork() bool { return false }

func (p *proposalsPage) focus() { p.stage.desk.Window.Canvas().Focus(p.first) }

func (p *proposalsPage) footer() fyne.CanvasObject {
	return control.NewWrap(control.ButtonGap, control.NewTextButton(lang.L("Back"), lang.L("Back to the text"), desk.KeyGiveUp.String(),
		p.stage.GiveUp))
}

func (p *proposalsPage) objects() []fyne.CanvasObject {
	p.parts = map[string]fyne.Focusable{}
	objects := []fyne.CanvasObject{
		control.PageTitle(lang.L("Proposals"), "", ""),
		control.Muted(lang.L(
			"What may be annotated is found on this computer, in the article's own words. Nothing is recorded unless you accept it.")),
		p.least(),
	}
	for _, kind := range []store.Kind{store.KindMention, store.KindStatement, store.KindPosition} {
		objects = append(objects, p.tick(kind))
	}
	objects = append(objects, control.NewSectionHeader(lang.L("So far in this project"), "", ""))
	objects = append(objects, p.shares()...)
	objects = append(objects, p.learnt()...)
	return append(objects, p.offers()...)
}

// learnt says from what was learnt, and for which kinds that does better than the rules; nothing while nothing was.
func (p *proposalsPage) learnt() []fyne.CanvasObject {
	learnt, done := p.stage.reading.Learnt()
	switch {
	case !done:
		return nil
	case learnt == nil:
		return []fyne.CanvasObject{control.Muted(lang.L("When articles are coded, it is learnt from them what to propose in the others."))}
	}
	said := words.Counted(learnt.Articles, "Learnt from {{.Count}} article. On those left out the rules alone do as well, and are used.")
	if kinds := learnt.Kinds(); len(kinds) > 0 {
		named := map[store.Kind]string{
			store.KindMention: lang.L("mentions"), store.KindStatement: lang.L("statements"), store.KindPosition: lang.L("positions"),
		}
		names := make([]string, len(kinds))
		for i, kind := range kinds {
			names[i] = named[kind]
		}
		said = words.Counted(learnt.Articles, "Learnt from {{.Count}} article, and used for: %s.", words.Joined(names))
	}
	again := control.NewQuietButton(lang.L("Forget and learn again"),
		lang.L("Throw away what was learnt, which is no part of the project, and learn from its articles anew"), "", p.stage.reading.LearnAgain)
	p.parts[partAgain] = again
	return []fyne.CanvasObject{control.Muted(said), control.NewWrap(2, again)}
}

// leastConfidences are the choices of how sure a proposal is at least that is shown, in per cent.
var leastConfidences = []int{30, 50, 60, 70, 80, 90}

// least is the choice of how sure a proposal is at least.
func (p *proposalsPage) least() fyne.CanvasObject {
	options := make([]control.Option, len(leastConfidences))
	for i, n := range leastConfidences {
		options[i] = control.Option{Key: strconv.Itoa(n), Word: words.Sentence("%s %% and more", strconv.Itoa(n))}
	}
	const hundred = 100
	p.first = control.NewSelect(lang.L("How sure at least"), options)
	p.first.SetValue(strconv.Itoa(int(p.stage.desk.Prefs.LeastConfidence()*hundred + 0.5)))
	p.first.OnChanged = func(key string) {
		if n, err := strconv.Atoi(key); err == nil {
			p.stage.desk.Prefs.SetLeastConfidence(float64(n) / hundred)
			p.stage.reading.RenewProposals()
		}
	}
	p.wire(&p.first.Keys)
	p.parts[partLeast] = p.first
	return p.first
}

// tick switches the proposals of one kind on or off.
func (p *proposalsPage) tick(kind store.Kind) fyne.CanvasObject {
	label := map[store.Kind]string{
		store.KindMention: lang.L("Propose mentions"), store.KindStatement: lang.L("Propose statements"),
		store.KindPosition: lang.L("Propose positions"),
	}[kind]
	t := control.NewTick(label, !p.stage.desk.Prefs.IsNotProposed(kind))
	t.OnChanged = func(on bool) {
		p.stage.desk.Prefs.SetNotProposed(kind, !on)
		p.stage.reading.RenewProposals()
	}
	p.wire(&t.Keys)
	p.parts[string(kind)] = t
	return t
}

func (p *proposalsPage) wire(keys *control.Keys) {
	keys.OnCancel, keys.OnKey = p.stage.GiveUp, p.stage.desk.TypedKey
}

// shares tell how many of what was decided on was accepted, by kind and by how sure the proposals were.
func (p *proposalsPage) shares() []fyne.CanvasObject {
	if len(p.decided) == 0 {
		return []fyne.CanvasObject{control.Muted(words.Sentence("Nothing was decided on yet: %s accepts a proposal, %s rejects it.",
			desk.KeyAccept, desk.KeyReject))}
	}
	var lines []fyne.CanvasObject
	add := func(what string, is func(store.Decided) bool) {
		accepted, all := 0, 0
		for _, d := range p.decided {
			if is(d) {
				accepted, all = accepted+d.Accepted, all+d.Accepted+d.Rejected
			}
		}
		if all > 0 {
			share := control.NewRichLine(1, control.Run{Text: words.Sentence("%d of %d accepted", accepted, all), Colour: look.ColorMuted})
			lines = append(lines, control.NewSpread(nil, control.NewRichLine(1, control.Run{Text: what}), share))
		}
	}
	add(lang.L("Mentions"), func(d store.Decided) bool { return d.Kind == store.KindMention })
	add(lang.L("Statements"), func(d store.Decided) bool { return d.Kind == store.KindStatement })
	add(lang.L("Positions"), func(d store.Decided) bool { return d.Kind == store.KindPosition })
	for _, band := range [][2]int{{9, 10}, {8, 8}, {7, 7}, {5, 6}, {0, 4}} {
		from, to := band[0]*10, min(band[1]*10+9, 100)
		add(words.Sentence("%d to %d %% sure", from, to), func(d store.Decided) bool { return band[0] <= d.Tenths && d.Tenths <= band[1] })
	}
	return lines
}

// offers are what was rejected in the open article, each to be proposed again.
func (p *proposalsPage) offers() []fyne.CanvasObject {
	if len(p.rejected) == 0 {
		return nil
	}
	objects := []fyne.CanvasObject{
		control.NewSectionHeader(words.Counted(len(p.rejected), "{{.Count}} rejected in this article"), "", ""),
	}
	for i, d := range p.rejected[:min(len(p.rejected), p.listed)] {
		title := control.NewRichLine(1, control.Run{Text: words.SavedKind(d.Kind), Size: look.CaptionSize, Colour: look.ColorMuted})
		inside := []fyne.CanvasObject{title, control.NewQuoteText(2, d.Anchor.Exact())}
		if p.stage.desk.CanWrite() {
			again := control.NewQuietButton(lang.L("Offer again"),
				lang.L("Propose it again; Undo rejects it again"), "", func() { p.reopen(d.ID) })
			p.parts[offer(i)] = again
			inside = append(inside, control.NewWrap(2, again))
		}
		objects = append(objects, control.NewRowCard(control.NewFlow(3, inside...)))
	}
	if left := len(p.rejected) - p.listed; left > 0 {
		more := control.NewQuietButton(words.Counted(min(left, mostRejected), "Show {{.Count}} more, of %d", left),
			lang.L("List more of what was rejected"), "", p.more)
		p.parts[partMore] = more
		objects = append(objects, control.NewWrap(2, more))
	}
	return objects
}

// more lists more of what was rejected, and goes on to the first of that.
func (p *proposalsPage) more() {
	first := offer(p.listed)
	p.listed += mostRejected
	p.renew(p)
	if to, is := p.parts[first]; is {
		p.stage.desk.Window.Canvas().Focus(to)
	}
}

// reopen proposes again what was rejected.
func (p *proposalsPage) reopen(id store.ID) {
	p.stage.desk.Do(store.Title{Code: store.TitleReopenProposals, Count: 1}, func(b *store.Batch) error {
		return b.Reopen(id)
	}, func(err error) {
		if !p.stage.desk.Failed(err) && p.stage.page == page(p) {
			p.stage.showProposals(false)
		}
	})
}
