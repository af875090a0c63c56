package standings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/discourse"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// stances is the choice of the numbers that stances count as in a network: one of a few sets, or others that are typed.
type stances struct {
	asked string // in the form of discourse.ParseValues
	set   *control.Select
	other *control.Field
	box   *fyne.Container // of the field, while others are typed
}

// otherStances is the key of the set that is typed.
const otherStances = "other"

// usualStances is the set that counts unless another is chosen.
const usualStances = "support=1,oppose=-1,neutral=0"

// setsOfStances are the sets that are offered, the usual one first.
func setsOfStances() []control.Option {
	return []control.Option{
		{Key: usualStances, Word: lang.L("support 1, oppose −1, neutral 0")},
		{Key: "support=1,oppose=-1", Word: lang.L("support 1, oppose −1")},
		{Key: "support=1,oppose=0", Word: lang.L("support 1, oppose 0")},
		{Key: usualStances + ",unclear=0", Word: lang.L("unclear ones 0, as neutral ones")},
		{Key: otherStances, Word: lang.L("other numbers…")},
	}
}

func newStances(v *View) *stances {
	s := &stances{asked: usualStances, set: control.NewSelect("", setsOfStances()), other: control.NewField("")}
	s.set.Name = lang.L("What stances count as")
	s.other.SetPlaceHolder(lang.L("support=1,oppose=0"))
	ask := func(asked string) {
		if asked != s.asked {
			s.asked = asked
			v.anew = true
			v.keep()
			v.make()
		}
	}
	s.set.OnChanged = func(key string) {
		if key != otherStances {
			s.hide(true)
			ask(key)
			return
		}
		s.other.SetText(s.asked)
		s.hide(false)
		s.other.Focus()
	}
	s.other.OnChanged = func(text string) {
		if _, err := discourse.ParseValues(text); err == nil {
			ask(text)
		}
	}
	check := func() {
		if _, err := discourse.ParseValues(s.other.Text()); err != nil {
			s.other.SetError(words.Error(err))
		}
	}
	s.other.OnSubmitted = func(string) { check() }
	s.other.OnFocus = func(focused bool) {
		if !focused {
			check()
		}
	}
	s.box = container.New(&control.FixedWidth{Width: stancesWidth}, s.other)
	s.recall("")
	return s
}

// hide hides the field for numbers that are typed.
func (s *stances) hide(hidden bool) {
	if s.box.Hidden != hidden {
		s.box.Hidden = hidden
		s.set.Refresh()
	}
}

// recall sets what was chosen before, without telling; what cannot be read is the usual set.
func (s *stances) recall(asked string) {
	if _, err := discourse.ParseValues(asked); err != nil {
		asked = usualStances
	}
	s.asked = asked
	isOffered := slices.ContainsFunc(setsOfStances(), func(o control.Option) bool { return o.Key == asked })
	s.box.Hidden = isOffered
	if isOffered {
		s.set.SetValue(asked)
		return
	}
	s.set.SetValue(otherStances)
	s.other.SetText(asked)
}

// inWords says as what stances count.
func (s *stances) inWords() string {
	if s.asked == usualStances {
		return lang.L("Support counts as 1, opposition as −1, neutral as 0; unclear ones are left out.")
	}
	values, err := discourse.ParseValues(s.asked)
	if err != nil {
		return ""
	}
	var counted, left []string
	for _, stance := range []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear} {
		if value, is := values[stance]; is {
			counted = append(counted, look.StanceOf(string(stance), false).Word+" "+words.Decimal(value, 3))
		} else {
			left = append(left, look.StanceOf(string(stance), false).Word)
		}
	}
	if len(left) == 0 {
		return words.Sentence("Stances count as numbers: %s.", words.Joined(counted))
	}
	return words.Sentence("Stances count as numbers: %s. Left out: %s.", words.Joined(counted), words.Joined(left))
}
