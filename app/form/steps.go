package form

import (
	"reflect"
	"slices"
)

// Steps are the states that an open form went through since it was opened or
// saved: Undo walks back through them before it takes back a saved action. Typing in
// one text field is one step, for the field itself takes typing back letter by letter.
type Steps struct {
	shown Form // as it is now
	back  []Form
	ahead []Form // what was taken back
}

// NewSteps begins where nothing was done yet in a form.
func NewSteps(f Form) Steps { return Steps{shown: f.Clone()} }

// Took notes that the form became another, and reports whether that is a step of its
// own.
func (s *Steps) Took(f Form) bool {
	if f.same(s.shown) {
		return false
	}
	typed := f.withoutTyping().same(s.shown.withoutTyping())
	goesOn := typed && len(s.back) > 0 && s.back[len(s.back)-1].withoutTyping().same(f.withoutTyping())
	if !goesOn {
		s.back = append(s.back, s.shown)
	}
	s.shown, s.ahead = f.Clone(), nil
	return !goesOn
}

// TakeBack returns the state before the last step.
func (s *Steps) TakeBack() (Form, bool) { return s.walk(&s.back, &s.ahead) }

// TakeAgain returns the state that was taken back last.
func (s *Steps) TakeAgain() (Form, bool) { return s.walk(&s.ahead, &s.back) }

// walk passes over what is the same as the form is now: the field that was typed in
// took it back already.
func (s *Steps) walk(from, to *[]Form) (Form, bool) {
	for len(*from) > 0 {
		next := (*from)[len(*from)-1]
		*from = (*from)[:len(*from)-1]
		if next.same(s.shown) {
			continue
		}
		*to = append(*to, s.shown)
		s.shown = next
		return next.Clone(), true
	}
	return Form{}, false
}

// CanTakeBack reports whether there is a step to take back.
func (s *Steps) CanTakeBack() bool { return slices.ContainsFunc(s.back, s.differs) }

// CanTakeAgain reports whether a step was taken back that can be taken again.
func (s *Steps) CanTakeAgain() bool { return slices.ContainsFunc(s.ahead, s.differs) }

func (s *Steps) differs(f Form) bool { return !f.same(s.shown) }

// same reports whether two forms hold the same, what is being typed into fields of
// names left out.
func (f Form) same(g Form) bool {
	f.Typed, g.Typed = nil, nil
	if len(f.Guessed) == 0 && len(g.Guessed) == 0 {
		f.Guessed, g.Guessed = nil, nil
	}
	return reflect.DeepEqual(f, g)
}

// withoutTyping is the form without what is typed into text fields.
func (f Form) withoutTyping() Form {
	f = f.Clone()
	f.On, f.Translation, f.Note = "", "", ""
	for n := range f.Positions {
		f.Positions[n].Condition = ""
	}
	return f
}
