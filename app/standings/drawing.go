package standings

import (
	"image"
	"image/draw"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/figure"
	"standpoint/app/look"
)

// drawing is what a picture showed last.
type drawing struct {
	image  *image.RGBA
	sheet  *figure.Sheet
	theme  fyne.ThemeVariant
	from   figure.Point
	size   image.Rectangle // of what is seen, in pixels of the screen
	scale  float64         // these to each of the sheet
	dense  float64         // and to each of the window
	parts  []part
	coarse bool // its image has fewer pixels
}

// part is a part of a picture that is moved as one.
type part struct {
	area image.Rectangle // in pixels of the screen
	from figure.Point    // the place of the sheet that would be at the upper left of all
}

// stay is what stays in sight along one axis, from one place of a sheet to another.
type stay struct{ from, to float64 }

func (s stay) size(scale float64) float32     { return float32((s.to - s.from) * scale) }
func (s stay) holds(x float64) bool           { return s.from < s.to && x > s.from && x <= s.to }
func (s stay) at(from, scale float64) float64 { return max(s.from-from, 0) * scale }

// mostStaying is the share of a side that what stays in sight may take.
const mostStaying = .6

// stays is what stays in sight, to the side and down: with what was pinned if there is room for it.
func (p *picture) stays() (across, down stay) {
	s := p.sheet.Stay
	choose := func(from, pinned, to float64, size float32) stay {
		for _, end := range []float64{pinned, to} {
			if kept := (stay{from, end}); kept.size(p.scale) < size*mostStaying {
				return kept
			}
		}
		return stay{from, from}
	}
	return choose(0, s.Beside, s.Left, p.Size().Width), choose(s.Top, s.Below, s.Bottom, p.Size().Height)
}

// band is a part of one axis, in pixels of the widget, and from where on it shows the sheet.
type band struct{ from, to, begin float64 }

// bandsOf are what is seen before that which stays, that itself, and what is seen behind it.
func bandsOf(kept stay, from, scale, size float64) []band {
	at := min(kept.at(from, scale), size)
	end := min(at+(kept.to-kept.from)*scale, size)
	return []band{{0, at, from}, {at, end, kept.from - at/scale}, {end, size, from}}
}

// placeAt is the place of the sheet that is seen at a position of the widget.
func (p *picture) placeAt(at fyne.Position) figure.Point {
	from := p.from
	for _, b := range p.parts(1) {
		if image.Pt(int(at.X), int(at.Y)).In(b.area) {
			from = b.from
		}
	}
	return figure.Point{X: from.X + float64(at.X)/p.scale, Y: from.Y + float64(at.Y)/p.scale}
}

// positionOf is where in the widget a place of the sheet is seen.
func (p *picture) positionOf(at figure.Point) fyne.Position {
	across, down := p.stays()
	from := func(kept stay, begin, x float64) float64 {
		if kept.holds(x) {
			return kept.from - kept.at(begin, p.scale)/p.scale
		}
		return begin
	}
	return fyne.NewPos(float32((at.X-from(across, p.from.X, at.X))*p.scale), float32((at.Y-from(down, p.from.Y, at.Y))*p.scale))
}

// parts are the parts that are seen, with so many pixels of the screen to one of the window. What lies above what stays, or below the foot,
// is not moved to the side.
func (p *picture) parts(sharp float64) []part {
	across, down := p.stays()
	width, height, scale := float64(p.Size().Width), float64(p.Size().Height), p.scale*sharp
	snap := func(x float64) float64 { return math.Round(x*scale) / scale } // so that it moves by whole pixels
	from := figure.Point{X: snap(p.from.X), Y: snap(p.from.Y)}
	columns, rows := bandsOf(across, from.X, p.scale, width), bandsOf(down, from.Y, p.scale, height)
	still := []band{{0, width, min(from.X, 0)}}
	if foot := p.sheet.Stay.Foot; foot > 0 {
		last := rows[2]
		begins := min(max((foot-last.begin)*p.scale, last.from), last.to)
		rows = append(rows[:2:2], band{last.from, begins, last.begin}, band{begins, last.to, last.begin})
	}
	var list []part
	for i, down := range rows {
		columns := columns
		if stays := p.sheet.Stay; stays.Foot > 0 && (i == 0 || i == 3) {
			columns = still
		}
		for _, across := range columns {
			px := func(x float64) int { return int(math.Round(x * sharp)) }
			area := image.Rect(px(across.from), px(down.from), px(across.to), px(down.to))
			if !area.Empty() {
				list = append(list, part{area, figure.Point{X: snap(across.begin), Y: snap(down.begin)}})
			}
		}
	}
	return list
}

// Where much is seen a picture that changes is drawn with fewer pixels at first, and sharp when it has not changed for a while.
const (
	mostAtOnce = 2500 // shapes that are drawn sharp at once
	coarseBy   = 3
	sharpAfter = 120 * time.Millisecond
)

// draw draws the part that is seen, in pixels of the screen. What was drawn before is moved.
func (p *picture) draw(width, height int) image.Image {
	if p.sheet == nil || width <= 0 || height <= 0 || p.Size().Width <= 0 {
		return image.NewRGBA(image.Rect(0, 0, max(width, 1), max(height, 1)))
	}
	sharp := float64(width) / float64(p.Size().Width)
	now := drawing{sheet: p.sheet, theme: look.Variant(), scale: p.scale * sharp, dense: sharp, parts: p.parts(sharp)}
	before := p.last
	size := image.Rect(0, 0, width, height)
	now.from, now.size = p.from, size
	if before.image != nil && before.sheet == now.sheet && before.theme == now.theme && before.scale == now.scale && before.from == now.from &&
		before.size == size {
		return before.image
	}
	if before.image != nil && !before.isAs(now) && p.isMuch() {
		return p.drawCoarse(now, width, height, sharp)
	}
	now.image = p.blank(size)
	for _, part := range now.parts {
		now.drawPart(part, before)
	}
	p.last, p.spare = now, before.image
	return now.image
}

// isAs reports whether parts of a drawing can be moved to make another.
func (d drawing) isAs(now drawing) bool {
	return d.image != nil && !d.coarse && d.size == now.size && d.sheet == now.sheet && d.theme == now.theme && d.scale == now.scale
}

// isMuch reports whether so much is seen that it takes long to draw.
func (p *picture) isMuch() bool {
	size := figure.Point{X: float64(p.Size().Width) / p.scale, Y: float64(p.Size().Height) / p.scale}
	return p.sheet.InSight(p.from, figure.Point{X: p.from.X + size.X, Y: p.from.Y + size.Y}) > mostAtOnce
}

// blank is an image to draw on.
func (p *picture) blank(size image.Rectangle) *image.RGBA {
	if p.spare != nil && p.spare.Rect == size {
		return p.spare
	}
	return image.NewRGBA(size)
}

// drawPart draws a part: what was there before is moved, the rest is drawn.
func (d *drawing) drawPart(of part, before drawing) {
	rest := []image.Rectangle{of.area}
	if before.isAs(*d) {
		for _, was := range before.parts {
			if was.area != of.area {
				continue
			}
			by := image.Pt(int(math.Round((was.from.X-of.from.X)*d.scale)), int(math.Round((was.from.Y-of.from.Y)*d.scale)))
			kept := was.area.Add(by).Intersect(of.area)
			draw.Draw(d.image, kept, before.image, kept.Min.Sub(by), draw.Src)
			rest = around(of.area, kept)
		}
	}
	for _, area := range rest {
		if !area.Empty() {
			d.sheet.Draw(d.image.SubImage(area).(*image.RGBA), coloursOf(d.theme), of.from, d.scale, d.dense)
		}
	}
}

// around is what is left of an area without a part of it.
func around(area, without image.Rectangle) []image.Rectangle {
	if without.Empty() {
		return []image.Rectangle{area}
	}
	return []image.Rectangle{
		{area.Min, image.Pt(area.Max.X, without.Min.Y)},
		{image.Pt(area.Min.X, without.Max.Y), area.Max},
		{image.Pt(area.Min.X, without.Min.Y), image.Pt(without.Min.X, without.Max.Y)},
		{image.Pt(without.Max.X, without.Min.Y), image.Pt(area.Max.X, without.Max.Y)},
	}
}

// drawCoarse draws with fewer pixels, and has it drawn sharp if it is still to be seen after a while.
func (p *picture) drawCoarse(now drawing, width, height int, sharp float64) image.Image {
	few := now
	few.scale, few.dense, few.parts = now.scale/coarseBy, sharp/coarseBy, p.parts(sharp/coarseBy)
	few.image = image.NewRGBA(image.Rect(0, 0, width/coarseBy, height/coarseBy))
	for _, part := range few.parts {
		part.area = part.area.Intersect(few.image.Rect)
		few.drawPart(part, drawing{})
	}
	now.image, now.coarse = few.image, true
	p.last = now
	p.later(sharpAfter, func() {
		fyne.Do(func() {
			if p.last.image == now.image && p.sheet == now.sheet {
				p.sharpen(sharp)
			}
		})
	})
	return now.image
}

// sharpen draws beside the window what is seen, and shows it if that is still so then.
func (p *picture) sharpen(sharp float64) {
	coarse := p.last.image
	now := p.last
	now.coarse, now.parts = false, p.parts(sharp)
	p.later(0, func() {
		now.image = image.NewRGBA(now.size)
		for _, part := range now.parts {
			now.drawPart(part, drawing{})
		}
		fyne.Do(func() {
			if p.last.image == coarse {
				p.last, p.spare = now, nil
				p.drawn.Refresh()
			}
		})
	})
}

// coloursOf are the colours of pictures in a theme.
func coloursOf(v fyne.ThemeVariant) figure.Theme {
	if v == theme.VariantDark {
		return figure.Dark
	}
	return figure.Light
}
