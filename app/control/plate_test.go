package control

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

func TestAPlateHasRoundCornersAndABorder(t *testing.T) {
	fill, border := color.NRGBA{R: 0xff, A: 0xff}, color.NRGBA{B: 0xff, A: 0xff}
	p := newPlate()
	if p.set(color.NRGBA{}, color.NRGBA{}, plateBorder); p.Visible() {
		t.Error("a plate without colours is drawn")
	}
	p.set(fill, border, plateBorder)
	for _, scale := range []int{1, 2} {
		const width, height = 60, 40
		p.Resize(fyne.NewSize(width, height))
		picture := p.draw(scale*width, scale*height)
		at := func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA) }
		w, h := scale*width, scale*height
		for _, corner := range [][2]int{{0, 0}, {w - 1, 0}, {0, h - 1}, {w - 1, h - 1}} {
			if c := at(corner[0], corner[1]); c.A != 0 {
				t.Errorf("at scale %d the corner %v is %v", scale, corner, c)
			}
		}
		for _, edge := range [][2]int{{w / 2, 0}, {w / 2, h - 1}, {0, h / 2}, {w - 1, h / 2}, {w / 2, scale - 1}} {
			if c := at(edge[0], edge[1]); c != border {
				t.Errorf("at scale %d the edge %v is %v", scale, edge, c)
			}
		}
		for _, inside := range [][2]int{{w / 2, h / 2}, {w / 2, scale}, {scale, h / 2}, {w - 1 - scale, h / 2}, {w / 2, h - 1 - scale}} {
			if c := at(inside[0], inside[1]); c != fill {
				t.Errorf("at scale %d inside, %v is %v", scale, inside, c)
			}
		}
	}
	if p.set(fill, color.NRGBA{}, plateBorder); !p.Visible() {
		t.Error("a plate without a border is not drawn")
	}
	if c := color.NRGBAModel.Convert(p.draw(60, 40).At(30, 0)); c != color.Color(fill) {
		t.Errorf("without a border the edge is %v", c)
	}
}
