package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"standpoint/app/paint"
	"standpoint/store/text"
)

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	d := newDrawing(v)
	v.drawn = d
	return d
}

// Layout implements fyne.WidgetRenderer.
func (d *drawing) Layout(size fyne.Size) {
	d.background.Resize(size)
	d.draw()
}

// MinSize implements fyne.WidgetRenderer.
func (d *drawing) MinSize() fyne.Size { return fyne.NewSize(200, 100) }

// Refresh implements fyne.WidgetRenderer.
func (d *drawing) Refresh() {
	d.view.refreshFonts()
	d.draw()
}

// Objects implements fyne.WidgetRenderer.
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }

// Destroy implements fyne.WidgetRenderer.
func (d *drawing) Destroy() {
	d.view.stopSlices()
	if d.view.drawn == d {
		d.view.drawn = nil
	}
}

// IsClip tells Fyne to draw nothing outside of the view.
func (d *drawing) IsClip() {}

// draw shows the present state of the view.
func (d *drawing) draw() {
	v := d.view
	ready := v.layOut() // first, because what waited for it may draw too
	d.ink = v.colours.inks(v.Theme(), fyne.CurrentApp().Settings().ThemeVariant())
	d.pool.reuse()
	d.under, d.words, d.over = d.under[:0], d.words[:0], d.over[:0]
	d.labels = d.labels[:0]
	if ready {
		d.text()
	}
	d.compose()
}

func (d *drawing) compose() {
	before := len(d.objects)
	paint.Ground(d.background, d.ink.background)
	d.objects = append(d.objects[:0], d.background)
	d.objects = append(d.objects, d.under...)
	d.objects = append(d.objects, d.words...)
	d.objects = append(d.objects, d.over...)
	if len(d.objects) < before {
		clear(d.objects[len(d.objects):before])
	}
	canvas.Refresh(d.background)
}

func (d *drawing) text() {
	v := d.view
	d.header()
	seen := v.column.VisibleRows(v.anchor, float64(v.measures.size.Height))
	if len(seen) > 0 {
		visible := text.Span{Start: seen[0].Span.Start, End: seen[len(seen)-1].Span.End + 1}
		d.stretches = v.marks.spans.Overlapping(visible, d.stretches[:0])
		d.washes(seen)
		d.found(seen, visible)
		d.pendingWash(seen)
		d.fillSpan(seen, v.Selection(), d.ink.selection, 0)
		if v.glow.left > 0 {
			d.fillSpan(seen, v.glow.span, withAlpha(d.ink.accent, v.glow.alpha()), tintOverhang)
		}
		d.pendingOutline(seen)
		for _, row := range seen {
			d.row(row)
		}
		d.lines(seen)
		d.margin(seen)
		d.numbers(seen)
		d.caret(seen)
	}
	d.bar()
}
