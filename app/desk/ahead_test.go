package desk

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// typing types letters ahead and writes down which were typed in the end.
type typing struct {
	Ahead
	heard strings.Builder
	on    map[rune]func() // what a letter does beside
}

func newTyping() *typing {
	t := &typing{on: map[rune]func(){}}
	t.Focused = func() fyne.Focusable { return nil }
	return t
}

func (t *typing) letter(r rune) {
	if t.Keep(func(fyne.Focusable) { t.letter(r) }) {
		return
	}
	t.heard.WriteRune(r)
	if do := t.on[r]; do != nil {
		do()
	}
}

func (t *typing) letters(s string) {
	for _, r := range s {
		t.letter(r)
	}
}

func TestWhatIsTypedAheadIsTypedInOrderWhenTheLastHoldEnds(t *testing.T) {
	a := newTyping()
	first, second := a.Hold(), a.Hold()
	a.letters("ab")
	first.Type()
	first.Type() // counts once
	a.letters("c")
	if got := a.heard.String(); got != "" {
		t.Errorf("heard %q while something is being waited for", got)
	}
	second.Type()
	a.letters("d")
	if got := a.heard.String(); got != "abcd" {
		t.Errorf("heard %q", got)
	}
}

func TestWhatIsTypedAheadWaitsAgainIfItLeadsToAnotherHold(t *testing.T) {
	a := newTyping()
	var again *Hold
	a.on['s'] = func() { again = a.Hold() }
	hold := a.Hold()
	a.letters("asbc")
	hold.Type()
	a.letters("d")
	if got := a.heard.String(); got != "as" {
		t.Errorf("heard %q before the second hold is over", got)
	}
	again.Type()
	if got := a.heard.String(); got != "asbcd" {
		t.Errorf("heard %q", got)
	}
}

func TestWhatWasTypedForWhatDidNotComeIsForgotten(t *testing.T) {
	a := newTyping()
	first, second := a.Hold(), a.Hold()
	a.letters("ab")
	first.Drop()
	second.Type()
	(*Hold)(nil).Type()
	a.letters("c")
	if got := a.heard.String(); got != "c" {
		t.Errorf("heard %q", got)
	}
}
