package standings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"standpoint/app/figure"
	"standpoint/app/look"
)

// drag is a node that is being dragged: what is drawn over the picture is where it would stand, and its ties.
type drag struct {
	from     int          // the spot of the node; -1: none is drawn
	isMoving bool         // the mouse is dragging, a node or the picture
	at       figure.Point // where it is now
	grip     figure.Point // where it was taken hold of, from its middle
	tied     []int        // the spots of the nodes to which it is tied
	node     *canvas.Circle
	lines    []*canvas.Line
}

// mostDragged is how many ties of a node are drawn while it is dragged, the strongest ones.
const mostDragged = 60

// begin begins to drag the node at a spot.
func (d *drag) begin(s *figure.Sheet, spot int) {
	d.from, d.tied = spot, nil
	for _, tie := range s.TiesOf(spot) {
		if end := s.OtherEnd(tie, spot); end >= 0 && len(d.tied) < mostDragged {
			d.tied = append(d.tied, end)
		}
	}
	d.node = &canvas.Circle{StrokeWidth: 2}
	d.lines = make([]*canvas.Line, len(d.tied))
	for i := range d.lines {
		d.lines[i] = &canvas.Line{StrokeWidth: 1}
	}
}

// arrange places what is drawn.
func (d *drag) arrange(p *picture) {
	if d.from < 0 {
		return
	}
	at := p.positionOf(d.at)
	spot := p.sheet.Spot(d.from)
	room := float32((spot.High.X - spot.Low.X) * p.scale / 2)
	d.node.StrokeColor = look.Color(look.ColorAccent)
	d.node.Position1, d.node.Position2 = at.SubtractXY(room, room), at.AddXY(room, room)
	for i, line := range d.lines {
		line.StrokeColor = look.Color(look.ColorAccent)
		line.Position1, line.Position2 = at, p.positionOf(p.sheet.Spot(d.tied[i]).Middle())
	}
}

// objects are what is drawn.
func (d *drag) objects() []fyne.CanvasObject {
	if d.from < 0 {
		return nil
	}
	list := make([]fyne.CanvasObject, 0, len(d.lines)+1)
	for _, line := range d.lines {
		list = append(list, line)
	}
	return append(list, d.node)
}

func (d *drag) refresh() {
	for _, o := range d.objects() {
		o.Refresh()
	}
}

// Dragged implements fyne.Draggable: a node is dragged by itself, all else with the picture.
func (p *picture) Dragged(e *fyne.DragEvent) {
	p.point(-1)
	if !p.drag.isMoving {
		p.drag.isMoving, p.drag.from = true, -1
		hold := e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY)
		if spot := p.nodeSpot(hold); spot >= 0 && p.onPut != nil {
			p.drag.begin(p.sheet, spot)
			at, middle := p.placeAt(hold), p.sheet.Spot(spot).Middle()
			p.drag.grip = figure.Point{X: at.X - middle.X, Y: at.Y - middle.Y}
		}
	}
	if p.drag.from < 0 {
		p.move(e.Dragged.DX, e.Dragged.DY)
		return
	}
	at := p.placeAt(e.Position)
	p.drag.at = figure.Point{X: at.X - p.drag.grip.X, Y: at.Y - p.drag.grip.Y}
	p.drag.arrange(p)
	p.drag.refresh()
	canvas.Refresh(p) // what is drawn anew is known to no window yet
}

// DragEnd implements fyne.Draggable. What was drawn for the node stays until the picture has it there.
func (p *picture) DragEnd() {
	spot := p.drag.from
	p.drag.isMoving = false
	if spot < 0 {
		return
	}
	p.come(spot)
	p.onPut(spot, p.drag.at)
}

// nodeSpot is the spot of the node that is seen at a position; -1 if there is none.
func (p *picture) nodeSpot(at fyne.Position) int {
	shape := p.at(at)
	if shape < 0 {
		return -1
	}
	spot := p.sheet.Like(p.sheet.Shape(shape))
	if spot >= 0 {
		if _, is := p.sheet.NodeAt(spot); !is {
			return -1
		}
	}
	return spot
}
