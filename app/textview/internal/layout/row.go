package layout

import (
	"sort"

	"standpoint/app/direction"
	"standpoint/store/text"
)

// arrange gives each piece its place from left to right.
func (r *Row) arrange(levels []uint8, base uint8) {
	if levels != nil {
		r.splitByLevel(levels, base)
	}
	x := float32(0)
	for _, i := range direction.Order(len(r.pieces), func(i int) uint8 { return r.pieces[i].level }) {
		r.pieces[i].x = x
		if !r.pieces[i].hanging {
			x += r.pieces[i].width
		}
	}
	r.Width = x
}

// Boxes are the stretches of the row that the span covers, from left to right.
// White space that hangs over the end of the row has none.
func (r *Row) Boxes(s text.Span) []Box {
	from, to := max(s.Start, r.Span.Start), min(s.End, r.Span.End)
	if from >= to {
		return nil
	}
	var boxes []Box
	for i, p := range r.pieces {
		end := r.end(i)
		if p.hanging || end <= from-r.Span.Start || p.start >= to-r.Span.Start {
			continue
		}
		boxes = append(boxes, r.box(text.Span{Start: from, End: to}, i, i+1))
	}
	return joined(boxes)
}

// box is the stretch from the span's beginning to its end within pieces of one
// direction.
func (r *Row) box(s text.Span, from, to int) Box {
	left, right := float32(0), float32(0)
	for i := from; i < to; i++ {
		p := r.pieces[i]
		a := r.Left + p.x + r.within(p, max(s.Start-r.Span.Start, p.start))
		b := r.Left + p.x + r.within(p, min(s.End-r.Span.Start, r.end(i)))
		if s.Start-r.Span.Start >= r.end(i) || s.End-r.Span.Start <= p.start {
			continue
		}
		if a > b {
			a, b = b, a
		}
		if right == 0 && left == 0 {
			left, right = a, b
		}
		left, right = min(left, a), max(right, b)
	}
	return Box{X: left, Width: right - left}
}

func joined(boxes []Box) []Box {
	sort.Slice(boxes, func(i, j int) bool { return boxes[i].X < boxes[j].X })
	var out []Box
	for _, b := range boxes {
		if n := len(out); n > 0 && b.X <= out[n-1].X+out[n-1].Width+0.5 {
			out[n-1].Width = max(out[n-1].Width, b.X+b.Width-out[n-1].X)
			continue
		}
		out = append(out, b)
	}
	return out
}

// end is where piece i ends, in code points of the row.
func (r *Row) end(i int) int {
	if i+1 < len(r.pieces) {
		return r.pieces[i+1].start
	}
	return r.Span.Len()
}
