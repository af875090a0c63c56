package figure

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"standpoint/store"
)

// SVG writes a picture as SVG 1.1 in the colours of a theme. What a shape tells stands in it as its title, which browsers show where the
// pointer is.
func (p *Picture) SVG(w io.Writer, t Theme) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, xml.Header)
	p.writeSVG(out, t)
	return out.Flush()
}

func (p *Picture) writeSVG(out *bufio.Writer, t Theme) {
	p.beginSVG(out, 0, p.Height, `role="img" aria-labelledby="title description"`)
	fmt.Fprintf(out, "<title id=\"title\">%s</title>\n<desc id=\"description\">%s</desc>\n", escaped(p.Title), escaped(p.Description))
	fmt.Fprintf(out, "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>\n", px(p.Width), px(p.Height), t[Page])
	for _, s := range p.printed() {
		s.writeSVG(out, t)
	}
	fmt.Fprint(out, "</svg>\n")
}

// beginSVG begins a drawing of what lies between two heights, with what it says to those who do not see it.
func (p *Picture) beginSVG(out *bufio.Writer, from, to float64, said string) {
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 %s %[1]s %[2]s" %[4]s `+
		`font-family="Noto Sans, Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif"`, px(p.Width), px(to-from), px(from), said)
	if p.Language != "" {
		fmt.Fprintf(out, ` xml:lang="%s"`, escaped(p.Language))
	}
	fmt.Fprint(out, ">\n")
}

// writeParts writes a picture as drawings one below the other, between which paper may break it. Its marks and its words tell it to those
// who do not see it.
func (p *Picture) writeParts(out *bufio.Writer, t Theme) {
	from := 0.0
	for _, part := range p.between(p.Breaks) {
		p.beginSVG(out, from, part.to, `aria-hidden="true"`)
		for _, s := range part.shapes {
			s.writeSVG(out, t)
		}
		fmt.Fprint(out, "</svg>\n")
		from = part.to
	}
}

// part is a part of a picture, from where the one before it ends.
type part struct {
	to     float64
	shapes []*Shape
}

// between parts a picture at some heights, from above.
func (p *Picture) between(breaks []float64) []part {
	parts := make([]part, len(breaks)+1)
	for i := range parts {
		parts[i].to = p.Height
		if i < len(breaks) {
			parts[i].to = breaks[i]
		}
	}
	shapes := p.printed()
	for i := range shapes {
		at, exactly := slices.BinarySearch(breaks, shapes[i].Points[0].Y)
		if exactly {
			at++
		}
		parts[at].shapes = append(parts[at].shapes, &shapes[i])
	}
	return parts
}

func (s Shape) writeSVG(out *bufio.Writer, t Theme) {
	look := s.look(t)
	var name, inside string
	switch s.Kind {
	case Area, Line:
		points := make([]string, len(s.Points))
		for i, at := range s.Points {
			points[i] = px(at.X) + "," + px(at.Y)
		}
		name = "polygon"
		if s.Kind == Line {
			name = "polyline"
		}
		look = ` points="` + strings.Join(points, " ") + `"` + look
	case Disc:
		name = "circle"
		look = fmt.Sprintf(` cx="%s" cy="%s" r="%s"`, px(s.Points[0].X), px(s.Points[0].Y), px(s.Radius)) + look
	case Words:
		name, inside = "text", escaped(s.Text)
		at := s.Points[0]
		look = fmt.Sprintf(` x="%s" y="%s" font-size="%s"`, px(at.X), px(at.Y), px(s.Size)) + look
		anchor := s.Anchor
		if startsRight(s.Text) { // it starts on the right
			look += ` direction="rtl"`
			anchor = map[Anchor]Anchor{AtStart: AtEnd, AtMiddle: AtMiddle, AtEnd: AtStart}[anchor]
		}
		if anchor != AtStart {
			look += ` text-anchor="` + string(anchor) + `"`
		}
		if s.Bold {
			look += ` font-weight="600"`
		}
		if s.Halo {
			look += ` stroke="` + t[Page] + `" stroke-width="` + px(haloWidth) + `" paint-order="stroke" stroke-linejoin="round"`
		}
		if s.Turn != 0 {
			look += fmt.Sprintf(` transform="rotate(%s %s %s)"`, px(s.Turn), px(at.X), px(at.Y))
		}
	}
	if s.Leads != (store.ID{}) {
		look += ` data-position="` + s.Leads.String() + `"`
	}
	if s.Tip != "" {
		inside = "<title>" + escaped(s.Tip) + "</title>" + inside
	}
	fmt.Fprintf(out, "<%s%s>%s</%[1]s>\n", name, look, inside)
}

// look is how a shape is filled and drawn.
func (s Shape) look(t Theme) string {
	fill := "none"
	if s.Fill != "" {
		fill = t[s.Fill]
	}
	look := ` fill="` + fill + `"`
	if s.Stroke != "" {
		look += ` stroke="` + t[s.Stroke] + `" stroke-width="` + px(s.Width) + `" stroke-linejoin="round"`
		if s.Dashed {
			look += ` stroke-dasharray="5 4"`
		}
	}
	return look
}

// px writes a length, to a hundredth of a pixel.
func px(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(x, 'f', 2, 64), "0"), ".")
}

// escaped writes text into a file of XML.
func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}
