package form

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/text"
)

// Check says what is missing before the form can be saved, or nil.
func (f Form) Check() error {
	f = f.withoutIdleGuesses()
	switch f.Kind {
	case store.KindMention:
		if f.Actor.IsZero() {
			return &FieldError{FieldActor, lang.L("Say whom these words name.")}
		}
	case store.KindStatement:
		if len(f.Speakers) == 0 {
			return &FieldError{FieldSpeaker, lang.L("Say who speaks. If the article does not name them, type words such as “an unnamed source”.")}
		}
	case store.KindPosition:
		if len(f.Positions) == 0 || len(f.Positions[0].Holders) == 0 {
			return &FieldError{FieldHolder, lang.L("Say who holds the position.")}
		}
	}
	if strings.TrimSpace(f.On) != "" {
		if _, err := store.ParseDate(strings.TrimSpace(f.On)); err != nil {
			return &FieldError{FieldOn, lang.L("Write the date as 2025, 2025-05 or 2025-05-16.")}
		}
	}
	for _, p := range f.Positions {
		if !p.IsZero() && p.Target.Name == "" {
			return &FieldError{FieldTarget, lang.L("Say what the position is about.")}
		}
	}
	return nil
}

// Title names the action that saving the form is.
func (f Form) Title() store.Title {
	if f.Annotation != (store.ID{}) {
		return store.TitleForEditing(f.Kind)
	}
	if f.Proposal.ID != (store.ID{}) {
		return store.TitleForAccepting(f.Kind)
	}
	return store.TitleForAdding(f.Kind)
}

// Saved is what came of saving a form.
type Saved struct {
	Annotation store.ID
	Used       []store.ID // the actors, issues and tags that it names
}

// Save writes the form as one batch. Actors, issues and tags that the form names anew
// are created in the same batch, so that Undo takes all of it back at once.
func (f Form) Save(b *store.Batch, body *text.Body) (Saved, error) {
	if err := f.Check(); err != nil {
		return Saved{}, err
	}
	w := newFormWriter(b)
	w.form, w.body, w.guessed = f.withoutIdleGuesses(), body, f.guessedNames()
	var err error
	if w.anchor, err = f.anchor(body); err != nil {
		return Saved{}, err
	}
	w.annotation()
	w.decide()
	return Saved{w.id, w.used}, w.err
}

// anchor ties the form to the words of its spans. What stood on words that an
// edit changed keeps its old anchor, until it is given new words.
func (f Form) anchor(body *text.Body) (text.Anchor, error) {
	switch {
	case len(f.Spans) == 0:
		return text.Anchor{}, nil
	case !f.IsPlaced(body) && f.Annotation != (store.ID{}):
		return text.Anchor{}, nil
	case !f.IsPlaced(body):
		return text.Anchor{}, errors.New(lang.L("The text was edited after these words were selected. Select them again and add them."))
	}
	for _, s := range f.Spans {
		if body.Trim(s).Empty() {
			return text.Anchor{}, errors.New(lang.L("Select some words first."))
		}
	}
	return text.NewAnchor(body, f.Spans...)
}

// formWriter turns a form into changes; after the first error it does nothing.
type formWriter struct {
	batch   *store.Batch
	form    Form
	body    *text.Body
	anchor  text.Anchor
	id      store.ID
	guessed map[string]bool     // names of new actors whom nobody touched: they may be in the project since
	created map[string]store.ID // by entity and name, so that one new name is one row
	added   map[store.ID]bool   // actors that were not in the project before
	used    []store.ID          // whatever the form names
	err     error
}

// newFormWriter writes into a batch what is named anew.
func newFormWriter(b *store.Batch) formWriter {
	return formWriter{batch: b, created: map[string]store.ID{}, added: map[store.ID]bool{}}
}

func (w *formWriter) annotation() {
	f := w.form
	switch f.Kind {
	case store.KindMention:
		actor := w.actor(f.Actor)
		w.put(f.Annotation, w.anchor, func(a *store.Annotation) { a.Actor = actor })
		if f.AddAlias && w.err == nil {
			w.err = w.batch.AddAlias(actor, f.Exact)
		}
		w.affiliation(actor)
	case store.KindStatement:
		cue := w.cue()
		w.put(f.Annotation, w.anchor, func(a *store.Annotation) {
			a.Quotation, a.Act, a.Translation = f.Quotation, f.Act, strings.TrimSpace(f.Translation)
			a.Cue, a.On = cue, store.Date(strings.TrimSpace(f.On))
		})
		w.participants(w.id, map[store.Role][]names.Party{
			store.RoleSpeaker:   f.Speakers,
			store.RoleAddressee: f.Addressees,
			store.RoleCarrier:   f.Carriers,
		})
		w.statementPositions()
	case store.KindPosition:
		own := f.Positions[0]
		own.Carriers = f.Carriers
		w.id = w.position(f.Annotation, w.anchor, own, func(a *store.Annotation) {
			a.Statement, a.On = f.Statement, store.Date(strings.TrimSpace(f.On))
		})
	default:
		w.put(f.Annotation, w.anchor, func(*store.Annotation) {})
	}
	w.tags(w.id, f.Tags)
	if w.err == nil {
		w.err = w.batch.SetNote(store.EntityAnnotation, w.id, strings.TrimSpace(f.Note))
	}
}

// affiliation records in whose service the actor is whom the form made.
func (w *formWriter) affiliation(actor store.ID) {
	a := w.form.Affiliation
	if a.Organisation.IsZero() || !w.added[actor] {
		return
	}
	of := w.actor(a.Organisation)
	if w.err == nil {
		w.err = w.batch.SetAffiliations(actor, []store.Affiliation{
			{Organisation: of, Role: a.Role, From: store.Date(a.From), To: store.Date(a.To)},
		})
	}
}

// put adds the annotation, or updates it when it exists, and remembers its id
// as the one that saving returns.
func (w *formWriter) put(id store.ID, anchor text.Anchor, set func(*store.Annotation)) {
	w.id = w.write(id, w.form.Kind, anchor, set)
}

func (w *formWriter) write(id store.ID, kind store.Kind, anchor text.Anchor, set func(*store.Annotation)) store.ID {
	if w.err != nil {
		return id
	}
	if id = w.broughtBack(id); w.err != nil {
		return id
	}
	if id != (store.ID{}) {
		w.err = w.batch.UpdateAnnotation(id, func(a *store.Annotation) {
			if !anchor.IsZero() {
				a.Anchor = anchor
			}
			set(a)
		})
		return id
	}
	a := store.Annotation{Article: w.form.Article, Kind: kind, Anchor: anchor}
	set(&a)
	added, err := w.batch.AddAnnotation(a)
	if w.err = err; err == nil {
		w.err = w.batch.SetInProgress(w.form.Article)
	}
	return added.ID
}

// broughtBack takes the annotation out of the trash if it was deleted while the form
// was open. One that is there no more has no id: it is added anew.
func (w *formWriter) broughtBack(id store.ID) store.ID {
	if id == (store.ID{}) {
		return id
	}
	err := w.batch.Restore(store.EntityAnnotation, id)
	if store.CodeOf(err) == store.CodeNotFound {
		return store.ID{}
	}
	w.err = err
	return id
}

// cue is what the verb of saying is tied to.
func (w *formWriter) cue() text.Anchor {
	var before text.Anchor
	if w.err == nil && w.form.Annotation != (store.ID{}) {
		a, err := w.batch.Annotation(w.form.Annotation)
		if store.CodeOf(err) != store.CodeNotFound { // else it is added anew
			before, w.err = a.Cue, err
		}
	}
	if w.err != nil {
		return before
	}
	cue, err := w.form.cueAnchor(w.body, before)
	w.err = err
	return cue
}

// statementPositions writes the positions that rest on the statement and
// deletes those that were taken out of the form.
func (w *formWriter) statementPositions() {
	for _, p := range w.form.Positions {
		if !p.IsZero() {
			w.position(p.ID, text.Anchor{}, p, func(a *store.Annotation) { a.Statement = w.id })
		}
	}
	for _, id := range w.form.Removed {
		if w.err == nil {
			w.err = w.batch.Delete(store.EntityAnnotation, id)
		}
	}
}

// position writes one position, with who holds it and through whom that is told. set sets what hangs on whether it is one of its own.
func (w *formWriter) position(id store.ID, anchor text.Anchor, p Position, set func(*store.Annotation)) store.ID {
	target := w.target(p.Target)
	id = w.write(id, store.KindPosition, anchor, func(a *store.Annotation) {
		a.Target, a.Stance, a.Condition = target, p.Stance, strings.TrimSpace(p.Condition)
		set(a)
	})
	w.participants(id, map[store.Role][]names.Party{store.RoleHolder: p.Holders, store.RoleCarrier: p.Carriers})
	return id
}

func (w *formWriter) participants(annotation store.ID, roles map[store.Role][]names.Party) {
	var all []store.Participant
	for _, role := range []store.Role{store.RoleSpeaker, store.RoleHolder, store.RoleAddressee, store.RoleCarrier} {
		for _, p := range roles[role] {
			if p.Words {
				all = append(all, store.Participant{Role: role, Words: p.Name})
				continue
			}
			all = append(all, store.Participant{Role: role, Actor: w.actor(p)})
		}
	}
	if w.err == nil {
		w.err = w.batch.SetParticipants(annotation, all)
	}
}

func (w *formWriter) actor(p names.Party) store.ID {
	if p.Actor != (store.ID{}) {
		return w.uses(p.Actor)
	}
	return w.create("actor:"+p.Name, func() (store.ID, error) {
		if w.guessed[p.Name] { // two may share a name, but not of those who are only guessed
			if there, err := w.batch.ActorsCalled(p.Name); err != nil || len(there) == 1 {
				return only(there), err
			}
		}
		a, err := w.batch.AddActorIn(w.form.Article, store.Actor{Name: p.Name, Kind: p.New}, w.form.actors()...)
		w.added[a.ID] = true
		return a.ID, err
	})
}

// only is the one id of a list; the zero ID if there is none, or several.
func only(ids []store.ID) store.ID {
	if len(ids) != 1 {
		return store.ID{}
	}
	return ids[0]
}

func (w *formWriter) target(t names.TargetPick) store.Target {
	switch {
	case t.Name == "":
		return store.Target{}
	case t.IsActor:
		return store.Target{Actor: w.actor(names.Party{Actor: t.ID, Name: t.Name, New: t.New})}
	case t.ID != (store.ID{}):
		return store.Target{Issue: w.uses(t.ID)}
	}
	return store.Target{Issue: w.create("issue:"+t.Name, func() (store.ID, error) {
		i, err := w.batch.AddIssue(store.Issue{Name: t.Name})
		return i.ID, err
	})}
}

func (w *formWriter) tags(annotation store.ID, picks []names.TagPick) {
	if w.err != nil {
		return
	}
	var tags []store.ID
	if tags, w.err = names.AddTags(w.batch, picks); w.err == nil {
		w.used = append(w.used, tags...)
		w.err = w.batch.SetTags(annotation, tags)
	}
}

// create makes a row once per name, however often the form names it.
func (w *formWriter) create(key string, add func() (store.ID, error)) store.ID {
	if id, ok := w.created[key]; ok || w.err != nil {
		return id
	}
	id, err := add()
	w.created[key], w.err = id, err
	return w.uses(id)
}

// uses notes what the form names, for it to be offered first next time.
func (w *formWriter) uses(id store.ID) store.ID {
	if id != (store.ID{}) {
		w.used = append(w.used, id)
	}
	return id
}
