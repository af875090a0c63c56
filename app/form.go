package app

import (
	"slices"
	"strings"

	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/text"
)

// form is what the analyst has filled in of one annotation, saved or not. It
// is plain data: the inspector shows it, a draft keeps it as JSON, and save
// turns it into changes of the project.
type form struct {
	Draft      string      `json:"-"` // the key its draft is kept under
	Kind       store.Kind  `json:"kind"`
	Annotation store.ID    `json:"annotation"` // zero while it is new
	Article    store.ID    `json:"article"`
	Body       text.Hash   `json:"body"` // that the spans are of
	Spans      []text.Span `json:"spans"`
	Exact      string      `json:"exact"` // what stood on the spans, for when the text is another now

	Actor    names.Party `json:"actor"`     // whom a mention names
	AddAlias bool        `json:"add_alias"` // keep the mention's words as a name of the actor

	Speakers   []names.Party   `json:"speakers,omitempty"`
	Addressees []names.Party   `json:"addressees,omitempty"`
	Carriers   []names.Party   `json:"carriers,omitempty"`
	Quotation  store.Quotation `json:"quotation,omitempty"`
	Act        store.Act       `json:"act,omitempty"`
	On         string          `json:"on,omitempty"` // as typed; checked on saving

	Translation string            `json:"translation,omitempty"`
	Note        string            `json:"note,omitempty"`
	Tags        []names.TagPick   `json:"tags,omitempty"`
	Positions   []positionForm    `json:"positions,omitempty"` // for a position of its own: exactly one
	Removed     []store.ID        `json:"removed,omitempty"`   // saved positions that were taken out of the form
	Typed       map[string]string `json:"typed,omitempty"`     // into fields of names, and not picked yet
}

// positionForm is one position of a form.
type positionForm struct {
	ID        store.ID         `json:"id"`                // zero while it is new
	Holders   []names.Party    `json:"holders,omitempty"` // none in a statement: its speakers
	Target    names.TargetPick `json:"target"`
	Stance    store.Stance     `json:"stance,omitempty"`
	Condition string           `json:"condition,omitempty"`
}

func (p positionForm) isZero() bool {
	return p.ID == (store.ID{}) && len(p.Holders) == 0 && p.Target.Name == "" && p.Stance == "" && p.Condition == ""
}

// isPlaced reports whether the form's spans are of this text, not of one that it
// was before an edit.
func (f form) isPlaced(body *text.Body) bool {
	return len(f.Spans) == 0 || body != nil && f.Body == body.Hash()
}

// place adds a span of the text, and forgets those of another.
func (f *form) place(body *text.Body, s text.Span) {
	if !f.isPlaced(body) {
		f.Spans = nil
	}
	f.Body, f.Spans = body.Hash(), append(f.Spans, s)
	f.quote(body)
}

// cut takes the words of a span out of the form; false if it has no others.
func (f *form) cut(body *text.Body, out text.Span) bool {
	var left []text.Span
	for _, s := range f.Spans {
		for _, part := range s.Without(out) {
			if part = body.Snap(body.Trim(part)); !part.Empty() {
				left = append(left, part)
			}
		}
	}
	if len(left) == 0 {
		return false
	}
	f.Spans = left
	f.quote(body)
	return true
}

// join makes one span of several, with the words between them.
func (f *form) join(body *text.Body) {
	var all text.Span
	for _, s := range f.Spans {
		all = all.Union(s)
	}
	f.Spans = []text.Span{all}
	f.quote(body)
}

// quote keeps what stands on the spans, of which those that touch become one.
func (f *form) quote(body *text.Body) {
	if anchor, err := text.NewAnchor(body, f.Spans...); err == nil {
		f.Spans, f.Exact = anchor.Spans(), anchor.Exact()
	}
}

// isEmpty reports whether nothing has been filled in that would be worth
// keeping as a draft. The words of a mention stand in its field from the start.
func (f form) isEmpty() bool {
	for field, typed := range f.Typed {
		if typed != f.Exact || field != fieldOfActor {
			return false
		}
	}
	for _, p := range f.Positions {
		if !p.isZero() {
			return false
		}
	}
	return f.Actor.IsZero() && len(f.Speakers)+len(f.Addressees)+len(f.Carriers)+len(f.Tags) == 0 &&
		strings.TrimSpace(f.On+f.Translation+f.Note) == ""
}

// parties are all who have a part in the form.
func (f form) parties() []names.Party {
	all := slices.Concat([]names.Party{f.Actor}, f.Speakers, f.Addressees, f.Carriers)
	for _, p := range f.Positions {
		all = append(all, p.Holders...)
	}
	return all
}

// actors are those of the parties and targets that are in the project already.
func (f form) actors() []store.ID {
	var ids []store.ID
	for _, p := range f.parties() {
		ids = append(ids, p.Actor)
	}
	for _, p := range f.Positions {
		if p.Target.IsActor {
			ids = append(ids, p.Target.ID)
		}
	}
	return ids
}

// newForm begins an annotation of the selected span with what the text itself
// proposes: how a statement is quoted, and one empty position for a position.
func newForm(kind store.Kind, article store.ID, body *text.Body, span text.Span) form {
	span = body.Snap(body.Trim(span))
	f := form{Draft: store.NewID().String(), Kind: kind, Article: article}
	f.place(body, span)
	switch kind {
	case store.KindStatement:
		f.Quotation = store.Quotation(body.Quoting(span))
		f.Act = store.ActSays
		f.Positions = []positionForm{{}}
	case store.KindPosition:
		f.Positions = []positionForm{{}}
	}
	return f
}

// fieldError is a reason why a form cannot be saved, and the field to mend.
type fieldError struct {
	Field   formField
	Message string
}

func (e *fieldError) Error() string { return e.Message }

// formField names a field of the inspector, so that an error can be shown
// where it can be mended.
type formField string

const (
	fieldActor   formField = "actor"
	fieldSpeaker formField = "speaker"
	fieldOn      formField = "on"
	fieldTags    formField = "tags"
	fieldTarget  formField = "target"
	fieldHolder  formField = "holder"
)

// fieldOfActor is the key under which a draft keeps what was typed into a mention's field for the actor.
const fieldOfActor = "actor"
