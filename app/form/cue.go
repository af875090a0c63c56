package form

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/store"
	"standpoint/store/text"
)

// SetCue notes the verb of saying as it was typed; where it stands near the form's words is looked for. If it is farther away, it is
// looked for when the form is saved: that takes longer in a long text, and is not done while somebody types.
func (f *Form) SetCue(body *text.Body, typed string) {
	f.Cue = strings.TrimSpace(typed)
	f.CueAt = f.near(body, f.Cue)
}

// farthestCue is how far away a verb of saying stands at most from what is said, in code points, unless somebody says so.
const farthestCue = 20_000

// near is where some words stand nearest to those of the form and not far from them; empty if nowhere.
func (f Form) near(body *text.Body, words string) text.Span {
	if body == nil || words == "" {
		return text.Span{}
	}
	part, start := body.Around(f.Extent(), farthestCue)
	f.Spans = []text.Span{f.Extent().Moved(-start)}
	if found := f.nearest(part, words); !found.Empty() {
		return found.Moved(start)
	}
	return text.Span{}
}

// SetCueAt notes the words of a span as the verb of saying.
func (f *Form) SetCueAt(body *text.Body, at text.Span) {
	f.CueAt = body.Snap(body.Trim(at))
	f.Cue = body.Slice(f.CueAt)
}

// nearest is where some words stand nearest to those of the form; empty if nowhere.
func (f Form) nearest(body *text.Body, words string) text.Span {
	var best text.Span
	if body == nil || words == "" {
		return best
	}
	for _, s := range text.FindNames(body, []string{words}, text.NameOptions{}) {
		if best.Empty() || f.distance(s) < f.distance(best) {
			best = s
		}
	}
	return best
}

// distance is how far a span is from the words of the form, in code points.
func (f Form) distance(s text.Span) int {
	all := f.Extent()
	return max(all.Start-s.End, s.Start-all.End, 0)
}

// Extent is from the first word of the form to the last.
func (f Form) Extent() (all text.Span) {
	for _, own := range f.Spans {
		all = all.Union(own)
	}
	return all
}

// cueAnchor ties the verb of saying to the text, given what it was tied to before: that stays as long as nobody named another.
func (f Form) cueAnchor(body *text.Body, before text.Anchor) (text.Anchor, error) {
	if body == nil {
		return before, nil
	}
	at := f.CueAt
	if at.Empty() || at.End > body.Len() || body.Slice(at) != f.Cue { // the text is another than it was
		at = f.nearest(body, f.Cue)
	}
	switch {
	case f.Cue == "":
		return text.Anchor{}, nil
	case f.Cue == before.Exact() && (at.Empty() || f.CueAt == before.Spans()[0]):
		return before, nil
	case at.Empty():
		return text.Anchor{}, &FieldError{
			FieldCue, lang.L("The article has no such words. Type the verb as it stands there, or select it in the text."),
		}
	}
	return text.NewAnchor(body, at)
}

// loadCue shows the verb to which a saved statement is tied.
func (f *Form) loadCue(a store.Annotation) {
	if spans := a.Cue.Spans(); len(spans) > 0 {
		f.Cue, f.CueAt = a.Cue.Exact(), spans[0]
	}
}
