package store

import (
	"cmp"
	"context"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Decision is what somebody decided on an annotation that the program proposed: that it is one, or none. It is tied to the text that was
// read, and does not follow it through an edit.
type Decision struct {
	ID         ID          // that of the proposal, so that the same one decided on in two copies is one row
	Article    ID          `field:"article" of:"article,home"`
	Kind       Kind        `field:"kind"` // mention, statement or position
	Anchor     text.Anchor `field:"anchor" shown:"title"`
	Rule       string      `field:"rule" words:"line"` // what found it
	Confidence int         `field:"confidence"`        // how sure that was, in hundredths: 0 to 100
	Verdict    Verdict     `field:"verdict"`
	Annotation ID          `field:"annotation" of:"annotation,owner"` // that it became; none if it was rejected
}

// Verdict is what was decided on a proposal.
type Verdict string

// The verdicts.
const (
	VerdictAccepted Verdict = "accepted"
	VerdictRejected Verdict = "rejected"
)

// Decide records a decision in place of one that was made on the same proposal before. CodeInvalid if it says nothing that can be decided,
// if the words are none of a text of the project, or if the annotation that an accepted one became is not there; CodeNotFound if the
// article is not.
func (b *Batch) Decide(d Decision) error {
	if err := b.checkDecision(d); err != nil {
		return err
	}
	return b.member(EntityDecision, d.ID, &d)
}

// fullConfidence is the highest confidence of a decision.
const fullConfidence = 100

func (b *Batch) checkDecision(d Decision) error {
	switch {
	case d.ID == ID{}:
		return invalidf("A decision needs the id of what was proposed.")
	case d.Kind != KindMention && d.Kind != KindStatement && d.Kind != KindPosition:
		return invalidf("Mentions, statements and positions are proposed, nothing of the kind %q.", string(d.Kind))
	case d.Confidence < 0 || d.Confidence > fullConfidence:
		return invalidf("How sure a proposal was is between 0 and 100, not %d.", d.Confidence)
	case d.Verdict == VerdictAccepted && d.Annotation == ID{}:
		return invalidf("What was accepted became an annotation. Say which.")
	case d.Verdict == VerdictRejected && d.Annotation != ID{}:
		return invalidf("What was rejected became no annotation.")
	case d.Verdict != VerdictAccepted && d.Verdict != VerdictRejected:
		return invalidf("A proposal is accepted or rejected, not %q.", string(d.Verdict))
	case d.Anchor.IsZero():
		return invalidf("A decision needs the words that were proposed.")
	}
	if _, err := b.Article(d.Article); err != nil {
		return err
	}
	if d.Annotation != (ID{}) {
		if err := b.exists(EntityAnnotation, d.Annotation, "The annotation that a proposal became is not in the project (%s)."); err != nil {
			return err
		}
	}
	return b.checkAnchor(d.Anchor)
}

// Decision returns what was decided on a proposal, as the batch sees it.
func (b *Batch) Decision(proposal ID) (Decision, error) {
	return find[Decision](b.w.db, EntityDecision, proposal)
}

// Reopen takes decisions back, so that the same is proposed again. Those that are not there are left out.
func (b *Batch) Reopen(proposals ...ID) error {
	for _, id := range proposals {
		f, err := tableFor(EntityDecision).get(b.w.db, id)
		if err != nil {
			return err
		}
		if !f.live() {
			continue
		}
		if err := b.setDeleted(EntityDecision, id, true); err != nil {
			return err
		}
	}
	return nil
}

// Decisions returns what was decided on proposals in an article, and in those that were merged into it, in text order.
func (p *Project) Decisions(ctx context.Context, article ID) ([]Decision, error) {
	return p.decisions(ctx, article, "")
}

// Refused returns those of Decisions of which nothing stands: what was rejected, or accepted and deleted since.
func (p *Project) Refused(ctx context.Context, article ID) ([]Decision, error) {
	return p.decisions(ctx, article, ` AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.id = d.annotation AND a.deleted = 0)`)
}

// decisions returns those in an article of which a condition of SQL holds, too.
func (p *Project) decisions(ctx context.Context, article ID, condition string) (list []Decision, err error) {
	t := tableFor(EntityDecision)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var d Decision
			err := scan(t.destinations(&d)...)
			list = append(list, d)
			return err
		}, `SELECT `+t.selection("d")+` FROM article r CROSS JOIN decision d ON d.article = r.id
			WHERE r.canonical = ? AND d.deleted = 0`+condition+` ORDER BY d.created, d.id`, article[:])
	})
	slices.SortStableFunc(list, func(a, b Decision) int {
		return cmp.Compare(startOf(a.Anchor), startOf(b.Anchor))
	})
	return list, err
}

// startOf is where the words of an anchor begin; 0 if it has none.
func startOf(a text.Anchor) int {
	if spans := a.Spans(); len(spans) > 0 {
		return spans[0].Start
	}
	return 0
}

// Decided is how many proposals of a kind that a rule made, and of which it was about so sure, were accepted and rejected.
type Decided struct {
	Kind               Kind
	Rule               string
	Tenths             int // how sure it was, in tenths: 0 to 10
	Accepted, Rejected int
}

// DecidedBy returns how proposals fared in the project, by kind, rule and how sure they were. An accepted one whose annotation was
// deleted since counts as rejected: it was none after all.
func (p *Project) DecidedBy(ctx context.Context) (list []Decided, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var d Decided
			err := scan((*stringColumn)(&d.Kind), (*stringColumn)(&d.Rule), &d.Tenths, &d.Accepted, &d.Rejected)
			list = append(list, d)
			return err
		}, `SELECT kind, rule, confidence / 10, sum(kept), sum(1 - kept) FROM (
				SELECT d.kind, d.rule, d.confidence, a.id IS NOT NULL AS kept FROM decision d
				JOIN article r ON r.id = d.article JOIN article c ON c.id = r.canonical AND c.live = 1
				LEFT JOIN annotation a ON a.id = d.annotation AND a.deleted = 0
				WHERE d.deleted = 0)
			GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`)
	})
	return list, err
}
