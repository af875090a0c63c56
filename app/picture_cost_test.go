package app

import (
	"image"
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"standpoint/app/look"
	"standpoint/store"
	"standpoint/store/storetest"
)

// What a pixel of an object costs the processor where there is no graphics card, in
// nanoseconds (Mesa's llvmpipe, two cores of 2026).
const (
	rectanglePrice = 23
	roundPrice     = 29 // with round corners or a border
	imagePrice     = 9
	textPrice      = 20
)

// drawnObject is a canvas object that a picture of the window shows some of.
type drawnObject struct {
	fyne.CanvasObject
	area  image.Rectangle // what is seen of it, in pixels
	price int             // of a pixel
}

func (o drawnObject) pixels() int { return o.area.Dx() * o.area.Dy() }

// TestThePictureOfTheWindowIsCheap says what a picture may cost to draw where the
// processor draws it, in the sample's article and in one with a mark at every hundredth
// character, as 10,000 of them are in 1,000,000.
func TestThePictureOfTheWindowIsCheap(t *testing.T) {
	for _, c := range []struct {
		name    string
		variant fyne.ThemeVariant
		window  func(*testing.T) *App
		most    time.Duration
	}{
		{"the sample, light", look.Light, newSampleApp, 17 * time.Millisecond},
		{"the sample, dark", look.Dark, newSampleApp, 21 * time.Millisecond},
		{"many marks", look.Light, newCrowdedApp, 18 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := c.window(t)
			a.UI.Settings().SetTheme(look.New(c.variant))
			a.Window.Content().Refresh()
			a.checkPicture(t, c.most)
			a.Show(a.view("actors"))
			a.checkPicture(t, c.most)
		})
	}
}

// newCrowdedApp is a window with an article that is full of marks.
func newCrowdedApp(t *testing.T) *App {
	t.Helper()
	a := newTestApp(t)
	_, err := storetest.Fill(t.Context(), a.Project, storetest.Size{Articles: 1, Annotations: 600, Body: 60_000})
	if err != nil {
		t.Fatal(err)
	}
	rows, _, err := a.Project.Articles(t.Context(), store.ArticleQuery{Page: store.Page{Limit: 1}})
	if err != nil || len(rows) == 0 {
		t.Fatal(rows, err)
	}
	a.articles.OpenAt(rows[0].ID, nil)
	if marks := a.text().Marks(); len(marks) < 400 {
		t.Fatalf("%d marks", len(marks))
	}
	return a
}

// checkPicture checks that nothing large is drawn twice, or as a rectangle, and what
// all of it costs.
func (a *App) checkPicture(t *testing.T, most time.Duration) {
	t.Helper()
	size := a.Window.Canvas().Size()
	large := int(size.Width*size.Height) / 20
	var cost time.Duration
	var grounds []drawnObject
	rectangles := 0
	for _, o := range a.picture() {
		cost += time.Duration(o.pixels() * o.price)
		_, isRectangle := o.CanvasObject.(*canvas.Rectangle)
		if isRectangle {
			rectangles++
		}
		if o.pixels() < large {
			continue
		}
		if isRectangle {
			t.Errorf("a rectangle is drawn over %v", o.area)
		}
		for _, below := range grounds {
			if over := below.area.Intersect(o.area); !over.Empty() {
				t.Errorf("%v is drawn twice", over)
			}
		}
		grounds = append(grounds, o)
	}
	t.Logf("%v, %d rectangles", cost, rectangles)
	if cost > most || rectangles > 60 {
		t.Errorf("the picture costs %v and has %d rectangles, may cost %v and have 60", cost, rectangles, most)
	}
}

// picture is all that the window draws for one picture, in its order.
func (a *App) picture() []drawnObject {
	var p picture
	size := a.Window.Canvas().Size()
	p.walk(a.Window.Content(), fyne.Position{}, image.Rect(0, 0, int(size.Width), int(size.Height)))
	return p.drawn
}

type picture struct{ drawn []drawnObject }

func (p *picture) walk(o fyne.CanvasObject, at fyne.Position, clip image.Rectangle) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			p.walk(child, at, clip)
		}
	case fyne.Widget:
		renderer := test.WidgetRenderer(o)
		_, scrolls := o.(fyne.Scrollable)
		_, clips := renderer.(interface{ IsClip() })
		if scrolls || clips {
			clip = clip.Intersect(pixelsAt(at, o.Size()))
		}
		for _, child := range renderer.Objects() {
			p.walk(child, at, clip)
		}
	default:
		size := o.Size()
		if text, ok := o.(*canvas.Text); ok {
			size = text.MinSize() // what is drawn, however large the object is
		}
		if seen, price := pixelsAt(at, size).Intersect(clip), priceOf(o); price > 0 && !seen.Empty() {
			p.drawn = append(p.drawn, drawnObject{o, seen, price})
		}
	}
}

func pixelsAt(at fyne.Position, size fyne.Size) image.Rectangle {
	round := func(v float32) int { return int(math.Round(float64(v))) }
	return image.Rect(round(at.X), round(at.Y), round(at.X+size.Width), round(at.Y+size.Height))
}

// priceOf is what a pixel of an object costs; nothing if Fyne skips the object.
func priceOf(o fyne.CanvasObject) int {
	switch o := o.(type) {
	case *canvas.Rectangle:
		bordered := o.StrokeWidth > 0 && o.StrokeColor != nil && o.StrokeColor != color.Transparent
		switch {
		case !bordered && (o.FillColor == nil || o.FillColor == color.Transparent):
			return 0
		case bordered || o.CornerRadius > 0:
			return roundPrice
		}
		return rectanglePrice
	case *canvas.Text:
		if o.Text == "" || o.Text == " " {
			return 0
		}
		return textPrice
	case *canvas.Circle:
		return roundPrice
	}
	return imagePrice
}
