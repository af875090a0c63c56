//go:build window

package main_test

import (
	"image"
	"path/filepath"
	"testing"

	"standpoint/app/look"
	"standpoint/store/storetest"
)

// BenchmarkWindowStart measures the time from the start of the program to a
// list of articles that can be read, in a project of 1,000 articles and 20,000
// annotations, with software rendering.
func BenchmarkWindowStart(b *testing.B) {
	d := newDisplay(b, 1440, 900)
	project := d.filled(storetest.Started)
	for b.Loop() {
		p := d.launch(look.Light, project)
		p.until("the list of articles", func() bool {
			return p.holdsText(image.Rect(10, 110, 250, 800))
		})
		b.StopTimer()
		p.window("Standpoint")
		p.quit()
		b.StartTimer()
	}
}

// holdsText reports whether an area of the screen is a panel with something
// written on it.
func (p *program) holdsText(area image.Rectangle) bool {
	const some = 2000 // pixels
	background := p.colour(look.ColorPanel)
	screen := p.part(area)
	ink := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if screen.NRGBAAt(x, y) != background {
				ink++
			}
		}
	}
	return some < ink && ink < area.Dx()*area.Dy()/2
}

// filled makes a project of that size.
func (d *display) filled(size storetest.Size) string {
	d.t.Helper()
	path := filepath.Join(d.home, "filled.standpoint")
	if _, err := storetest.File(d.t.Context(), path, size); err != nil {
		d.t.Fatal(err)
	}
	return path
}
