//go:build window

package main_test

import (
	"encoding/json"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/look"
)

// BenchmarkWindowStart measures the time from the start of the program to a
// list of articles that can be read, in a project of 1,000 articles and 20,000
// annotations, with software rendering.
func BenchmarkWindowStart(b *testing.B) {
	d := newDisplay(b, 1440, 900)
	project := d.largeProject(1000, 20)
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

// largeProject makes a project of that many articles, each with that many
// annotations: mentions of a hundred actors.
func (d *display) largeProject(articles, annotations int) string {
	d.t.Helper()
	type row = map[string]any
	const actors = 100
	id := func(kind, n int) string { return fmt.Sprintf("019cb2b6-%04x-7000-8000-%012x", kind, n) }

	document := map[string]any{"standpoint": 1}
	var people, texts, marks []row
	for i := range actors {
		people = append(people, row{"id": id(1, i), "kind": "person", "name": fmt.Sprintf("Delegate %03d", i)})
	}
	for i := range articles {
		var body strings.Builder
		for j := range annotations {
			n := (i*annotations + j) % actors
			name := fmt.Sprintf("Delegate %03d", n)
			start := body.Len() // ASCII: bytes are code points
			fmt.Fprintf(&body, "%s spoke of the harbour in session %d of day %d, and nobody contradicted.\n\n", name, j, i)
			marks = append(marks, row{
				"id": id(3, i*annotations+j), "article": id(2, i), "kind": "mention", "actor": id(1, n),
				"spans": []row{{"start": start, "end": start + len(name), "exact": name}},
			})
		}
		texts = append(texts, row{
			"id": id(2, i), "title": fmt.Sprintf("Day %d of the harbour talks", i),
			"source": "The Varro Courier", "body": strings.TrimSpace(body.String()),
		})
	}
	document["actors"], document["articles"], document["annotations"] = people, texts, marks

	encoded, err := json.Marshal(document)
	if err != nil {
		d.t.Fatal(err)
	}
	file := filepath.Join(d.home, "large.json")
	if err := os.WriteFile(file, encoded, 0o600); err != nil {
		d.t.Fatal(err)
	}
	project := filepath.Join(d.home, "large.standpoint")
	d.subcommand("new", project)
	d.subcommand("import", project, file)
	return project
}
