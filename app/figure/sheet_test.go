package figure

import (
	"bytes"
	"image"
	"testing"

	"standpoint/app/discourse"
	"standpoint/store"
)

func TestAPartOfAPictureIsWhatTheWholeHasThere(t *testing.T) {
	for name, p := range all(t, invented(12, 6, 60), "en") {
		whole := p.Image(Dark).(*image.RGBA)
		p.Shapes = p.printed() // names are as large at each scale on a screen
		s := NewSheet(p)
		const x, y, width, height = 60, 40, 300, 180 // in pixels of the picture
		part := image.NewRGBA(image.Rect(0, 0, width*sharp, height*sharp))
		s.Draw(part, Dark, Point{x, y}, sharp, 1)
		for i := range part.Rect.Dy() {
			for j := range part.Rect.Dx() {
				got, want := part.RGBAAt(j, i), whole.RGBAAt(x*sharp+j, y*sharp+i)
				if off := func(a, b uint8) bool { return max(a, b)-min(a, b) > 9 }; off(got.R, want.R) || off(got.G, want.G) || off(got.B, want.B) {
					t.Fatalf("%s at %d, %d: %v, want %v", name, j, i, got, want)
				}
			}
		}
	}
}

// two are two actors on two issues, of whom the first stands on both and the second on one.
func two() discourse.Rows {
	id := func(kind, n byte) store.ID { return store.ID{0: kind, 15: n} }
	h := &store.Holdings{
		Actors: map[store.ID]store.Name{id(1, 1): {ID: id(1, 1), Name: "Norvia"}, id(1, 2): {ID: id(1, 2), Name: "Veldania"}},
		Issues: map[store.ID]store.Name{id(2, 1): {ID: id(2, 1), Name: "Dam"}, id(2, 2): {ID: id(2, 2), Name: "Toll"}},
	}
	for i, p := range []store.HeldPosition{
		{Issue: id(2, 1), Stance: store.StanceSupport, Holders: []store.Holder{{Actor: id(1, 1)}}},
		{Issue: id(2, 2), Stance: store.StanceOppose, Holders: []store.Holder{{Actor: id(1, 1)}}},
		{Issue: id(2, 2), Stance: store.StanceUnclear, Holders: []store.Holder{{Actor: id(1, 2)}}},
	} {
		p.ID, p.Date = id(3, byte(i+1)), "2031-04-17"
		h.Positions = append(h.Positions, p)
	}
	return discourse.Filter{}.Select(h)
}

func TestTheKeysGoFromSignToSignInRowsAndColumns(t *testing.T) {
	s := NewTableSheet(two(), Options{Language: "en"})
	if s.Spots() != 3 {
		t.Fatalf("there are %d spots, want one for each cell that holds a position", s.Spots())
	}
	spot := func(position byte) int {
		for i := range s.Spots() {
			if s.Shape(s.Spot(i).Shape).Leads[15] == position {
				return i
			}
		}
		t.Fatalf("no spot leads to position %d", position)
		return -1
	}
	for _, c := range []struct {
		from        byte
		right, down int
		to          byte
	}{
		{1, 1, 0, 2}, {2, -1, 0, 1}, {2, 0, 1, 3}, {3, 0, -1, 2}, {1, 0, -1, 1}, {3, 1, 0, 3}, {1, -1, 0, 1}, {3, 0, 1, 3},
	} {
		if got := s.Next(spot(c.from), c.right, c.down); got != spot(c.to) {
			t.Errorf("from %d by %d, %d: position %d, want %d", c.from, c.right, c.down, s.Shape(s.Spot(got).Shape).Leads[15], c.to)
		}
	}
	if s.Next(-1, 1, 0) != 0 {
		t.Error("from nowhere one does not come to the first")
	}
}

func TestOnePointsAtWhatLiesAbove(t *testing.T) {
	p := &Picture{Width: 100, Height: 100}
	p.box(10, 10, 30, 20, Shape{Tip: "box"})
	p.add(Shape{Kind: Disc, Points: []Point{{25, 20}}, Radius: 5, Tip: "disc"})
	p.line(50, 50, 90, 90, Shape{Width: 1, Tip: "line"})
	p.box(0, 0, 100, 100, Shape{}) // tells nothing
	p.words(60, 20, 13, "Norvia", Shape{Tip: "words"})
	p.words(20, 90, 13, "Veldania", Shape{Tip: "turned", Turn: -45})
	s := NewSheet(p)
	for at, want := range map[Point]string{
		{12, 12}: "box", {25, 20}: "disc", {31, 20}: "box", {70, 72}: "line", {70, 80}: "", {9, 12}: "", {70, 15}: "words", {40, 68}: "turned",
		{40, 86}: "",
	} {
		got := ""
		if i := s.At(at, 1); i >= 0 {
			got = p.Shapes[i].Tip
		}
		if got != want {
			t.Errorf("at %v is %q, want %q", at, got, want)
		}
	}
}

func TestAPictureWithoutPositionsOfItsOwnHasASpotForEachTie(t *testing.T) {
	drawn := all(t, invented(5, 3, 40), "en")
	for _, name := range []string{"balance", "network"} {
		s := NewSheet(drawn[name])
		if s.Spots() == 0 {
			t.Errorf("%s has no spots", name)
		}
		for i := range s.Spots() {
			if shape := s.Shape(s.Spot(i).Shape); shape.Tip == "" || len(shape.Of) == 0 {
				t.Errorf("%s: a spot tells nothing: %+v", name, shape)
			}
		}
	}
}

func TestOfATableOnlyTheCellsInSightAreMade(t *testing.T) {
	made := func(actors, issues int) int64 {
		s := NewTableSheet(invented(actors, issues, actors*issues*3), Options{})
		g := s.on.(*lattice)
		if n := g.made.Load(); n > 0 {
			t.Errorf("%d cells are made before one looks", n)
		}
		s.Draw(image.NewRGBA(image.Rect(0, 0, 800, 600)), Light, Point{400, 300}, 1, 1)
		s.At(Point{600, 500}, 1)
		s.Next(s.Next(0, 1, 0), 0, 1)
		return g.made.Load()
	}
	if few, many := made(60, 30), made(600, 30); few == 0 || many > few*5/4 {
		t.Errorf("of a table ten times as large %d cells are made, of the small one %d", many, few)
	}
}

func TestASheetOfATableIsItsPicture(t *testing.T) {
	rows := invented(9, 5, 90)
	whole, made := NewSheet(Table(rows, Options{})), NewTableSheet(rows, Options{})
	a, b := image.NewRGBA(image.Rect(0, 0, 600, 500)), image.NewRGBA(image.Rect(0, 0, 600, 500))
	whole.Draw(a, Dark, Point{}, 1, 1)
	made.Draw(b, Dark, Point{}, 1, 1)
	if !bytes.Equal(a.Pix, b.Pix) {
		t.Error("what is drawn where one looks is not as in the picture of all")
	}
	if whole.Words() != made.Words() {
		t.Errorf("it tells %q", made.Words())
	}
	for x := 0.0; x < whole.Width; x += 7 {
		for y := 0.0; y < whole.Height; y += 5 {
			one, other := whole.At(Point{x, y}, 1), made.At(Point{x, y}, 1)
			if (one < 0) != (other < 0) || one >= 0 && whole.Shape(one).Tip != made.Shape(other).Tip {
				t.Fatalf("at %v, %v are %d and %d", x, y, one, other)
			}
		}
	}
}
