package app

import (
	"maps"
	"reflect"
	"slices"
)

// formSteps are the states that an open form went through since it was opened or
// saved: Undo walks back through them before it takes back a saved action. Typing in
// one text field is one step, for the field itself takes typing back letter by letter.
type formSteps struct {
	shown form // as it is now
	back  []form
	ahead []form // what was taken back
}

func newFormSteps(f form) formSteps { return formSteps{shown: f.clone()} }

// took notes that the form became another, and reports whether that is a step of its
// own.
func (s *formSteps) took(f form) bool {
	if f.same(s.shown) {
		return false
	}
	typed := f.withoutTyping().same(s.shown.withoutTyping())
	goesOn := typed && len(s.back) > 0 && s.back[len(s.back)-1].withoutTyping().same(f.withoutTyping())
	if !goesOn {
		s.back = append(s.back, s.shown)
	}
	s.shown, s.ahead = f.clone(), nil
	return !goesOn
}

// takeBack returns the state before the last step.
func (s *formSteps) takeBack() (form, bool) { return s.walk(&s.back, &s.ahead) }

// takeAgain returns the state that was taken back last.
func (s *formSteps) takeAgain() (form, bool) { return s.walk(&s.ahead, &s.back) }

// walk passes over what is the same as the form is now: the field that was typed in
// took it back already.
func (s *formSteps) walk(from, to *[]form) (form, bool) {
	for len(*from) > 0 {
		next := (*from)[len(*from)-1]
		*from = (*from)[:len(*from)-1]
		if next.same(s.shown) {
			continue
		}
		*to = append(*to, s.shown)
		s.shown = next
		return next.clone(), true
	}
	return form{}, false
}

func (s *formSteps) canTakeBack() bool { return slices.ContainsFunc(s.back, s.differs) }

func (s *formSteps) canTakeAgain() bool { return slices.ContainsFunc(s.ahead, s.differs) }

func (s *formSteps) differs(f form) bool { return !f.same(s.shown) }

// clone shares nothing with f that a field changes in place.
func (f form) clone() form {
	f.Spans, f.Positions = slices.Clone(f.Spans), slices.Clone(f.Positions)
	f.Removed, f.Typed = slices.Clone(f.Removed), maps.Clone(f.Typed)
	return f
}

// same reports whether two forms hold the same, what is being typed into fields of
// names left out.
func (f form) same(g form) bool {
	f.Typed, g.Typed = nil, nil
	return reflect.DeepEqual(f, g)
}

// withoutTyping is the form without what is typed into text fields.
func (f form) withoutTyping() form {
	f = f.clone()
	f.On, f.Translation, f.Note = "", "", ""
	for n := range f.Positions {
		f.Positions[n].Condition = ""
	}
	return f
}
