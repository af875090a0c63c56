package control

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Chooser is a field of a form into which a name is typed to be picked.
type Chooser interface {
	fyne.CanvasObject
	Erring
	Pending() string // what was typed and not picked
	Unfold()
	Unfolded() bool
	Input() *Input
}

// Erring is a field that can say what is wrong with what it holds.
type Erring interface {
	SetError(sentence string)
	Focus()
}

// Choosers are the fields of a form into which names are typed, by a key that
// a draft keeps what was typed under.
type Choosers struct {
	keys   []string
	fields map[string]Chooser
}

// Add registers a field and puts back into it what a draft had kept.
func (c *Choosers) Add(key string, field Chooser, typed map[string]string) {
	if c.fields == nil {
		c.fields = map[string]Chooser{}
	}
	c.keys = append(c.keys, key)
	c.fields[key] = field
	switch f := field.(type) {
	case *TokenField:
		f.SetPending(typed[key])
	case *TypeAhead:
		if typed[key] != "" {
			f.SetText(typed[key])
		}
	}
}

// KeyOf is the key of a field.
func (c *Choosers) KeyOf(field Chooser) string {
	for _, key := range c.keys {
		if c.fields[key] == field {
			return key
		}
	}
	return ""
}

// Typed is what was typed into the fields and not picked yet.
func (c *Choosers) Typed() map[string]string {
	var typed map[string]string
	for _, key := range c.keys {
		if s := c.fields[key].Pending(); s != "" {
			if typed == nil {
				typed = map[string]string{}
			}
			typed[key] = s
		}
	}
	return typed
}

// Settle picks what is highlighted in a list that is open, as Enter would. What
// was typed elsewhere and left is for the person to pick: the first such field
// is returned.
func (c *Choosers) Settle() (unsettled Chooser) {
	for _, key := range c.keys {
		field := c.fields[key]
		if field.Pending() != "" && field.Unfolded() {
			field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
		if strings.TrimSpace(field.Pending()) != "" && unsettled == nil {
			unsettled = field
		}
	}
	return unsettled
}
