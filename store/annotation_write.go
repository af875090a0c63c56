package store

import (
	"slices"
	"strings"

	"standpoint/store/text"
)

// AddAnnotation adds an annotation with its Participants and Tags.
func (b *Batch) AddAnnotation(a Annotation) (Annotation, error) {
	if err := b.checkAnnotation(&Annotation{}, &a); err != nil {
		return a, err
	}
	if err := b.add(EntityAnnotation, &a); err != nil {
		return a, err
	}
	a.Coder, a.Created = b.w.project.Coder().ID, b.clock.Time()
	if len(a.Participants) > 0 {
		if err := b.SetParticipants(a.ID, a.Participants); err != nil {
			return a, err
		}
	}
	if len(a.Tags) > 0 {
		return a, b.SetTags(a.ID, a.Tags)
	}
	return a, nil
}

// UpdateAnnotation changes the fields that fn sets; Participants and Tags are left to SetParticipants and SetTags.
func (b *Batch) UpdateAnnotation(id ID, fn func(*Annotation)) error {
	return update(b, EntityAnnotation, id, fn, b.checkAnnotation)
}

// Annotation returns an annotation as the batch sees it, without its participants and tags.
func (b *Batch) Annotation(id ID) (Annotation, error) {
	return find[Annotation](b.w.db, EntityAnnotation, id)
}

// checkAnnotation refuses what contradicts itself or the project. What was so before is not asked about again: an issue
// may have been deleted since.
func (b *Batch) checkAnnotation(before, a *Annotation) error {
	if err := b.existsIfNew(EntityArticle, before.Article, a.Article,
		"The annotation is on an article that is not in the project (%s). Add it first."); err != nil {
		return err
	}
	if err := checkCodes(before, a); err != nil {
		return err
	}
	var err error
	if a.On, err = ParseDate(string(a.On)); err != nil {
		return err
	}
	switch a.Kind {
	case KindHighlight:
	case KindMention:
		if err := b.existsIfNew(EntityActor, before.Actor, a.Actor,
			"The mention names an actor that is not in the project (%s). Add it first."); err != nil {
			return err
		}
	case KindStatement:
	case KindPosition:
		if err := b.checkPosition(before, a); err != nil {
			return err
		}
	default:
		if a.Kind != "" && a.Kind == before.Kind {
			break // of a later version
		}
		return invalidf("%q is not a kind of annotation. It is highlight, mention, statement or position.", a.Kind)
	}
	if a.Anchor.IsZero() && (a.Kind != KindPosition || a.Statement == (ID{})) {
		return invalidf("The annotation has no words of the text. Select some.")
	}
	if err := b.checkAnchor(a.Anchor); err != nil {
		return err
	}
	return b.checkAnchor(a.Cue)
}

func (b *Batch) existsIfNew(e Entity, before, id ID, format string) error {
	if id == before && id != (ID{}) {
		return nil
	}
	return b.exists(e, id, format)
}

// isNewCode reports whether a code is none of those that the file format has, though it was not there before. One that was there is
// of a later version of this program, and stays.
func isNewCode[T ~string](before, code T, known ...T) bool {
	return code != before && !slices.Contains(known, code)
}

// checkCodes refuses unknown codes where the file format has a few.
func checkCodes(before, a *Annotation) error {
	if isNewCode(before.Quotation, a.Quotation, "", QuotationDirect, QuotationIndirect, QuotationMixed) {
		return invalidf("%q is not a form of quotation. It is direct, indirect or mixed.", a.Quotation)
	}
	if isNewCode(before.Act, a.Act, "", ActSays, ActDenies, ActAsks, ActDemands, ActPromises, ActThreatens, ActDeclines) {
		return invalidf("%q is not an act of a statement. It is says, denies, asks, demands, promises, threatens or declines.", a.Act)
	}
	if isNewCode(before.Stance, a.Stance, StanceUnset, StanceSupport, StanceOppose, StanceNeutral, StanceUnclear) {
		return invalidf("%q is not a stance. It is support, oppose, neutral or unclear.", a.Stance)
	}
	return nil
}

func (b *Batch) checkPosition(before, a *Annotation) error {
	if a.Target.Issue != (ID{}) && a.Target.Actor != (ID{}) {
		return invalidf("A position is on an issue or on an actor, not on both.")
	}
	if a.Target.Issue != (ID{}) {
		if err := b.existsIfNew(EntityIssue, before.Target.Issue, a.Target.Issue,
			"The position is on an issue that is not in the project (%s). Add it first."); err != nil {
			return err
		}
	}
	if a.Target.Actor != (ID{}) {
		if err := b.existsIfNew(EntityActor, before.Target.Actor, a.Target.Actor,
			"The position is on an actor who is not in the project (%s). Add it first."); err != nil {
			return err
		}
	}
	if a.Statement == before.Statement {
		return nil
	}
	return b.checkStatement(a)
}

// checkStatement refuses a statement that the position cannot rest on.
func (b *Batch) checkStatement(a *Annotation) error {
	if a.Statement == (ID{}) {
		return nil
	}
	s, err := find[Annotation](b.w.db, EntityAnnotation, a.Statement)
	if CodeOf(err) == CodeNotFound {
		return invalidf("The position rests on a statement that is not in the project (%s). Add it first.", a.Statement)
	}
	if err != nil {
		return err
	}
	if s.Kind != KindStatement || s.Article != a.Article {
		return invalidf("A position can rest only on a statement of the same article.")
	}
	return nil
}

// checkAnchor refuses an anchor whose words are not in its body.
func (b *Batch) checkAnchor(a text.Anchor) error {
	if a.IsZero() {
		return nil
	}
	body, err := b.Body(a.Body)
	if CodeOf(err) == CodeNotFound {
		return invalidf("The annotation is on a text that is not in the project (%s).", a.Body)
	}
	if err != nil {
		return err
	}
	if err := a.Verify(body); err != nil {
		return NewError(CodeInvalid, err, "The annotation does not fit its text: %v.", err)
	}
	return nil
}

// SetParticipants makes the list the participants of the annotation, in this order. Those whose actor is deleted, and who
// therefore are not shown, stay in a role that the list leaves as it is shown: they come back with their actor.
func (b *Batch) SetParticipants(annotation ID, list []Participant) error {
	a, err := b.Annotation(annotation)
	if err != nil {
		return err
	}
	if a.Kind != KindStatement && a.Kind != KindPosition {
		return invalidf("Only a statement or a position has participants.")
	}
	have, err := participantsOf(b.w.db, annotation)
	if err != nil {
		return err
	}
	list, later := withoutLaterRoles(list, have)
	for i := range list {
		if err := b.checkParticipant(&list[i]); err != nil {
			return err
		}
	}
	hidden, err := b.hiddenParticipants(list, have)
	if err != nil {
		return err
	}
	return b.setParticipants(annotation, list, append(hidden, later...))
}

// withoutLaterRoles returns the list without the participants that the annotation has in roles of a later version of this program, and
// the ids of these: they stay as they are, whether they are in the list or not.
func withoutLaterRoles(list []Participant, have []participant) (rest []Participant, later []ID) {
	rest = slices.Clone(list)
	for _, r := range have {
		if !slices.Contains(roles, r.Role) {
			later = append(later, r.ID)
			rest = slices.DeleteFunc(rest, func(p Participant) bool { return p.Role == r.Role && p.Actor == r.Actor && p.Words == r.Words })
		}
	}
	return rest, later
}

// hiddenParticipants returns the participants that are not shown and stand in a role whose shown ones are those of the list.
// rows are those that the annotation has.
func (b *Batch) hiddenParticipants(list []Participant, rows []participant) ([]ID, error) {
	d := newDeriver(b.w.db, b.w.project.bodies, newStale())
	wanted, err := d.partiesOf(asRows(list))
	if err != nil {
		return nil, err
	}
	shown, err := d.partiesOf(rows)
	if err != nil {
		return nil, err
	}
	shown = slices.DeleteFunc(shown, party.isNobody)
	var hidden []ID
	for _, r := range rows {
		p, err := d.party(r)
		if err != nil {
			return nil, err
		}
		if p.isNobody() && slices.Equal(withRole(shown, r.Role), withRole(wanted, r.Role)) {
			hidden = append(hidden, r.ID)
		}
	}
	return hidden, nil
}

// asRows returns the participants as the journal keeps them.
func asRows(list []Participant) []participant {
	rows := make([]participant, len(list))
	for i, p := range list {
		rows[i] = participant{Role: p.Role, Actor: p.Actor, Words: p.Words, Place: i + 1}
	}
	return rows
}

func (b *Batch) checkParticipant(p *Participant) error {
	p.Words = strings.TrimSpace(p.Words)
	if !slices.Contains(roles, p.Role) {
		return invalidf("%q is not a role. It is speaker, addressee, holder or carrier.", p.Role)
	}
	if p.Actor == (ID{}) && !text.IsVisible(p.Words) {
		return invalidf("A participant needs an actor or words, such as “an unnamed source” (%s).", p.Role.word())
	}
	if p.Actor == (ID{}) {
		return nil
	}
	return b.exists(EntityActor, p.Actor, "A participant is an actor who is not in the project (%s). Add it first.")
}

// setParticipants makes the list the participants, beside those with the ids in kept.
func (b *Batch) setParticipants(annotation ID, list []Participant, kept []ID) error {
	have, err := ids(b.w.db, `SELECT id FROM participant WHERE annotation = ? AND deleted = 0`, annotation[:])
	if err != nil {
		return err
	}
	want := slices.Clone(kept)
	for _, row := range asRows(list) {
		id := keyID(EntityParticipant, annotation.String(), string(row.Role), row.Actor.String(), row.Words)
		if slices.Contains(want, id) {
			continue
		}
		want = append(want, id)
		row.Annotation = annotation
		if err := b.member(EntityParticipant, id, &row); err != nil {
			return err
		}
	}
	return b.keepOnly(EntityParticipant, have, want)
}

// SetTags makes the list the tags of the annotation.
func (b *Batch) SetTags(annotation ID, tags []ID) error {
	if _, err := b.Annotation(annotation); err != nil {
		return err
	}
	have, err := ids(b.w.db, `SELECT id FROM tagging WHERE annotation = ? AND deleted = 0`, annotation[:])
	if err != nil {
		return err
	}
	var want []ID
	for _, tag := range tags {
		if err := b.exists(EntityTag, tag, "The annotation has a tag that is not in the project (%s). Add it first."); err != nil {
			return err
		}
		id := keyID(EntityTagging, annotation.String(), tag.String())
		if err := b.member(EntityTagging, id, &tagging{Annotation: annotation, Tag: tag}); err != nil {
			return err
		}
		want = append(want, id)
	}
	return b.keepOnly(EntityTagging, have, want)
}
