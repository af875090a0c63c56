package suggest

import (
	"standpoint/app/suggest/learn"
	"standpoint/store"
	"standpoint/store/text"
)

// judging is what the features of the candidates of a text are read from.
type judging struct {
	*lessonText
	labels *labelled
	seen   map[uint32]uint32 // how often each name stood before
}

func newJudging(t *lessonText, a *labelled) *judging {
	return &judging{lessonText: t, labels: a, seen: map[uint32]uint32{}}
}

// read fills in the features of a candidate.
func (j *judging) read(c *candidate) {
	switch c.Kind {
	case store.KindStatement:
		j.statement(c)
	case store.KindMention:
		j.mention(c)
	case store.KindPosition:
		j.position(c)
	}
}

// traits are features that are collected.
type traits struct {
	kind uint32
	all  []uint32
}

func (l *traits) add(values ...uint32) {
	l.kind++
	a, b := uint32(0), uint32(0)
	if len(values) > 0 {
		a = values[0]
	}
	for _, v := range values[min(1, len(values)):] {
		b = b*31 + v
	}
	l.all = append(l.all, learn.Feature(l.kind, a, b))
}

func flag(is bool) uint32 {
	if is {
		return 1
	}
	return 0
}

// hashOf is a number for words of the text.
func (j *judging) hashOf(s span2) uint32 {
	h := uint32(7)
	for i := s[0]; i < s[1]; i++ {
		h = h*31 + j.hash[i]
	}
	return h
}

// cueOf is a number for the verb of a statement: for all of its forms if it is known; 0 if there is none.
func (j *lessonText) cueOf(s text.Span) uint32 {
	w := j.wordsWithin(s)
	if w[0] >= w[1] {
		return 0
	}
	if v, _, ok := j.g.verbAt(j.words, w[0]); ok {
		return learn.Hash(v.lemma + "+" + v.particle)
	}
	return j.hash[w[0]]
}

// speaker is how those are told who say or hold something: by a name, a pronoun, a description, or nobody.
func (j *judging) speaker(all []Party) (shape uint32, head uint32) {
	if len(all) == 0 {
		return 0, 0
	}
	p := &all[0]
	w := j.wordsWithin(p.Span)
	shape = 1 + flag(p.Name != "")*2 + flag(p.Actor != store.ID{})*4 + flag(len(all) > 1)*8
	if w[0] < w[1] {
		last := j.words[w[1]-1]
		shape += flag(j.g.he.has(last))*16 + flag(j.g.it.has(last))*32 + flag(last.large)*64 + flag(w[1]-w[0] == 1)*128
		head = j.hash[w[1]-1]
	}
	return shape, head
}

// agreement is how much of words has a label, in quarters.
func (j *judging) agreement(spans []text.Span, is func(learn.Label) bool) (share uint32, margin float32) {
	with, all := 0, 0
	for _, s := range spans {
		w := j.wordsWithin(s)
		for i := w[0]; i < w[1]; i++ {
			all++
			if is(j.labels.of[i]) {
				with++
				margin += j.labels.margins[i]
			} else {
				margin -= j.labels.margins[i]
			}
		}
	}
	if all == 0 {
		return 9, 0
	}
	const quarters = 4
	return uint32(quarters * with / all), margin / float32(all) //nolint:gosec // from 0 to 4
}

func isContent(l learn.Label) bool { return l == learn.Begins || l == learn.Goes }

// binOf is a margin as one of few steps.
func binOf(margin float32) uint32 {
	for i, most := range []float32{-8, -4, -2, 0, 2, 4, 8, 16} {
		if margin < most {
			return uint32(i) //nolint:gosec // from 0 to 7
		}
	}
	return 8
}

func (j *judging) statement(c *candidate) {
	l := traits{kind: 100}
	w := j.wordsWithin(c.Said.Cue)
	content := j.wordsWithin(c.Spans[0])
	rule, cue := learn.Hash(c.Rule+c.loose), j.cueOf(c.Said.Cue)
	origin := flag(c.Rule == ruleLearned) + flag(c.twin >= 0)*2 + flag(c.loose != "")*4
	shape, head := j.speaker(c.Said.Speakers)
	quotation := learn.Hash(string(c.Said.Quotation))
	l.add(origin)
	l.add(rule, origin)
	l.add(cue)
	l.add(cue, rule)
	l.add(rule, quotation)
	l.add(shape)
	l.add(shape, rule)
	l.add(head)
	l.add(distanceOf(j.lengthOf(c.Spans)), quotation)
	l.add(distanceOf(apart(w, content))+8*flag(w[0] > content[0]), origin)
	l.add(j.hash[content[0]])
	l.add(uint32(len(c.Spans)), origin) //nolint:gosec // few
	l.add(learn.Hash(string(c.Said.Act)), rule)
	l.add(flag(j.hasFinite(content[0], content[1])), rule)
	group := j.groupOf(w)
	l.add(group)
	l.add(group, rule)
	l.add(group, cue)
	if len(j.tags) > 0 {
		l.add(uint32(j.tags[w[0]]), rule)
		l.add(uint32(j.tags[w[0]]), cue)
		l.add(uint32(j.tags[content[0]]), rule)
	}
	nested := flag(j.begin[content[0]]&markNested != 0)
	if w[0] < w[1] {
		nested += 2*flag(j.begin[w[0]]&markContent != 0) + 4*flag(j.isQuoted(w[0]))
	}
	l.add(nested, origin, 1)
	l.add(nested, rule, 2)
	j.agreements(c, &l, rule, origin)
	c.features = l.all
}

// lengthOf is how many words spans have.
func (j *judging) lengthOf(spans []text.Span) (n int) {
	for _, s := range spans {
		w := j.wordsWithin(s)
		n += w[1] - w[0]
	}
	return n
}

// agreements tell how far labels agree with a statement.
func (j *judging) agreements(c *candidate, l *traits, rule, origin uint32) {
	l.kind = 150
	content, margin := j.agreement(c.Spans, isContent)
	first, last := j.wordsWithin(c.Spans[0]), j.wordsWithin(c.Spans[len(c.Spans)-1])
	opens := flag(j.labels.of[first[0]] == learn.Begins)
	ends := flag(last[1] >= len(j.words) || j.labels.of[last[1]] != learn.Goes)
	cue, _ := j.agreement([]text.Span{c.Said.Cue}, func(l learn.Label) bool { return l == learn.Cue })
	source := uint32(9)
	if len(c.Said.Speakers) > 0 {
		source, _ = j.agreement([]text.Span{c.Said.Speakers[0].Span}, func(l learn.Label) bool { return l == learn.Source })
	}
	l.add(content, binOf(margin), origin)
	l.add(opens, ends, origin)
	l.add(content, opens, ends, rule)
	l.add(cue, source, origin)
	l.add(cue, source, content, origin)
}

func (j *judging) mention(c *candidate) {
	l := traits{kind: 200}
	w := j.wordsWithin(c.Spans[0])
	if w[0] >= w[1] {
		return
	}
	rule, name := learn.Hash(c.Rule), j.hashOf(w)
	who := learn.Hash(c.Party.Name)
	kind := learn.Hash(string(c.Party.Kind))
	before := min(j.seen[who], 3)
	j.seen[who]++
	is := flag(c.Party.Actor != store.ID{})
	tag := uint32(98)
	if len(j.tags) > 0 {
		tag = uint32(j.tags[w[1]-1])
	}
	lastWord := j.words[w[1]-1]
	belongs := j.begin[w[0]] & (markContent | markCue | markSource)
	l.add(is)
	l.add(rule)
	l.add(rule, kind)
	l.add(name)
	l.add(who)
	l.add(who, before)
	l.add(before, is)
	l.add(before, rule)
	l.add(belongs, is)
	l.add(belongs, before)
	l.add(tag, rule)
	l.add(flag(lastWord.owns), flag(lastWord.upper), flag(lastWord.large), rule)
	l.add(flag(j.isQuoted(w[0])), is)
	l.add(j.hash[w[1]-1])
	if w[1] < len(j.words) {
		l.add(j.hash[w[1]])
	}
	if w[0] > 0 {
		l.add(j.hash[w[0]-1])
	}
	c.features = l.all
}

func (j *judging) position(c *candidate) {
	l := traits{kind: 300}
	w := j.wordsWithin(c.Stand.Verb)
	shape, head := j.speaker(c.Stand.Holders)
	verb, tag := uint32(0), uint32(98)
	if w[0] < w[1] {
		verb = j.hash[w[0]]
		if len(j.tags) > 0 {
			tag = uint32(j.tags[w[0]])
		}
	}
	stance := learn.Hash(string(c.Stand.Stance))
	l.add(learn.Hash(c.Rule))
	l.add(verb)
	l.add(stance)
	l.add(stance, tag)
	l.add(shape)
	l.add(head)
	l.add(flag(c.Stand.Target.Issue != store.ID{}), flag(c.Stand.Target.Actor.Name != ""))
	l.add(flag(c.Stand.Condition != ""))
	l.add(flag(c.Stand.Statement != store.ID{}))
	if target := j.wordsWithin(c.Stand.Target.Span); target[0] < target[1] {
		l.add(j.hash[target[1]-1])
	}
	c.features = l.all
}

// groupOf is what stands around a verb: whether it is denied or only possible, and how it is known as one of saying.
func (j *judging) groupOf(w span2) uint32 {
	if w[0] >= w[1] {
		return 64
	}
	c := cue{at: w[0], end: w[1], group: w[0]}
	_, _, says := j.g.verbAt(j.words, w[0])
	u := unit{from: max(w[0]-farthestThat, 0), to: w[1]}
	j.readGroup(u, &c)
	isTo := c.group > 0 && j.words[c.group-1].fold == "to"
	return flag(says) + 2*flag(c.modal) + 4*flag(c.negated) + 8*flag(c.passive) + 16*flag(isTo)
}
