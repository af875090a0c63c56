package suggest

import (
	"bytes"
	"context"
	"math"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// Issues are the issues of a project by the words in which their names and the positions recorded on them are written.
type Issues struct {
	all      []*issue // by id
	recorded map[store.ID]recorded
	telling  map[string]wordID // the words that an issue has, or had
	having   []int             // by word: how many issues have it
	names    issueNames
}

// wordID is one of the words that tell of issues.
type wordID int32

// noWord is a word that no issue has.
const noWord wordID = -1

// issue is one of them.
type issue struct {
	name      store.Name
	named     []wordID       // the words of its name, each once
	words     map[wordID]int // how many of the positions on it have them
	positions int            // on it
}

// recorded is a position on an issue, by the words that tell of it.
type recorded struct {
	issue store.ID
	words []wordID
}

// KnowIssues makes ready to guess on which of some issues a position is, and to look for their names.
func KnowIssues(names map[store.ID]store.Name) *Issues {
	x := &Issues{recorded: map[store.ID]recorded{}, telling: map[string]wordID{}, names: issueNames{}}
	x.Rename(names)
	return x
}

// IssuesOf reads the issues of a project, and in which words positions are recorded on them.
func IssuesOf(ctx context.Context, p *store.Project) (*Issues, error) {
	list, err := p.Names(ctx, store.EntityIssue)
	if err != nil {
		return nil, err
	}
	names := make(map[store.ID]store.Name, len(list))
	for _, n := range list {
		names[n.ID] = n
	}
	x := KnowIssues(names)
	if len(names) == 0 {
		return x, nil
	}
	words, err := p.WordsOnIssues(ctx)
	x.Record(words)
	return x, err
}

// Rename takes over which issues there are now, and how they are called. It returns those that came, on which nothing is recorded yet, and
// whether some are gone: what was recorded on these is forgotten.
func (x *Issues) Rename(names map[store.ID]store.Name) (came []store.ID, gone bool) {
	here := make(map[store.ID]bool, len(x.all))
	left := x.all[:0]
	for _, i := range x.all {
		now, there := names[i.name.ID]
		if here[i.name.ID] = there; !there {
			x.leave(i)
			gone = true
			continue
		}
		if !sameName(i.name, now) {
			x.call(i, now)
		}
		left = append(left, i)
	}
	x.all = left
	for id := range names {
		if !here[id] {
			came = append(came, id)
		}
	}
	slices.SortFunc(came, func(a, b store.ID) int { return bytes.Compare(a[:], b[:]) })
	for _, id := range came {
		i := &issue{words: map[wordID]int{}}
		x.call(i, names[id])
		x.all = append(x.all, i)
	}
	slices.SortFunc(x.all, func(a, b *issue) int { return bytes.Compare(a.name.ID[:], b.name.ID[:]) })
	return came, gone
}

// call gives an issue a name.
func (x *Issues) call(i *issue, name store.Name) {
	x.names.forget(i.name)
	x.names.learn(name)
	x.count(i, -1)
	i.name, i.named = name, x.wordsOf(name.Name)
	x.count(i, 1)
}

// leave forgets an issue and what was recorded on it.
func (x *Issues) leave(i *issue) {
	x.names.forget(i.name)
	x.count(i, -1)
	for position, r := range x.recorded {
		if r.issue == i.name.ID {
			delete(x.recorded, position)
		}
	}
}

// count adds an issue to those that have its words, or takes it from them.
func (x *Issues) count(i *issue, by int) {
	for word := range i.words {
		x.having[word] += by
	}
	for _, word := range i.named {
		if i.words[word] == 0 {
			x.having[word] += by
		}
	}
}

// Record takes over in which words positions are recorded. What is on no issue any more is forgotten.
func (x *Issues) Record(list []store.WordsOn) {
	by := make(map[store.ID]*issue, len(x.all))
	for _, i := range x.all {
		by[i.name.ID] = i
	}
	for _, w := range list {
		if before, was := x.recorded[w.Position]; was {
			x.record(by[before.issue], before.words, -1)
			delete(x.recorded, w.Position)
		}
		if i := by[w.Issue]; i != nil {
			r := recorded{issue: w.Issue, words: x.wordsOf(w.Words)}
			x.recorded[w.Position] = r
			x.record(i, r.words, 1)
		}
	}
}

// record adds the words of a position to those on an issue, or takes them from these.
func (x *Issues) record(i *issue, words []wordID, by int) {
	i.positions += by
	for _, word := range words {
		before := i.words[word]
		if i.words[word] += by; i.words[word] == 0 {
			delete(i.words, word)
		}
		if (before == 0 || before+by == 0) && !slices.Contains(i.named, word) {
			x.having[word] += by
		}
	}
}

// wordsOf are the words of something written that tell what it is about, each once.
func (x *Issues) wordsOf(written string) []wordID {
	telling := tellingWords(wordsIn(written))
	all := make([]wordID, len(telling))
	for n, word := range telling {
		id, there := x.telling[word]
		if !there {
			id = wordID(len(x.having))
			x.telling[word], x.having = id, append(x.having, 0)
		}
		all[n] = id
	}
	return all
}

// known are telling words as issues have them; noWord in place of one that none has.
func (x *Issues) known(telling []string) []wordID {
	all := make([]wordID, len(telling))
	for n, word := range telling {
		all[n] = noWord
		if id, there := x.telling[word]; there && x.having[id] > 0 {
			all[n] = id
		}
	}
	return all
}

// rare is how much a word tells that an issue has: more the fewer issues have it.
func (x *Issues) rare(word wordID) float64 {
	return math.Log(1 + float64(len(x.all))/float64(x.having[word]))
}

// leastOfTelling is how many letters a word has at least that tells what something is about.
const leastOfTelling = 3

// tellingWords are the words that tell what something is about, each once, in order, without the ends of plurals.
func tellingWords(words []word) (all []string) {
	for _, w := range words {
		isSmall := w.mark || len([]rune(w.fold)) < leastOfTelling || determiners[w.fold] || prepositions[w.fold] || breaks[w.fold] ||
			besides[w.fold] || pronounsHe[w.fold] || pronounsOther[w.fold] || english["finite"][w.fold] || w.fold == "and" || isStance(w)
		if isSmall {
			continue
		}
		word := stemOf(w.fold)
		if !strings.HasSuffix(word, "ss") && len(word) > leastOfTelling {
			word = strings.TrimSuffix(word, "s")
		}
		if !slices.Contains(all, word) {
			all = append(all, word)
		}
	}
	return all
}

// What is asked of words so that an issue is guessed by them.
const (
	leastNamed    = 0.75 // the share of what its name tells
	leastRecorded = 0.6  // the share of what the target's words tell that stand in positions on it
	leastShared   = 2    // how many words of the target these are at least
	besideTarget  = 0.4  // how much a word beside the target tells of it
	clearWinner   = 1.5  // how many times as much as any other
)

// guess is the issue on which a position is, by the words of its target and of the whole of it; ok is false if none is clear.
func (x *Issues) guess(target, whole []word) (on store.Name, ok bool) {
	telling := tellingWords(target)
	if len(telling) == 0 {
		return on, false
	}
	inTarget := x.known(telling)
	beside := x.known(slices.DeleteFunc(tellingWords(whole), func(w string) bool { return slices.Contains(telling, w) }))
	var best *issue
	most, next := 0.0, 0.0
	for _, i := range x.all {
		score := x.score(i, inTarget, 1) + x.score(i, beside, besideTarget)
		if score > most {
			best, most, next = i, score, most
		} else {
			next = max(next, score)
		}
	}
	if best == nil || most < clearWinner*next || !x.isOn(best, inTarget, beside) {
		return on, false
	}
	return best.name, true
}

// score is how much words have in common with an issue.
func (x *Issues) score(i *issue, words []wordID, weight float64) (score float64) {
	for _, word := range words {
		share := 0.0
		if n := i.words[word]; n > 0 {
			share = float64(n) / float64(i.positions)
		}
		if slices.Contains(i.named, word) {
			share++
		}
		if share > 0 {
			score += weight * share * x.rare(word)
		}
	}
	return score
}

// isOn reports whether enough of an issue's name, or of the words recorded on it, stands in the target.
func (x *Issues) isOn(i *issue, target, beside []wordID) bool {
	named, all := 0.0, 0.0
	inTarget := false
	for _, word := range i.named {
		rare := x.rare(word)
		all += rare
		switch {
		case slices.Contains(target, word):
			named += rare
			inTarget = true
		case slices.Contains(beside, word):
			named += besideTarget * rare
		}
	}
	if inTarget && named >= leastNamed*all {
		return true
	}
	shared := 0
	for _, word := range target {
		if i.words[word] > 0 || slices.Contains(i.named, word) {
			shared++
		}
	}
	return shared >= leastShared && float64(shared) >= leastRecorded*float64(len(target))
}

// onIssue is a position with the issue that its words tell of.
func (x *Issues) onIssue(p Proposal, b *text.Body) Proposal {
	if x == nil || p.Kind != store.KindPosition || p.Stand.Target.Span.Empty() || p.Stand.Target.Actor.Name != "" {
		return p
	}
	if on, ok := x.guess(wordsOf(b, p.Stand.Target.Span), wordsOf(b, p.Whole())); ok {
		p.Stand.Target.Issue, p.Stand.Target.Name = on.ID, on.Name
	}
	return p
}
