package main

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/text"
)

// measured is what came of some articles.
type measured struct {
	isTaught   bool // they are annotated as those are that were learnt from, so that what is not is wrong
	took       time.Duration
	characters int

	said, content            count // who said what; content alone
	source, cue, exact       count // the very same spans
	addressees, carriers, on count // of statements that are found
	speaker, act, pronoun    count // of what is found; a share each
	plain, plainSpeaker      count
	quoted                   map[store.Quotation]*count
	names, nameSpans, states count
	known                    count // names of actors that the project has
	ofNames                  count // names, in articles of which nothing else is written down
	kinds                    map[gold.NameKind]*count
	dates, stances           count
	judged                   []judged
	leftOut                  []judged            // the statements as sure as others proved to be: as if the articles were new
	wrong                    map[string][]string // by what is measured
}

// ready makes what is counted.
func (m *measured) ready() {
	if m.quoted == nil {
		m.quoted, m.kinds, m.wrong = map[store.Quotation]*count{}, map[gold.NameKind]*count{}, map[string][]string{}
	}
}

func (m *measured) article(a gold.Article, found []suggest.Proposal) {
	m.ready()
	byKind := map[store.Kind][]suggest.Proposal{}
	for _, p := range found {
		byKind[p.Kind] = append(byKind[p.Kind], p)
	}
	before := m.names
	m.readNames(a, byKind[store.KindMention])
	if a.NamesOnly {
		m.ofNames.add(m.names, before)
		return
	}
	if a.Style == styleGUM && !m.isTaught {
		byKind[store.KindStatement] = slices.DeleteFunc(byKind[store.KindStatement], isNoClause)
	}
	m.statements(a, byKind[store.KindStatement])
	m.positions(a, byKind[store.KindPosition])
	m.readDates(a, byKind[suggest.KindDate])
}

// judge keeps whether a proposal is right, if that is known, and if how sure it is tells of that: of a place it tells how seldom one is
// annotated.
func (m *measured) judge(a gold.Article, p suggest.Proposal, right bool) {
	j := judged{kind: p.Kind, rule: p.Rule, confidence: p.Confidence, right: right}
	if a.Style == styleGUM && !m.isTaught && isUnknownToGUM(j) || p.Rule == suggest.RulePlace {
		return
	}
	if p.Kind == store.KindStatement {
		j.traits = suggest.TraitsOf(&p, a.Language)
	}
	m.judged = append(m.judged, j)
}

func of[K comparable](m map[K]*count, key K) *count {
	if m[key] == nil {
		m[key] = &count{}
	}
	return m[key]
}

// statements pairs what is written down with what is proposed: the most alike first.
func (m *measured) statements(a gold.Article, found []suggest.Proposal) {
	taken := map[int]int{}
	for _, p := range pairs(a, found) {
		taken[p.gold] = p.found
	}
	used := map[int]bool{}
	for i, g := range a.Statements {
		at, isFound := taken[i]
		var p suggest.Proposal
		if isFound {
			p = found[at]
			used[at] = true
		}
		m.statement(a, g, p, isFound)
	}
	for i, p := range found {
		m.said.proposed++
		m.content.proposed++
		m.proposedSpans(p)
		if !used[i] {
			m.judge(a, p, false)
			m.error(a, "statements", "wrong", p.Whole(), toldProposal(a.Body, p))
		}
	}
}

// pairs are the statements and proposals that have at least half of their words in common, each once: those of the same verb first, since
// what somebody says that somebody says is told by two.
func pairs(a gold.Article, found []suggest.Proposal) (all []pair) {
	type alike struct {
		pair
		verb  bool // it is the same
		share float64
	}
	var list []alike
	for i, g := range a.Statements {
		for j, p := range found {
			both, either := text.Common(g.Content, p.Spans)
			if a.Style == styleGUM {
				both, either = commonOfGUM(a.Body, g.Content, p.Spans, p.Said.Cue)
			}
			if 2*both >= either {
				isVerb := a.Style == styleGUM && len(g.Cue) > 0 && whole(g.Cue).Overlaps(p.Said.Cue)
				list = append(list, alike{pair{i, j}, isVerb, share(both, either)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b alike) int {
		if a.verb != b.verb {
			if a.verb {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.share, a.share)
	})
	gold, proposed := map[int]bool{}, map[int]bool{}
	for _, l := range list {
		if !gold[l.pair.gold] && !proposed[l.found] {
			gold[l.pair.gold], proposed[l.found] = true, true
			all = append(all, l.pair)
		}
	}
	return all
}

// statement measures one that is written down, and what was found of it.
func (m *measured) statement(a gold.Article, g gold.Statement, p suggest.Proposal, isFound bool) {
	m.said.gold++
	m.content.gold++
	quoted := of(m.quoted, g.Quotation)
	quoted.gold++
	isPlain := isPlainSpeech(a.Language, told(a.Body, g.Cue))
	if isPlain {
		m.plain.gold++
		m.plainSpeaker.gold++
	}
	m.goldSpans(g, p, isFound)
	if !isFound {
		m.error(a, "statements", "missed", g.Content[0], toldGold(a.Body, g))
		return
	}
	m.content.hit()
	quoted.hit()
	if isPlain {
		m.plain.hit()
	}
	m.others(a.Body, g, p)
	m.speaker.gold++
	isRight := sameSpeaker(a.Body, g.Speakers, p.Said.Speakers) || isUntold(a.Body, g) && sameNamed(g.Speakers, p.Said.Speakers)
	if isRight {
		m.said.hit()
		m.speaker.hit()
		if isPlain {
			m.plainSpeaker.hit()
		}
	} else {
		m.error(a, "statements", "speaker", g.Content[0], toldGold(a.Body, g)+"\n    not: "+toldProposal(a.Body, p))
	}
	m.judge(a, p, isRight)
	if len(g.Cue) > 0 {
		m.act.gold++
		if g.Act == p.Said.Act {
			m.act.hit()
		}
	}
	if len(g.Speakers) > 0 && isReferred(a.Body, g.Speakers[0]) {
		m.pronoun.gold++
		if isRight {
			m.pronoun.hit()
		}
	}
}

// others counts to whom and through whom something is said, and when.
func (m *measured) others(b *text.Body, g gold.Statement, p suggest.Proposal) {
	m.addressees.parties(b, g.Addressees, p.Said.Addressees)
	m.carriers.parties(b, g.Carriers, p.Said.Carriers)
	if g.On.Value != "" {
		m.on.gold++
	}
	if !p.Said.On.IsZero() {
		m.on.proposed++
		if p.Said.On.Date == g.On.Value {
			m.on.hit()
		}
	}
}

// goldSpans counts the spans of a statement and which of them are found to the letter.
func (m *measured) goldSpans(g gold.Statement, p suggest.Proposal, isFound bool) {
	m.exact.gold++
	if isFound && slices.Equal(g.Content, p.Spans) {
		m.exact.hit()
	}
	if len(g.Speakers) > 0 {
		m.source.gold++
		if isFound && slices.ContainsFunc(p.Said.Speakers, func(s suggest.Party) bool { return s.Span == g.Speakers[0].Span }) {
			m.source.hit()
		}
	}
	if len(g.Cue) > 0 {
		m.cue.gold++
		if isFound && whole(g.Cue) == p.Said.Cue {
			m.cue.hit()
		}
	}
}

func (m *measured) proposedSpans(p suggest.Proposal) {
	m.exact.proposed++
	if len(p.Said.Speakers) > 0 {
		m.source.proposed++
	}
	if !p.Said.Cue.Empty() {
		m.cue.proposed++
	}
}

func whole(spans []text.Span) text.Span {
	return text.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
}

// sameSpeaker reports whether one of those who speak is named where the article names one, and is the same by name.
func sameSpeaker(b *text.Body, gold []gold.Party, found []suggest.Party) bool {
	for _, g := range gold {
		for _, f := range found {
			if (g.Span.Overlaps(f.Span) || isAntecedent(b, g, f)) && sameName(g.Name, f, b.Slice(g.Span)) {
				return true
			}
		}
	}
	return false
}

// isAntecedent reports whether a party stands right before the word of a relative clause that is written down: “a source, | who
// asked”. Its words tell as much, or more.
func isAntecedent(b *text.Body, g gold.Party, f suggest.Party) bool {
	if f.Span.End > g.Span.Start || !slices.Contains(relatives, text.Fold(b.Slice(g.Span))) {
		return false
	}
	return strings.Trim(b.Slice(text.Span{Start: f.Span.End, End: g.Span.Start}), " ,") == ""
}

// relatives are the words of relative clauses for who speaks in them, folded.
var relatives = strings.Fields(text.Fold("who der die das qui que quien який яка яке які который которая которое которые"))

// isUntold reports whether the sentence of a verb does not tell who speaks, or of a quotation that has no verb: “Dijo que no.” The words
// for them are further up then, and of several places it is chance which is written down.
func isUntold(b *text.Body, g gold.Statement) bool {
	sentence := b.SentenceAt(slices.Concat(g.Cue, g.Content)[0].Start)
	return !slices.ContainsFunc(g.Speakers, func(p gold.Party) bool { return p.Span.Overlaps(sentence) })
}

// sameNamed reports whether one of those who speak has the same name, wherever the text tells of them.
func sameNamed(gold []gold.Party, found []suggest.Party) bool {
	for _, g := range gold {
		for _, f := range found {
			if is := wordsOf(g.Name); g.Name != "" && g.Name != anyName && slices.Equal(is, wordsOf(f.Name)) {
				return true
			}
		}
	}
	return false
}

// anyName is the name of somebody of whom it is written down where the text tells of them, and not who that is.
const anyName = "?"

// sameName reports whether a party has a name, or a part of it that ends as it does, or, if it is an organisation, begins so: “Halcyon” is
// Halcyon Grid; of whom nobody has the name, that it has none either but the words themselves.
func sameName(name string, f suggest.Party, words string) bool {
	if name == anyName {
		return true
	}
	if name == "" {
		return f.Name == "" || contains(wordsOf(words), wordsOf(f.Name))
	}
	is, found := wordsOf(name), wordsOf(f.Name)
	if len(found) == 0 {
		found = wordsOf(f.Words)
	}
	if len(is) == 0 || len(found) == 0 || !contains(is, found) && !contains(found, is) {
		return false
	}
	return is[len(is)-1] == found[len(found)-1] || f.Kind == store.ActorOrganisation && is[0] == found[0]
}

// wordsOf are the folded words of a name, without an article before it.
func wordsOf(name string) []string {
	words := strings.FieldsFunc(text.Fold(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '\''
	})
	if len(words) > 1 && slices.Contains([]string{"the", "der", "die", "das", "le", "la", "el", "los", "les"}, words[0]) {
		words = words[1:]
	}
	return words
}

// contains reports whether all words of a part are among others.
func contains(all, part []string) bool {
	for _, w := range part {
		if !slices.Contains(all, w) {
			return false
		}
	}
	return len(part) > 0
}

// isReferred reports whether the words for somebody have no word of the name: “he”, “the minister”.
func isReferred(b *text.Body, p gold.Party) bool {
	words := wordsOf(b.Slice(p.Span))
	return p.Name != "" && !slices.ContainsFunc(wordsOf(p.Name), func(w string) bool { return slices.Contains(words, w) })
}

// positions measures where somebody is said to stand: the same words say so, of one of the same holders.
func (m *measured) positions(a gold.Article, found []suggest.Proposal) {
	m.stances.gold += len(a.Positions)
	m.stances.proposed += len(found)
	used := map[int]bool{}
	for _, g := range a.Positions {
		at := slices.IndexFunc(found, func(p suggest.Proposal) bool {
			return g.Stance == p.Stand.Stance && g.Verb.Overlaps(p.Stand.Verb) && sameSpeaker(a.Body, g.Holders, p.Stand.Holders)
		})
		if at < 0 || used[at] {
			m.error(a, "positions", "missed", g.Verb, string(g.Stance)+" “"+a.Body.Slice(g.Verb)+"” of "+toldParties(a.Body, g.Holders))
			continue
		}
		used[at] = true
		m.stances.hit()
	}
	for i, p := range found {
		m.judge(a, p, used[i])
		if !used[i] {
			m.error(a, "positions", "wrong", p.Whole(),
				string(p.Stand.Stance)+" “"+a.Body.Slice(p.Stand.Verb)+"” of "+toldFound(p.Stand.Holders)+", "+p.Rule)
		}
	}
}

// readNames measures mentions: some words in common, and of the same kind; a place may be a state, or of no kind.
func (m *measured) readNames(a gold.Article, found []suggest.Proposal) {
	found = slices.DeleteFunc(slices.Clone(found), func(p suggest.Proposal) bool { return isUnwritten(a, p) })
	for _, p := range found {
		m.names.proposed++
		m.nameSpans.proposed++
		if p.Party.Kind == kindState && !slices.ContainsFunc(a.Names, func(n gold.Name) bool {
			return n.Kind == gold.NamePlace && n.Span.Overlaps(p.Whole())
		}) {
			m.states.proposed++
		}
	}
	used, right := map[int]bool{}, map[int]bool{}
	for _, n := range a.Names {
		m.names.gold++
		m.nameSpans.gold++
		kind := of(m.kinds, n.Kind)
		kind.gold++
		if n.Kind == gold.NameState {
			m.states.gold++
		}
		at := slices.IndexFunc(found, func(p suggest.Proposal) bool { return p.Whole().Overlaps(n.Span) })
		for at >= 0 && at+1 < len(found) && used[at] && found[at+1].Whole().Overlaps(n.Span) {
			at++
		}
		if at < 0 || used[at] {
			m.error(a, "names", "missed", n.Span, string(n.Kind)+" “"+a.Body.Slice(n.Span)+"”")
			continue
		}
		used[at] = true
		m.nameSpans.hit()
		p := found[at]
		if n.Kind == gold.NameState && p.Party.Kind == kindState && p.Whole() == n.Span {
			m.states.hit()
		}
		if !sameKind(n.Kind, p.Party.Kind) {
			m.error(a, "names", "kind", n.Span, string(n.Kind)+" “"+a.Body.Slice(n.Span)+"”, not “"+string(p.Party.Kind)+"”, "+p.Rule)
			continue
		}
		right[at] = true
		m.names.hit()
		kind.hit()
	}
	for i, p := range found {
		m.judge(a, p, right[i])
		if !used[i] {
			m.error(a, "names", "wrong", p.Whole(), string(p.Party.Kind)+" “"+a.Body.Slice(p.Whole())+"”, "+p.Rule)
		}
	}
}

const kindState store.ActorKind = "state"

func sameKind(g gold.NameKind, kind store.ActorKind) bool {
	if g == gold.NamePlace {
		return kind == kindState || kind == ""
	}
	return string(g) == string(kind)
}

// readDates measures expressions of time: some words in common, and the same date.
func (m *measured) readDates(a gold.Article, found []suggest.Proposal) {
	m.dates.gold += len(a.Dates)
	m.dates.proposed += len(found)
	used := map[int]bool{}
	for _, g := range a.Dates {
		at := slices.IndexFunc(found, func(p suggest.Proposal) bool { return p.Whole().Overlaps(g.Span) && p.When.Date == g.Value })
		if at < 0 || used[at] {
			m.error(a, "dates", "missed", g.Span, "“"+a.Body.Slice(g.Span)+"” = "+string(g.Value))
			continue
		}
		used[at] = true
		m.dates.hit()
	}
	for i, p := range found {
		m.judge(a, p, used[i])
		if !used[i] {
			m.error(a, "dates", "wrong", p.Whole(), "“"+a.Body.Slice(p.Whole())+"” = "+string(p.When.Date))
		}
	}
}
