package exchange

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// fieldsOfKind names the fields that an annotation of each kind can have besides id, article, kind, body, spans and tags.
var fieldsOfKind = map[store.Kind][]string{
	store.KindHighlight: {},
	store.KindMention:   {"actor"},
	store.KindStatement: {"quotation", "act", "cue", "on", "translation", "participants"},
	store.KindPosition:  {"on", "translation", "statement", "target", "stance", "condition", "participants"},
}

func (c *checker) annotationRow(at spot, r *Annotation) error {
	return c.anchored(at, r, &anchors{})
}

// anchored is Annotation, and sets what ties the annotation to its text.
func (c *checker) anchored(at spot, r *Annotation, a *anchors) error {
	kinds := []store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition}
	if !slices.Contains(kinds, r.Kind) {
		return oneOf(c, at.field("kind"), r.Kind, kinds...)
	}
	if err := firstError(c.foreignFields(at, r), c.words(at, store.EntityAnnotation, r), c.anchor(at, r, a), c.ofKind(at, r)); err != nil {
		return err
	}
	if err := c.tags(at, r.Tags); err != nil {
		return err
	}
	for j := range r.Participants {
		if err := c.participant(at.field("participants").index(j), &r.Participants[j]); err != nil {
			return err
		}
	}
	r.normalise()
	return nil
}

// foreignFields notes fields that an annotation of this kind does not have.
func (c *checker) foreignFields(at spot, r *Annotation) error {
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		name := fieldName(v.Type().Field(i))
		if slices.Contains([]string{"id", "article", "kind", "body", "spans", "tags"}, name) ||
			slices.Contains(fieldsOfKind[r.Kind], name) || v.Field(i).IsZero() {
			continue
		}
		if err := c.found.tell(at.field(name), "An annotation of the kind %s has no such field.", r.Kind); err != nil {
			return err
		}
	}
	return nil
}

// anchor checks spans and cue against the body.
func (c *checker) anchor(at spot, r *Annotation, a *anchors) error {
	if err := c.reference(at.field("article"), store.EntityArticle, r.Article); err != nil || c.found.bad[at.row] {
		return err
	}
	if c.deleted[key{store.EntityArticle, r.Article}] {
		return nil // it is left out, and its text may not be at hand
	}
	if len(r.Spans) == 0 {
		if r.Kind == store.KindPosition && r.Statement != (store.ID{}) {
			return nil
		}
		return c.found.tell(at.field("spans"), "The annotation has no words of the text.")
	}
	body, err := c.bodyOf(r.Article, r.Body)
	if err != nil {
		return err
	}
	if body == nil {
		if r.Body == "" {
			return nil // the body itself is wrong, and that is noted
		}
		return c.found.tell(at.field("body"), "The article has no earlier body with the hash %s.", Quote(r.Body))
	}
	if a.spans, err = c.anchorOn(at.field("spans"), body, r.Spans); err != nil || len(r.Cue) == 0 {
		return err
	}
	a.cue, err = c.anchorOn(at.field("cue"), body, r.Cue)
	return err
}

// anchorOn places spans in the body, fills in where they start and end, and returns them as an anchor.
func (c *checker) anchorOn(at spot, body *text.Body, rows []Span) (text.Anchor, error) {
	spans := make([]text.Span, len(rows))
	before := len(c.found.list)
	for i := range rows {
		var err error
		if spans[i], err = c.span(at.index(i), body, &rows[i]); err != nil {
			return text.Anchor{}, err
		}
	}
	if len(c.found.list) > before {
		return text.Anchor{}, nil
	}
	sortSpans(rows, spans)
	a, err := text.NewAnchor(body, spans...)
	if err != nil {
		return a, c.found.tell(at, "The words cannot be marked: %v.", err)
	}
	if !slices.Equal(a.Spans(), spans) {
		return a, c.found.tell(at,
			"The spans overlap, touch each other or cut a character in two: the text has %s there.", Quote(a.Exact()))
	}
	return a, nil
}

// sortSpans puts spans in text order.
func sortSpans(rows []Span, spans []text.Span) {
	slices.SortStableFunc(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortStableFunc(rows, func(a, b Span) int { return cmp.Compare(*a.Start, *b.Start) })
}

// span places one span: where it says it is, or where its words are when it does not say.
func (c *checker) span(at spot, body *text.Body, r *Span) (text.Span, error) {
	switch {
	case r.Exact == "":
		return text.Span{}, c.found.tell(at.field("exact"), "It is empty.")
	case r.Start == nil && r.End == nil:
		return c.search(at, body, r)
	case r.Start == nil || r.End == nil:
		return text.Span{}, c.found.tell(at, "Give start and end both, or neither.")
	}
	s := text.Span{Start: *r.Start, End: *r.End}
	if s.Start < 0 || s.End > body.Len() || s.Empty() {
		return s, c.found.tell(at, "%d to %d is not a span of the body, which has %d characters.", s.Start, s.End, body.Len())
	}
	if there := body.Slice(s); there != r.Exact {
		return s, c.found.tell(at.field("exact"), "The body has %s at %d to %d, not %s.", Quote(there), s.Start, s.End, Quote(r.Exact))
	}
	return s, nil
}

// search finds the words of a span that does not say where it is.
func (c *checker) search(at spot, body *text.Body, r *Span) (text.Span, error) {
	all := body.String()
	offset := strings.Index(all, r.Exact)
	switch {
	case offset < 0:
		return text.Span{}, c.found.tell(at.field("exact"), "%s is not in the body of the article.", Quote(r.Exact))
	case offset != strings.LastIndex(all, r.Exact):
		return text.Span{}, c.found.tell(at, "%s is in the body more than once: give start and end.", Quote(r.Exact))
	}
	s := text.Span{Start: body.Position(offset), End: body.Position(offset + len(r.Exact))}
	r.Start, r.End = &s.Start, &s.End
	return s, nil
}

// ofKind checks what only annotations of one kind have.
func (c *checker) ofKind(at spot, r *Annotation) error {
	switch r.Kind {
	case store.KindMention:
		if r.Actor == (store.ID{}) {
			return c.found.tell(at.field("actor"), "It is missing: a mention names an actor.")
		}
		return c.reference(at.field("actor"), store.EntityActor, r.Actor)
	case store.KindStatement:
		return firstError(
			oneOf(c, at.field("quotation"), r.Quotation, "", store.QuotationDirect, store.QuotationIndirect, store.QuotationMixed),
			oneOf(c, at.field("act"), r.Act, "", store.ActSays, store.ActDenies, store.ActAsks, store.ActDemands,
				store.ActPromises, store.ActThreatens, store.ActDeclines),
			c.date(at.field("on"), &r.On))
	case store.KindPosition:
		return firstError(
			oneOf(c, at.field("stance"), r.Stance, "", store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear),
			c.date(at.field("on"), &r.On),
			c.target(at.field("target"), r.Target),
			c.statement(at.field("statement"), r))
	}
	return nil
}

func (c *checker) target(at spot, t Target) error {
	switch {
	case t.Issue != (store.ID{}) && t.Actor != (store.ID{}):
		return c.found.tell(at, "A position is on an issue or on an actor, not on both.")
	case t.Issue != (store.ID{}):
		return c.reference(at.field("issue"), store.EntityIssue, t.Issue)
	case t.Actor != (store.ID{}):
		return c.reference(at.field("actor"), store.EntityActor, t.Actor)
	}
	return nil
}

// statement checks what a position rests on.
func (c *checker) statement(at spot, r *Annotation) error {
	if r.Statement == (store.ID{}) {
		return nil
	}
	if n, given := c.doc.find(store.EntityAnnotation, r.Statement); given {
		if !c.doc.isGood(n) {
			return nil
		}
		s, err := rowAs[Annotation](c.doc, n)
		if err == nil && (s.Kind != store.KindStatement || s.Article != r.Article) {
			return c.found.tell(at, "%s is not a statement of the same article.", c.found.doc.Place(n, ""))
		}
		return err
	}
	if err := c.reference(at, store.EntityAnnotation, r.Statement); err != nil || c.found.bad[at.row] {
		return err
	}
	if c.deleted[key{store.EntityAnnotation, r.Statement}] {
		return nil
	}
	s, err := c.project.Annotation(c.ctx, r.Statement)
	if err == nil && (s.Kind != store.KindStatement || s.Article != r.Article) {
		return c.found.tell(at, "%s is not a statement of the same article.", r.Statement)
	}
	return err
}

func (c *checker) participant(at spot, p *Participant) error {
	if err := c.words(at, store.EntityParticipant, p); err != nil {
		return err
	}
	if err := oneOf(c, at.field("role"), p.Role, store.RoleSpeaker, store.RoleAddressee, store.RoleHolder, store.RoleCarrier); err != nil {
		return err
	}
	if p.Actor == (store.ID{}) {
		if !text.IsVisible(p.Words) {
			return c.found.tell(at, "It needs an actor or words, such as “an unnamed source”.")
		}
		return nil
	}
	return c.reference(at.field("actor"), store.EntityActor, p.Actor)
}
