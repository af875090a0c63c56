package textview

import "standpoint/app/textview/internal/layout"

// layOut makes column and measures fit body, face and size, and keeps the first
// visible code point. It is false while there is nothing to lay out.
func (v *View) layOut() bool {
	size := v.Size()
	if v.body == nil || size.Width < 1 || size.Height < 1 {
		return false
	}
	if v.column != nil && v.fonts.text.widths != nil && v.measures.fits(size, v.face, v.header) {
		return true
	}
	fresh := !v.fonts.measured(v.face)
	if fresh {
		v.fonts = newFonts(v.face, v.absent)
	}
	before := v.measures
	v.measures = newMeasures(size, v.face, v.fonts, v.header, v.body)
	switch {
	case v.column == nil || fresh:
		v.column = layout.New(v.body, v.fonts.text.widths, v.measures.geometry())
	case v.column.Geometry() != v.measures.geometry():
		v.column.Resize(v.measures.geometry())
	default:
		v.settle(before, false)
		return true
	}
	v.settle(before, true)
	v.wrapRest()
	return true
}

// refreshFonts notices that the theme's fonts have changed.
func (v *View) refreshFonts() {
	if v.fonts.text.widths != nil && !v.fonts.measured(v.face) {
		v.fonts = fonts{}
	}
}

// settle finds the place in the text again after a change of the measures.
func (v *View) settle(before measures, rewrapped bool) {
	atStart := v.anchor.Block == 0 && v.anchor.Offset <= -float64(before.head)
	switch {
	case atStart && v.first == 0:
		v.anchor = v.column.Move(v.column.Start(v.viewport()), 0, v.viewport())
	case v.first == 0 && v.anchor.Block == 0 && v.anchor.Offset <= 0:
		v.anchor = v.column.Move(v.anchor, 0, v.viewport())
	case rewrapped:
		v.anchor = v.column.AnchorAt(v.first, v.viewport())
	default:
		v.anchor = v.column.Move(v.anchor, 0, v.viewport())
	}
	waiting := v.waiting
	v.waiting = nil
	for _, do := range waiting {
		do()
	}
}

func (v *View) viewport() layout.Viewport {
	return layout.Viewport{
		Height: float64(v.measures.size.Height), Head: float64(v.measures.head), Foot: footSpace,
	}
}

// wrapRest lays out what is not seen, a slice now and the others when the
// window has time, so that scrolling there is smooth.
func (v *View) wrapRest() {
	v.stopSlices()
	start := v.now()
	done := v.column.WrapSome(func() bool { return v.now().Sub(start) > sliceTime })
	if !done {
		v.slice = v.later(slicePause, v.wrapRest)
	}
}
