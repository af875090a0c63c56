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
	all  []issue
	rare map[string]float64 // how much a word tells: more the fewer issues have it
}

// issue is one of them.
type issue struct {
	id    store.ID
	name  string
	named []string           // the words of its name, each once
	words map[string]float64 // those of positions on it, by the share of these that have them
}

// Recorded is what is recorded on an issue.
type Recorded struct {
	Name  store.Name
	Words []string // of the article, by position
}

// KnowIssues makes ready to guess on which of some issues a position is.
func KnowIssues(recorded []Recorded) *Issues {
	x := &Issues{rare: map[string]float64{}}
	for _, r := range recorded {
		i := issue{id: r.Name.ID, name: r.Name.Name, named: tellingWords(wordsIn(r.Name.Name)), words: map[string]float64{}}
		for _, said := range r.Words {
			for _, word := range tellingWords(wordsIn(said)) {
				i.words[word] += 1 / float64(len(r.Words))
			}
		}
		for word := range i.words {
			x.rare[word]++
		}
		for _, word := range i.named {
			if i.words[word] == 0 {
				x.rare[word]++
			}
		}
		x.all = append(x.all, i)
	}
	for word, issues := range x.rare {
		x.rare[word] = math.Log(1 + float64(len(recorded))/issues)
	}
	slices.SortFunc(x.all, func(a, b issue) int { return bytes.Compare(a.id[:], b.id[:]) })
	return x
}

// IssuesOf reads the issues of a project, and in which words positions are recorded on them.
func IssuesOf(ctx context.Context, p *store.Project) (*Issues, error) {
	names, err := p.Names(ctx, store.EntityIssue)
	if err != nil || len(names) == 0 {
		return KnowIssues(nil), err
	}
	rows, _, err := p.Positions(ctx, store.PositionQuery{Group: store.PositionsByTarget})
	if err != nil {
		return nil, err
	}
	words := map[store.ID][]string{}
	for _, r := range rows {
		if on := r.TargetRef; on.Entity == store.EntityIssue {
			words[on.ID] = append(words[on.ID], r.Quote)
		}
	}
	recorded := make([]Recorded, len(names))
	for i, n := range names {
		recorded[i] = Recorded{n, words[n.ID]}
	}
	return KnowIssues(recorded), nil
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
func (x *Issues) guess(target, whole []word) (id store.ID, name string, ok bool) {
	inTarget := tellingWords(target)
	if len(inTarget) == 0 {
		return id, "", false
	}
	beside := slices.DeleteFunc(tellingWords(whole), func(w string) bool { return slices.Contains(inTarget, w) })
	best, most, next := -1, 0.0, 0.0
	for n := range x.all {
		score := x.score(&x.all[n], inTarget, 1) + x.score(&x.all[n], beside, besideTarget)
		if score > most {
			best, most, next = n, score, most
		} else {
			next = max(next, score)
		}
	}
	if best < 0 || most < clearWinner*next || !x.isOn(&x.all[best], inTarget, beside) {
		return id, "", false
	}
	return x.all[best].id, x.all[best].name, true
}

// score is how much words have in common with an issue.
func (x *Issues) score(i *issue, words []string, weight float64) (score float64) {
	for _, word := range words {
		share := i.words[word]
		if slices.Contains(i.named, word) {
			share++
		}
		score += weight * share * x.rare[word]
	}
	return score
}

// isOn reports whether enough of an issue's name, or of the words recorded on it, stands in the target.
func (x *Issues) isOn(i *issue, target, beside []string) bool {
	named, all := 0.0, 0.0
	inTarget := false
	for _, word := range i.named {
		all += x.rare[word]
		switch {
		case slices.Contains(target, word):
			named += x.rare[word]
			inTarget = true
		case slices.Contains(beside, word):
			named += besideTarget * x.rare[word]
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
	if id, name, ok := x.guess(wordsOf(b, p.Stand.Target.Span), wordsOf(b, p.Whole())); ok {
		p.Stand.Target.Issue, p.Stand.Target.Name = id, name
	}
	return p
}
