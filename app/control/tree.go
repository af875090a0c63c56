package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// trail are the objects that lead from one within a group up to the group, both included; nil if it is not in there. It goes by where
// the layouts put the objects, not by the screen: what was just added has not been painted yet, and the driver does not know it.
func trail(group, o fyne.CanvasObject) []fyne.CanvasObject {
	if group == o {
		return []fyne.CanvasObject{o}
	}
	for _, child := range childrenOf(group) {
		if below := trail(child, o); below != nil {
			return append(below, group)
		}
	}
	return nil
}

// trailUp is the trail up to what a window shows, or a box over it, in whichever the object is; nil if it is in none.
func trailUp(o fyne.CanvasObject) []fyne.CanvasObject {
	for _, root := range roots() {
		if up := trail(root, o); up != nil {
			return up
		}
	}
	return nil
}

// placeIn is where the first object of a trail is in the last one, in pixels.
func placeIn(up []fyne.CanvasObject) fyne.Position {
	var at fyne.Position
	for _, o := range up[:len(up)-1] {
		at = at.Add(o.Position())
	}
	return at
}

// upTo is the trail up to the nearest object of a type; false if there is none.
func upTo[T fyne.CanvasObject](up []fyne.CanvasObject) ([]fyne.CanvasObject, T, bool) {
	at := slices.IndexFunc(up, func(o fyne.CanvasObject) bool { _, is := o.(T); return is })
	if at < 0 {
		var none T
		return nil, none, false
	}
	return up[:at+1], up[at].(T), true
}

func childrenOf(group fyne.CanvasObject) []fyne.CanvasObject {
	switch g := group.(type) {
	case *fyne.Container:
		return g.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{g.Content}
	case drawn:
		return g.objects()
	}
	return nil
}
