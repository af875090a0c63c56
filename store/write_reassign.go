package store

import "reflect"

// Reassign makes the annotations of one actor or issue, and of those merged into it, those of another: mentions, participants and
// targets. Participants who would be there twice become one. Issues below the one stay below it.
func (b *Batch) Reassign(e Entity, from, to ID) error {
	var err error
	switch e {
	case EntityActor:
		err = b.exists(e, to, "An actor is to take over who is not in the project (%s). Add it first.")
	case EntityIssue:
		err = b.exists(e, to, "An issue is to take over that is not in the project (%s). Add it first.")
	default:
		err = invalidf("Only the annotations of an actor or an issue can be handed over to another.")
	}
	if err != nil {
		return err
	}
	recorded, err := ids(b.w.db, `SELECT id FROM `+tableFor(e).name()+` WHERE canonical = ?1 OR id = ?1`, from[:])
	if err != nil {
		return err
	}
	for _, id := range recorded {
		if id == to {
			continue
		}
		if err := b.reassign(e, id, to); err != nil {
			return err
		}
	}
	return nil
}

// reassign makes the annotations in which one row is recorded name the other.
func (b *Batch) reassign(e Entity, from, to ID) error {
	for _, r := range relationsTo[e] {
		if r.from.entity != EntityAnnotation {
			continue
		}
		if err := b.reassignField(r, from, to); err != nil {
			return err
		}
	}
	if e == EntityActor {
		return b.reassignParticipants(from, to)
	}
	return nil
}

// reassignField makes the annotations that name one row by the relation name the other.
func (b *Batch) reassignField(r relation, from, to ID) error {
	users, err := ids(b.w.db, r.query()+` AND deleted = 0`, from[:])
	if err != nil {
		return err
	}
	for _, id := range users {
		f, err := r.from.get(b.w.db, id)
		if err != nil {
			return err
		}
		after := newRow(r.from)
		reflect.ValueOf(after).Elem().Set(reflect.ValueOf(f.row).Elem())
		r.set(after, to)
		if err := b.change(r.from.entity, id, r.from.diff(f.row, after)); err != nil {
			return err
		}
	}
	return nil
}

func (b *Batch) reassignParticipants(from, to ID) error {
	annotations, err := ids(b.w.db, `SELECT DISTINCT annotation FROM participant WHERE actor = ? AND deleted = 0`, from[:])
	if err != nil {
		return err
	}
	for _, id := range annotations {
		rows, err := participantsOf(b.w.db, id)
		if err != nil {
			return err
		}
		list := make([]Participant, len(rows))
		for i, r := range rows {
			list[i] = Participant{Role: r.Role, Actor: r.Actor, Words: r.Words}
			if r.Actor == from {
				list[i].Actor = to
			}
		}
		if err := b.setParticipants(id, list, nil); err != nil {
			return err
		}
	}
	return nil
}
