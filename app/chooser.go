package app

import (
	"strings"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
)

// chooser is a field of a form into which a name is typed to be picked.
type chooser interface {
	fyne.CanvasObject
	erring
	Pending() string // what was typed and not picked
	Unfold()
	Unfolded() bool
	Input() *control.Input
}

// erring is a field that can say what is wrong with what it holds.
type erring interface {
	SetError(sentence string)
	Focus()
}

// choosers are the fields of a form into which names are typed, by a key that
// a draft keeps what was typed under.
type choosers struct {
	keys   []string
	fields map[string]chooser
}

// add registers a field and puts back into it what a draft had kept.
func (c *choosers) add(key string, field chooser, typed map[string]string) {
	if c.fields == nil {
		c.fields = map[string]chooser{}
	}
	c.keys = append(c.keys, key)
	c.fields[key] = field
	switch f := field.(type) {
	case *control.TokenField:
		f.SetPending(typed[key])
	case *control.TypeAhead:
		if typed[key] != "" {
			f.SetText(typed[key])
		}
	}
}

// keyOf is the key of a field.
func (c *choosers) keyOf(field chooser) string {
	for _, key := range c.keys {
		if c.fields[key] == field {
			return key
		}
	}
	return ""
}

// typed is what was typed into the fields and not picked yet.
func (c *choosers) typed() map[string]string {
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

// settle picks what is highlighted in a list that is open, as Enter would. What
// was typed elsewhere and left is for the person to pick: the first such field
// is returned.
func (c *choosers) settle() (unsettled chooser) {
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
