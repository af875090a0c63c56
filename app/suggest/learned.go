package suggest

import (
	"cmp"
	"math"
	"slices"

	"standpoint/app/suggest/learn"
	"standpoint/store"
)

// Learned is what was learnt from the articles of a project. It holds weights of hashed features, hashes of names, and no text. It may be
// used from several goroutines.
type Learned struct {
	Articles int // from how many it was learnt
	labeller *learn.Labeller
	kinds    map[store.Kind]*learnedKind
	fared    map[fareKey]fared
	likes    map[uint32]int // how many recorded statements speak for one: by its verb and its form
	recorded recordedNames
}

// names are the words by which mentions call actors.
func (l *Learned) names() recordedNames {
	if l == nil {
		return nil
	}
	return l.recorded
}

// learnedKind is what was learnt of one kind of proposals.
type learnedKind struct {
	Used   bool   // on articles that were left out it did better than the rules alone
	Shares shares // how sure rules are here; nil: not known better than elsewhere
	Labels bool   // what only labels tell of is proposed, too
	Curve  learn.Curve
	Middle float64 // the share right from which on it is proposed: what is so sure is told as one half
	ranker *learn.Ranker
}

// learntKinds are the kinds of proposals that are learnt.
var learntKinds = []store.Kind{store.KindMention, store.KindStatement, store.KindPosition}

// Kinds are those for which what was learnt does better than the rules alone.
func (l *Learned) Kinds() (all []store.Kind) {
	if l == nil {
		return nil
	}
	for _, kind := range learntKinds {
		if k := l.kinds[kind]; k != nil && k.Used {
			all = append(all, kind)
		}
	}
	return all
}

// half is the confidence from which on something is rather right than wrong.
const half = 0.5

// confidence is how sure something with a score is.
func (k *learnedKind) confidence(score float64) float64 {
	share := k.Curve.At(score)
	if share < k.Middle {
		return share / k.Middle * half
	}
	const surely = 0.75 // from here on shares are told as they are
	if share < surely {
		return half + (share-k.Middle)/(surely-k.Middle)*(surely-half)
	}
	return share
}

// fareKey is a kind of proposals and the rule that made them.
type fareKey struct {
	kind store.Kind
	rule string
}

// fared is how many proposals were accepted and rejected.
type fared struct{ accepted, rejected int }

// weightOfRule is how many decisions outweigh what a rule proved to be elsewhere.
const weightOfRule = 10

// confidence is how sure a proposal is after some were decided on.
func (f fared) confidence(before float64) float64 {
	return (before*weightOfRule + float64(f.accepted)) / float64(weightOfRule+f.accepted+f.rejected)
}

// revise judges what rules found in a document, and adds what was learnt besides. All are identified.
func (l *Learned) revise(d *document, found []Proposal) []Proposal {
	if l == nil {
		return found
	}
	t := newLessonText(d, found)
	var words labelled
	said := l.kinds[store.KindStatement]
	isUsed := said != nil && said.Used
	if len(l.Kinds()) > 0 {
		words = t.label(l.labeller)
	}
	all := t.candidates(found, &words, isUsed && l.labeller != nil)
	j := newJudging(t, &words)
	for i := range all {
		c := &all[i]
		if c.Kind == store.KindStatement {
			c.Like = l.likes[t.likeness(c.Proposal)]
		}
		k := l.kinds[c.Kind]
		if k == nil || !k.Used {
			c.Confidence = rounded(l.revised(k, c))
			continue
		}
		j.read(c)
		c.score = k.ranker.Score(c.features, c.prior+k.Shares.of(c.rule))
		c.Confidence = rounded(k.confidence(c.score))
	}
	if isUsed {
		return chosen(d, all, said.Labels)
	}
	return found
}

// revised is how sure a proposal of a rule is by how its rule fares in the project.
func (l *Learned) revised(k *learnedKind, c *candidate) float64 {
	if k != nil && k.Shares != nil {
		return k.confidence(c.prior + k.Shares.of(c.rule))
	}
	return l.fared[fareKey{c.Kind, c.Rule}].confidence(c.Confidence)
}

func rounded(confidence float64) float64 { return math.Round(confidence*100) / 100 }

// likeness is a number for statements that are told in the same way: by the same verb, quoted alike; 0 of other proposals.
func (t *lessonText) likeness(p *Proposal) uint32 {
	if p.Kind != store.KindStatement || p.Said.Cue.Empty() {
		return 0
	}
	return learn.Feature(50, t.cueOf(p.Said.Cue), learn.Hash(string(p.Said.Quotation)))
}

// chosen are the candidates of which no surer one is of the same words.
func chosen(d *document, all []candidate, labels bool) []Proposal {
	isGone := losers(all, labels)
	instead := map[store.ID]store.ID{}
	var list []Proposal
	hash := d.Body.Hash()
	for i := range all {
		c := &all[i]
		if isGone[i] {
			continue
		}
		if c.ID == (store.ID{}) {
			c.Article = d.Article
			c.identify(hash)
		}
		if c.twin >= 0 && isGone[c.twin] {
			instead[all[c.twin].ID] = c.ID
		}
		list = append(list, *c.Proposal)
	}
	for i := range list {
		if now, there := instead[list[i].Stand.Statement]; there {
			list[i].Stand.Statement = now
		}
	}
	return list
}

// losers are the candidates beside which a surer one of the same words is proposed, if one of the two is no rule's; and those of which only
// labels tell, where these are not used.
func losers(all []candidate, labels bool) []bool {
	isGone := make([]bool, len(all))
	var order []int // statements that only labels tell of, and those of rules that they are near to
	rules := len(all)
	for i := range all {
		if isGone[i] = all[i].labelled && !labels; isGone[i] {
			continue
		}
		if all[i].kind == store.KindStatement {
			order = append(order, i)
			if !all[i].byRules {
				rules = min(rules, i)
			}
		}
	}
	if rules == len(all) {
		return isGone
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(all[a].spans[0].Start, all[b].spans[0].Start), cmp.Compare(a, b))
	})
	for n, i := range order {
		end := all[i].spans[len(all[i].spans)-1].End
		for _, k := range order[n+1:] {
			if all[k].spans[0].Start >= end {
				break
			}
			if i < rules && k < rules || isGone[i] || isGone[k] || !isSameSpans(all[i].spans, all[k].spans) {
				continue
			}
			if lessSure(&all[i], &all[k], i, k) {
				isGone[i] = true
				break
			}
			isGone[k] = true
		}
	}
	return isGone
}

// lessSure reports whether one candidate is less sure than another; of equals the later is.
func lessSure(a, b *candidate, i, k int) bool {
	if a.score == b.score {
		return i > k
	}
	return a.score < b.score
}
