package control

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Spoken is what a window shows, with all that a screen reader is told of it beside that. Fyne 2.8 hands over what stands in
// plain containers, and looks into no widget and no box over the window, so the window's parts are repeated there, unseen, with
// their names, their roles and their places.
type Spoken struct {
	Root  *fyne.Container // make it the window's content
	shown *Tooltips
	parts *fyne.Container
	told  []spokenPart
}

// NewSpoken returns the content with nothing told of it yet.
func NewSpoken(content *Tooltips) *Spoken {
	s := &Spoken{shown: content, parts: &fyne.Container{}}
	s.Root = &fyne.Container{Layout: fillLayout{content}, Objects: []fyne.CanvasObject{content, s.parts}}
	return s
}

// Update tells what is shown now in the window, or in the box over it, below which nothing can be reached. It reports whether
// that is something else than before; only then anything is drawn.
func (s *Spoken) Update() bool {
	shown := s.shown
	if shown.cover != nil {
		shown = shown.cover
	}
	told := spokenIn(shown)
	if slices.Equal(told, s.told) {
		return false
	}
	s.told = told
	s.parts.Objects = make([]fyne.CanvasObject, len(told))
	for i := range told {
		s.parts.Objects[i] = &told[i]
	}
	s.parts.Refresh()
	return true
}

// spokenIn are the parts of an object that have something to say, from the first to the last one drawn.
func spokenIn(o fyne.CanvasObject) []spokenPart {
	var told []spokenPart
	var add func(o fyne.CanvasObject, at fyne.Position, within bool)
	add = func(o fyne.CanvasObject, at fyne.Position, within bool) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityRole() != fyne.AccessibleRoleContainer {
			if label := a.AccessibilityLabel(); label != "" && (!within || a.AccessibilityRole() == fyne.AccessibleRoleButton) {
				told = append(told, spokenPart{label: label, role: a.AccessibilityRole(), at: at, size: o.Size()})
			}
			within = true // its words are told already, but not what else can be pressed in it
		}
		for _, part := range childrenOf(o) {
			add(part, at, within)
		}
	}
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	add(o, corner.Subtract(o.Position()), false)
	return told
}

// fillLayout gives an object all the room there is.
type fillLayout struct{ object fyne.CanvasObject }

// MinSize implements fyne.Layout.
func (l fillLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.object.MinSize() }

// Layout implements fyne.Layout.
func (l fillLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.object.Resize(size) }

// spokenPart is one of the parts. Nothing of it is drawn.
type spokenPart struct {
	label string
	role  fyne.AccessibleRole
	at    fyne.Position // in the window
	size  fyne.Size
}

// AccessibilityLabel implements fyne.Accessible.
func (p *spokenPart) AccessibilityLabel() string { return p.label }

// AccessibilityRole implements fyne.Accessible.
func (p *spokenPart) AccessibilityRole() fyne.AccessibleRole { return p.role }

// MinSize implements fyne.CanvasObject.
func (p *spokenPart) MinSize() fyne.Size { return fyne.Size{} }

// Position implements fyne.CanvasObject.
func (p *spokenPart) Position() fyne.Position { return p.at }

// Size implements fyne.CanvasObject.
func (p *spokenPart) Size() fyne.Size { return p.size }

// Visible implements fyne.CanvasObject.
func (p *spokenPart) Visible() bool { return true }

// Move implements fyne.CanvasObject: a part is where what it repeats is.
func (p *spokenPart) Move(fyne.Position) {}

// Resize implements fyne.CanvasObject, as Move does.
func (p *spokenPart) Resize(fyne.Size) {}

// Show implements fyne.CanvasObject.
func (p *spokenPart) Show() {}

// Hide implements fyne.CanvasObject.
func (p *spokenPart) Hide() {}

// Refresh implements fyne.CanvasObject.
func (p *spokenPart) Refresh() {}
