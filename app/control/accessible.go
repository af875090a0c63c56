package control

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// What a screen reader is told of the controls: fyne.Accessible asks for a name and a role. There is no place for the value
// or the state of a control in it, so the name tells these, too. What has several parts, each of which can be pressed, is a
// container, as Fyne tells of such only by their parts.

var (
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*Card)(nil)
	_ fyne.Accessible = (*chip)(nil)
	_ fyne.Accessible = (*Tick)(nil)
	_ fyne.Accessible = (*Input)(nil)
	_ fyne.Accessible = (*Select)(nil)
	_ fyne.Accessible = (*Choice)(nil)
	_ fyne.Accessible = (*segmentButton)(nil)
	_ fyne.Accessible = (*TabBar)(nil)
	_ fyne.Accessible = (*tabButton)(nil)
	_ fyne.Accessible = (*VirtualList)(nil)
	_ fyne.Accessible = (*listContent)(nil)
	_ fyne.Accessible = (*listRow)(nil)
	_ fyne.Accessible = (*pickList)(nil)
	_ fyne.Accessible = (*pickLine)(nil)
	_ fyne.Accessible = (*RichLine)(nil)
	_ fyne.Accessible = (*Badge)(nil)
	_ fyne.Accessible = (*keyCap)(nil)
	_ fyne.Accessible = (*Splitter)(nil)
	_ fyne.Accessible = (*Slider)(nil)
)

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string { return chosenIf(b.on, cmp.Or(b.label, b.says)) }

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible: a card is called by what it says.
func (c *Card) AccessibilityLabel() string { return wordsOn(c.content) }

// AccessibilityRole implements fyne.Accessible.
func (c *Card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible.
func (c *chip) AccessibilityLabel() string { return c.name.Text() }

// AccessibilityRole implements fyne.Accessible.
func (c *chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible.
func (t *Tick) AccessibilityLabel() string {
	said := cmp.Or(t.lines.Text(), t.Text)
	if t.Checked {
		return tickedWords(said)
	}
	return said
}

// AccessibilityRole implements fyne.Accessible.
func (t *Tick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible.
func (i *Input) AccessibilityLabel() string {
	name := i.PlaceHolder
	if i.label != nil {
		name = i.label.saidOf(name)
	}
	return valued(name, i.Text)
}

// AccessibilityRole implements fyne.Accessible.
func (i *Input) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (s *Select) AccessibilityLabel() string {
	return valued(cmp.Or(s.label.said(), s.Name), s.text.Text())
}

// AccessibilityRole implements fyne.Accessible.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible.
func (c *Choice) AccessibilityLabel() string {
	for _, o := range c.options {
		if o.Key == c.value {
			return valued(c.label.said(), o.Word)
		}
	}
	return c.label.said()
}

// AccessibilityRole implements fyne.Accessible.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel implements fyne.Accessible.
func (s *segmentButton) AccessibilityLabel() string { return chosenIf(s.chosen(), s.option().Word) }

// AccessibilityRole implements fyne.Accessible.
func (s *segmentButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible: tabs are called by the current one.
func (t *TabBar) AccessibilityLabel() string {
	for _, b := range t.tabs {
		if b.tab.Key == t.current {
			return b.AccessibilityLabel()
		}
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (t *TabBar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel implements fyne.Accessible.
func (b *tabButton) AccessibilityLabel() string {
	return chosenIf(b.bar.current == b.tab.Key, b.tab.Label)
}

// AccessibilityRole implements fyne.Accessible.
func (b *tabButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible: a list says its selected row.
func (l *VirtualList) AccessibilityLabel() string {
	row, seen := l.shown[l.selected]
	if !seen {
		return l.Name
	}
	return valued(l.Name, wordsOn(row.content))
}

// AccessibilityRole implements fyne.Accessible.
func (l *VirtualList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel implements fyne.Accessible.
func (c *listContent) AccessibilityLabel() string { return c.list.Name }

// AccessibilityRole implements fyne.Accessible.
func (c *listContent) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel implements fyne.Accessible.
func (r *listRow) AccessibilityLabel() string {
	return chosenIf(r.backing.Selected, wordsOn(r.content))
}

// AccessibilityRole implements fyne.Accessible.
func (r *listRow) AccessibilityRole() fyne.AccessibleRole {
	return fyne.AccessibleRoleButton
}

// AccessibilityLabel implements fyne.Accessible: a list that is unfolded says the row that would be picked.
func (l *pickList) AccessibilityLabel() string {
	for _, line := range l.lines {
		if line.current && line.Visible() {
			return line.AccessibilityLabel()
		}
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (l *pickList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel implements fyne.Accessible.
func (p *pickLine) AccessibilityLabel() string {
	return chosenIf(p.current, strings.TrimSpace(p.name.Text()+" "+p.detail.Text()))
}

// AccessibilityRole implements fyne.Accessible.
func (p *pickLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible.
func (r *RichLine) AccessibilityLabel() string { return r.Text() }

// AccessibilityRole implements fyne.Accessible.
func (r *RichLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible: without the sign, which has no name.
func (b *Badge) AccessibilityLabel() string { return cmp.Or(b.word, b.sign) }

// AccessibilityRole implements fyne.Accessible.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (k *keyCap) AccessibilityLabel() string { return k.key }

// AccessibilityRole implements fyne.Accessible.
func (k *keyCap) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// valued is a name with what stands there.
func valued(name, value string) string {
	if name == "" || value == "" {
		return name // a value without a name says nothing
	}
	return name + ": " + value
}

func chosenIf(chosen bool, name string) string {
	if chosen {
		return chosenWords(name)
	}
	return name
}

// wordsOn are all the words that an object shows, in the order in which they are drawn.
func wordsOn(o fyne.CanvasObject) string {
	var said []string
	eachVisible(o, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
		switch o := o.(type) {
		case *canvas.Text:
			said = append(said, o.Text)
		case fyne.Accessible:
			if o.AccessibilityRole() != fyne.AccessibleRoleContainer {
				said = append(said, o.AccessibilityLabel())
				return false
			}
		}
		return true
	})
	return strings.Join(strings.Fields(strings.Join(said, "\n")), " ")
}

// eachVisible calls do for what is shown of an object and all within it, and where that begins; do returns whether to go on
// to what is within.
func eachVisible(o fyne.CanvasObject, at fyne.Position, do func(o fyne.CanvasObject, at fyne.Position) bool) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if !do(o, at) {
		return
	}
	for _, part := range childrenOf(o) {
		eachVisible(part, at, do)
	}
}

// AccessibilityLabel implements fyne.Accessible: a splitter is called by what it sets.
func (s *Splitter) AccessibilityLabel() string { return s.Name }

// AccessibilityRole implements fyne.Accessible. There is no role for what divides and is moved.
func (s *Splitter) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
