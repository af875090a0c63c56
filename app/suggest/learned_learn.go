package suggest

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"standpoint/app/suggest/learn"
	"standpoint/store"
	"standpoint/store/text"
)

// Among how many parts of the articles what is learnt is tried on one that was left out, by how many articles there are; and how often
// they are gone through.
const (
	mostFolds     = 10
	fewerFolds    = 5
	fewestFolds   = 3
	someArticles  = 30
	manyArticles  = 150
	leastArticles = 3 // from which on that can be told
	leastRight    = 8 // annotations of a kind from which on it can be learnt
	labelRounds   = 6
)

// pupil is an article while it is learnt from.
type pupil struct {
	*Lesson

	reader    *Reader
	own       []store.Name // actors whom no other article names: this one is read as if nobody knew them yet
	found     []Proposal   // by the rules,
	text      *lessonText  // while it is read
	likes     []uint32     // in which ways its statements are told
	fold      int
	sequences []*learn.Sequence
	all       []candidate
	right     []bool // as all
	of        []int  // as all: which annotation it is; -1: none
	judged    []bool // as all: whether it is known to be right or not
	apart     []bool // as all: it is known only because it is right
}

// Learn learns from articles, and finds out for each kind whether that does better than the rules alone on articles that were left out.
// The same lessons give the same, in whatever order they are. progress, which may be nil, is told how much is done and of how much.
func Learn(ctx context.Context, known *Known, lessons []Lesson, progress func(done, total int)) (*Learned, error) {
	lessons = slices.Clone(lessons)
	slices.SortFunc(lessons, func(a, b Lesson) int {
		x, y := a.Body.Hash(), b.Body.Hash()
		return cmp.Or(bytes.Compare(a.Facts.Article[:], b.Facts.Article[:]), bytes.Compare(x[:], y[:]))
	})
	s := &school{ctx: ctx, folds: foldsFor(len(lessons)), told: progress, total: len(lessons)}
	s.total += s.folds * len(lessons)
	s.recorded = known.recordedIn(lessons)
	r := Reader{Known: Know(known.actors)}
	own := known.ownOf(lessons)
	for i := range lessons {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.pupils = append(s.pupils, newPupil(&r, &lessons[i], i%s.folds, own[i], s.recorded))
		s.tell(1)
	}
	return s.learn()
}

func foldsFor(articles int) int {
	switch {
	case articles >= manyArticles:
		return fewestFolds
	case articles >= someArticles:
		return fewerFolds
	}
	return max(min(mostFolds, articles), 1)
}

// newPupil reads an article by the rules, and takes from it what labels are learnt from.
func newPupil(r *Reader, l *Lesson, fold int, own []store.Name, recorded recordedNames) *pupil {
	p := &pupil{Lesson: l, reader: r, fold: fold, own: own}
	p.open()
	defer p.close()
	recorded.countOthers(p.text.document, l)
	for i := range p.Right {
		if like := p.text.likeness(&p.Right[i]); like != 0 {
			p.likes = append(p.likes, like)
		}
	}
	right := p.located()
	slices.SortStableFunc(right, func(a, b Proposal) int { return cmp.Compare(b.Whole().Len(), a.Whole().Len()) })
	labels := make([]learn.Label, len(p.text.words))
	p.text.labels(labels, right)
	for n, u := range p.text.units {
		of := labels[u.from:u.to]
		tells := slices.ContainsFunc(of, func(l learn.Label) bool { return l != learn.Outside })
		if !tells && (!l.Whole || !p.text.mayTell(u) && n%fewOfPlain != 0) {
			continue
		}
		s := p.text.sequence(n)
		s.Labels = of
		p.sequences = append(p.sequences, s)
	}
	return p
}

// fewOfPlain is of how many sentences in which nobody says anything one is learnt from.
const fewOfPlain = 4

// mayTell reports whether somebody may say something in a unit, by whatever verb, as far as that is known.
func (t *lessonText) mayTell(u unit) bool {
	return len(t.tags) == 0 || slices.ContainsFunc(t.begin[u.from:u.to], func(marks uint32) bool { return marks != 0 })
}

// open reads the article. It is read once more later: kept as it is read, many would fill the memory.
func (p *pupil) open() {
	p.reader.Known.hide(p.own)
	d := newDocument(Text{Known: p.reader.Known, Body: p.Body}, p.Facts)
	p.found = p.reader.find(d)
	p.text = newLessonText(d, p.found)
}

func (p *pupil) close() {
	p.found, p.text = nil, nil
	p.reader.Known.unhide(p.own)
}

// ownOf are, for each lesson, the actors whom its annotations name and those of no other: they were new when it was read. Whoever learnt
// from it that nobody new is ever annotated would be wrong about the next article.
func (k *Known) ownOf(lessons []Lesson) [][]store.Name {
	const several = -1
	in := map[store.ID]int{}
	for i := range lessons {
		for _, p := range lessons[i].Right {
			for _, who := range p.Parties() {
				if at, there := in[who.Actor]; there && at != i {
					in[who.Actor] = several
				} else {
					in[who.Actor] = i
				}
			}
		}
	}
	own := make([][]store.Name, len(lessons))
	for id, i := range in {
		if n, known := k.actors[id]; known && i != several {
			n.ID = id
			own[i] = append(own[i], n)
		}
	}
	for _, names := range own {
		slices.SortFunc(names, func(a, b store.Name) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	}
	return own
}

// located are the statements that are annotated, with the words of their speakers as far as they can be found.
func (p *pupil) located() (all []Proposal) {
	for _, one := range p.Right {
		if one.Kind != store.KindStatement {
			continue
		}
		one.Said.Speakers = slices.Clone(one.Said.Speakers)
		for i := range one.Said.Speakers {
			if s := &one.Said.Speakers[i]; s.Span.Empty() {
				s.Span = p.wordsOf(&one, s)
			}
		}
		all = append(all, one)
	}
	return all
}

// farthestSpeaker is how many code points from the verb, or from what is said, the words of a speaker are looked for.
const farthestSpeaker = 200

// wordsOf is where the speaker of a statement is named: as the rules found it, or at the nearest place that may be meant.
func (p *pupil) wordsOf(said *Proposal, who *Party) (best text.Span) {
	near := said.Said.Cue
	if near.Empty() {
		near = said.Whole()
	}
	far := farthestSpeaker
	consider := func(one Party, s text.Span) {
		if n := max(s.Start-near.End, near.Start-s.End, 0); n < far && isSameParty(one, *who) {
			best, far = s, n
		}
	}
	for i := range p.found {
		switch f := &p.found[i]; f.Kind {
		case store.KindStatement:
			for _, one := range f.Said.Speakers {
				consider(one, one.Span)
			}
		case store.KindMention:
			consider(f.Party, f.Whole())
		}
	}
	for i := range p.Right {
		if f := &p.Right[i]; f.Kind == store.KindMention {
			consider(f.Party, f.Whole())
		}
	}
	if who.Words != "" {
		from := max(near.Start-farthestSpeaker, 0)
		around := text.Span{Start: from, End: min(near.End+farthestSpeaker, p.Body.Len())}
		for _, s := range places(p.Body, around, who.Words) {
			consider(*who, s)
		}
	}
	return best
}

// places are where words stand in a stretch of text, as they are written.
func places(b *text.Body, in text.Span, said string) (all []text.Span) {
	runes, words := []rune(b.Slice(in)), []rune(said)
	for at := 0; at+len(words) <= len(runes); at++ {
		if slices.Equal(runes[at:at+len(words)], words) {
			all = append(all, text.Span{Start: in.Start + at, End: in.Start + at + len(words)})
		}
	}
	return all
}

// school learns.
type school struct {
	ctx         context.Context
	pupils      []*pupil
	folds       int
	recorded    recordedNames
	without     []shares // by the fold that is left out: how sure rules of the kind are that is being learnt
	told        func(done, total int)
	done, total int
}

func (s *school) tell(n int) {
	s.done += n
	if s.told != nil {
		s.told(s.done, s.total)
	}
}

// sequencesBut are what is learnt from all articles but those of a fold; -1: from all.
func (s *school) sequencesBut(fold int) (all []*learn.Sequence) {
	for _, p := range s.pupils {
		if p.fold != fold {
			all = append(all, p.sequences...)
		}
	}
	return all
}

func (s *school) learn() (*Learned, error) {
	l := &Learned{kinds: map[store.Kind]*learnedKind{}, fared: map[fareKey]fared{}, likes: map[uint32]int{}, recorded: s.recorded}
	l.count(s.pupils)
	if len(s.pupils) < leastArticles || l.Articles == 0 {
		return l, s.ctx.Err()
	}
	for fold := range s.folds {
		labeller, err := learn.LearnLabels(s.ctx, s.sequencesBut(fold), labelRounds)
		if err != nil {
			return nil, err
		}
		for _, p := range s.pupils {
			if p.fold == fold {
				p.judge(labeller)
			}
		}
		s.tell(len(s.pupils))
	}
	for _, kind := range learntKinds {
		k, err := s.kind(kind)
		if err != nil {
			return nil, err
		}
		l.kinds[kind] = k
	}
	if len(l.Kinds()) == 0 {
		return l, s.ctx.Err()
	}
	var err error
	l.labeller, err = learn.LearnLabels(s.ctx, s.sequencesBut(-1), labelRounds)
	return l, err
}

// count counts what can be told without learning: how the proposals of each rule fared, and what was recorded in which way.
func (l *Learned) count(pupils []*pupil) {
	for _, p := range pupils {
		if p.Whole || len(p.Right) > 0 || len(p.Decided) > 0 {
			l.Articles++
		}
		for _, v := range p.Decided {
			key := fareKey{v.Kind, v.Rule}
			f := l.fared[key]
			if v.Right {
				f.accepted++
			} else {
				f.rejected++
			}
			l.fared[key] = f
		}
		for _, like := range p.likes {
			l.likes[like]++
		}
	}
}

// judge finds what may be proposed in an article by what was learnt without it, and which of that is right.
func (p *pupil) judge(labeller *learn.Labeller) {
	p.open()
	defer p.close()
	words := p.text.label(labeller)
	p.all = p.text.candidates(p.found, &words, labeller != nil)
	p.all = slices.DeleteFunc(p.all, func(c candidate) bool { return !slices.Contains(learntKinds, c.Kind) })
	n := len(p.all)
	p.right, p.judged, p.apart, p.of = make([]bool, n), make([]bool, n), make([]bool, n), make([]int, n)
	j := newJudging(p.text, &words)
	for i := range p.all {
		c := &p.all[i]
		j.read(c)
		p.of[i] = -1
		for k := range p.Right {
			if c.matches(&p.Right[k]) {
				p.of[i] = k
				break
			}
		}
		p.right[i], p.judged[i] = p.of[i] >= 0, p.Whole || p.of[i] >= 0
		p.apart[i] = !p.Whole
		for _, v := range p.Decided {
			if v.Kind == c.Kind && slices.Equal(v.Spans, c.Spans) {
				p.right[i], p.judged[i], p.apart[i] = v.Right, true, false
			}
		}
	}
	for i := range p.all {
		c := &p.all[i]
		c.features, c.Proposal = slices.Clip(c.features), nil
	}
}
