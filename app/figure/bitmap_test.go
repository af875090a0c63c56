package figure

import (
	"image"
	"math"
	"testing"
)

// inked is how many pixels a shape covers, parts of pixels counted, of those within a part of an image.
func inked(s *Shape, part image.Rectangle) float64 {
	into := image.NewRGBA(image.Rect(0, 0, 100, 80)).SubImage(part).(*image.RGBA)
	to := newBitmap(into, Point{10, 10}, 2, Theme{Page: "#000000", Ink: "#ffffff"})
	to.clear()
	to.draw(s)
	sum := 0.0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			sum += float64(to.into.RGBAAt(x, y).G) / 255
		}
	}
	return sum
}

func TestAShapeCoversAsMuchAsItIsLarge(t *testing.T) {
	const third = 1.0 / 3
	hook := []Point{{20 + third, 20}, {40, 20}, {40, 40}, {30, 25}}
	for name, c := range map[string]struct {
		shape Shape
		want  float64 // in pixels of the image
	}{
		"box":         {Shape{Kind: Area, Fill: Ink, Points: []Point{{20.3, 20.4}, {30.1, 20.4}, {30.1, 31.2}, {20.3, 31.2}}}, 9.8 * 10.8 * 4},
		"hair":        {Shape{Kind: Area, Fill: Ink, Points: []Point{{20.3, 20.4}, {20.4, 20.4}, {20.4, 31.2}, {20.3, 31.2}}}, .1 * 10.8 * 4},
		"triangle":    {Shape{Kind: Area, Fill: Ink, Points: []Point{{20, 40}, {33, 20.5}, {41, 35}}}, 4 * .5 * math.Abs(13*(-5)-(-19.5)*21)},
		"hook":        {Shape{Kind: Area, Fill: Ink, Points: hook}, 4 * polygon(hook)},
		"disc":        {Shape{Kind: Disc, Fill: Ink, Points: []Point{{30.2, 30.3}}, Radius: 9}, math.Pi * 81 * 4},
		"ring":        {Shape{Kind: Disc, Stroke: Ink, Width: 3, Points: []Point{{30.2, 30.3}}, Radius: 9}, 2 * math.Pi * 9 * 3 * 4},
		"flat line":   {Shape{Kind: Line, Stroke: Ink, Width: 1.3, Points: []Point{{20, 20}, {50, 25}}}, math.Hypot(30, 5) * 1.3 * 4},
		"steep line":  {Shape{Kind: Line, Stroke: Ink, Width: 4, Points: []Point{{30, 45}, {25, 15}}}, math.Hypot(30, 5) * 4 * 4},
		"upright one": {Shape{Kind: Line, Stroke: Ink, Width: 4, Points: []Point{{30, 45}, {30, 15}}}, 30 * 4 * 4},
	} {
		whole := image.Rect(0, 0, 100, 80)
		if got := inked(&c.shape, whole); math.Abs(got-c.want) > .04*c.want+1 {
			t.Errorf("a %s covers %.1f pixels, want %.1f", name, got, c.want)
		}
		sum := 0.0
		for _, part := range []image.Rectangle{
			image.Rect(0, 0, 37, 41), image.Rect(37, 0, 100, 41), image.Rect(0, 41, 37, 80), image.Rect(37, 41, 100, 80),
		} {
			sum += inked(&c.shape, part)
		}
		if got := inked(&c.shape, whole); math.Abs(got-sum) > .01 {
			t.Errorf("a %s covers %.2f pixels, and %.2f in four parts", name, got, sum)
		}
	}
}

// polygon is how large a polygon is.
func polygon(corners []Point) float64 {
	sum := 0.0
	for i, a := range corners {
		b := corners[(i+1)%len(corners)]
		sum += a.X*b.Y - b.X*a.Y
	}
	return math.Abs(sum) / 2
}

func TestWhatLiesOutsideOfAnImageLeavesItAsItIs(t *testing.T) {
	for _, at := range []Point{{-500, 30}, {30, -500}, {900, 30}, {30, 900}} {
		for _, s := range []Shape{
			{Kind: Area, Fill: Ink, Stroke: Ink, Width: 3, Points: []Point{{at.X, at.Y}, {at.X + 9, at.Y + 30}, {at.X - 20, at.Y + 31}}},
			{Kind: Disc, Fill: Ink, Stroke: Ink, Width: 3, Points: []Point{at}, Radius: 20},
			{Kind: Line, Stroke: Ink, Width: 3, Points: []Point{at, {at.X + 9, at.Y + 30}}, Dashed: true},
			{Kind: Words, Fill: Ink, Text: "Norvia", Size: 13, Anchor: AtMiddle, Points: []Point{at}, Halo: true},
		} {
			if got := inked(&s, image.Rect(0, 0, 100, 80)); got != 0 {
				t.Errorf("%+v covers %.1f pixels", s, got)
			}
		}
	}
}

func TestATextIsDrawnFromWhatIsKeptOfIt(t *testing.T) {
	s := Shape{Kind: Words, Fill: Ink, Text: "Kept", Size: 13, Anchor: AtStart, Points: []Point{{12, 30}}}
	whole := image.Rect(0, 0, 100, 80)
	first := inked(&s, whole)
	kept := len(setter().masks)
	for range 3 {
		s.Points[0].X++ // whole pixels of the image
		if got := inked(&s, whole); got != first || first == 0 {
			t.Errorf("elsewhere it covers %.2f pixels, at first %.2f", got, first)
		}
	}
	if len(setter().masks) != kept {
		t.Errorf("%d texts are kept, were %d", len(setter().masks), kept)
	}
}
