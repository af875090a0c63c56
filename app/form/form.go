// Package form is what somebody fills in of an annotation, an actor, an issue or an article, as plain data: it is loaded, checked,
// kept as a draft, walked back through and saved here. It knows no window.
package form

import (
	"maps"
	"slices"
	"strings"

	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/text"
)

// Form is what the analyst has filled in of one annotation, saved or not. It
// is plain data: the inspector shows it, a draft keeps it as JSON, and save
// turns it into changes of the project.
type Form struct {
	Draft      string      `json:"-"` // the key its draft is kept under
	Kind       store.Kind  `json:"kind"`
	Annotation store.ID    `json:"annotation"` // zero while it is new
	Article    store.ID    `json:"article"`
	Body       text.Hash   `json:"body"` // that the spans are of
	Spans      []text.Span `json:"spans"`
	Exact      string      `json:"exact"` // what stood on the spans, for when the text is another now

	Actor    names.Party `json:"actor"`     // whom a mention names
	AddAlias bool        `json:"add_alias"` // keep the mention's words as a name of the actor
	// In whose service the actor is who will be created for a mention; zero: nobody says.
	Affiliation Affiliation `json:"affiliation,omitzero"`

	Speakers   []names.Party   `json:"speakers,omitempty"`
	Addressees []names.Party   `json:"addressees,omitempty"`
	Carriers   []names.Party   `json:"carriers,omitempty"`
	Quotation  store.Quotation `json:"quotation,omitempty"`
	Act        store.Act       `json:"act,omitempty"`
	Statement  store.ID        `json:"statement,omitzero"` // on which a position of its own rests; zero: none
	Cue        string          `json:"cue,omitempty"`      // the verb of saying, as the text has it
	CueAt      text.Span       `json:"cue_at,omitzero"`    // where it stands; empty: it was not found
	On         string          `json:"on,omitempty"`       // as typed; checked on saving

	Translation string            `json:"translation,omitempty"`
	Note        string            `json:"note,omitempty"`
	Tags        []names.TagPick   `json:"tags,omitempty"`
	Positions   []Position        `json:"positions,omitempty"` // for a position of its own: exactly one
	Removed     []store.ID        `json:"removed,omitempty"`   // saved positions that were taken out of the form
	Typed       map[string]string `json:"typed,omitempty"`     // into fields of names, and not picked yet
	Guessed     map[string]bool   `json:"guessed,omitempty"`   // the fields in which a guess stands that nobody touched
	Proposal    Proposal          `json:"proposal,omitzero"`   // of which the form was filled; zero: nothing proposed it
}

// Position is one position of a form.
type Position struct {
	ID        store.ID         `json:"id"`                // zero while it is new
	Holders   []names.Party    `json:"holders,omitempty"` // none in a statement: its speakers
	Target    names.TargetPick `json:"target"`
	Stance    store.Stance     `json:"stance,omitempty"`
	Condition string           `json:"condition,omitempty"`
	Carriers  []names.Party    `json:"carriers,omitempty"` // its own, apart from the statement's; of a position of its own the form's
}

// IsZero reports whether nothing is filled in.
func (p Position) IsZero() bool {
	return p.ID == (store.ID{}) && len(p.Holders) == 0 && p.Target.Name == "" && p.Stance == "" && p.Condition == ""
}

// IsPlaced reports whether the form's spans are of this text, not of one that it
// was before an edit.
func (f Form) IsPlaced(body *text.Body) bool {
	return len(f.Spans) == 0 || body != nil && f.Body == body.Hash()
}

// Place adds a span of the text, and forgets those of another.
func (f *Form) Place(body *text.Body, s text.Span) {
	if !f.IsPlaced(body) {
		f.Spans = nil
	}
	f.Body, f.Spans = body.Hash(), append(f.Spans, s)
	f.Quote(body)
}

// Cut takes the words of a span out of the form; false if it has no others.
func (f *Form) Cut(body *text.Body, out text.Span) bool {
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
	f.Quote(body)
	return true
}

// Join makes one span of several, with the words between them.
func (f *Form) Join(body *text.Body) {
	var all text.Span
	for _, s := range f.Spans {
		all = all.Union(s)
	}
	f.Spans = []text.Span{all}
	f.Quote(body)
}

// Quote keeps what stands on the spans, of which those that touch become one.
func (f *Form) Quote(body *text.Body) {
	if anchor, err := text.NewAnchor(body, f.Spans...); err == nil {
		f.Spans, f.Exact = anchor.Spans(), anchor.Exact()
		f.quoted(body)
	}
}

// WordsIn is the text that the form's spans stand on in an article, or stood on when it had them; body is nil while none is shown.
func (f Form) WordsIn(body *text.Body) string {
	if body == nil || !f.IsPlaced(body) {
		return f.Exact
	}
	words := make([]string, len(f.Spans))
	for n, s := range f.Spans {
		words[n] = body.Slice(body.Snap(s))
	}
	return strings.Join(words, " … ")
}

// parties are all who have a part in the form.
func (f Form) parties() []names.Party {
	all := slices.Concat([]names.Party{f.Actor, f.Affiliation.Organisation}, f.Speakers, f.Addressees, f.Carriers)
	for _, p := range f.Positions {
		all = append(all, p.Holders...)
	}
	return all
}

// actors are those of the parties and targets that are in the project already.
func (f Form) actors() []store.ID {
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

// farthestQuoted is how many code points before and after a passage the marks of a quotation may stand that it is of.
const farthestQuoted = 20_000

// New begins an annotation of the selected span with what the text itself
// proposes: how a statement is quoted, and one empty position for a position.
func New(kind store.Kind, article store.ID, body *text.Body, span text.Span) Form {
	span = body.Snap(body.Trim(span))
	f := Form{Draft: store.NewID().String(), Kind: kind, Article: article}
	if kind == store.KindStatement {
		f.guess(GuessQuotation)
	}
	f.Place(body, span)
	switch kind {
	case store.KindStatement:
		f.Act = store.ActSays
		f.Positions = []Position{{}}
	case store.KindPosition:
		f.Positions = []Position{{}}
	}
	return f
}

// quoted sets how the words of the form are quoted, as long as that is only guessed: by the marks around them and in them.
func (f *Form) quoted(body *text.Body) {
	if !f.IsGuessed(GuessQuotation) {
		return
	}
	f.Quotation = ""
	for _, s := range f.Spans {
		part, start := body.Around(s, farthestQuoted)
		one := store.Quotation(part.Quoting(s.Moved(-start)))
		if f.Quotation != "" && one != f.Quotation {
			one = store.QuotationMixed
		}
		f.Quotation = one
	}
}

// NewActors are the actors that saving the form will create.
func (f Form) NewActors() []names.Party {
	var all []names.Party
	seen := map[string]bool{}
	for _, p := range f.parties() {
		if p.New != "" && !seen[p.Name] {
			seen[p.Name] = true
			all = append(all, p)
		}
	}
	return all
}

// Clone shares nothing with f that a field changes in place.
func (f Form) Clone() Form {
	f.Spans, f.Positions = slices.Clone(f.Spans), slices.Clone(f.Positions)
	f.Removed, f.Typed = slices.Clone(f.Removed), maps.Clone(f.Typed)
	f.Guessed = maps.Clone(f.Guessed)
	return f
}
