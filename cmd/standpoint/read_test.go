//go:build window

package main_test

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"standpoint/app/look"
	"standpoint/store/storetest"
)

// BenchmarkWindowRead measures how long what is pressed takes to be seen: from the
// start of the program that presses a key to a screen that has changed, with all that
// lies between, the reading of the project and software rendering too. "Asking" is the
// part of it that is not the window's: a key that nothing answers to.
func BenchmarkWindowRead(b *testing.B) {
	for _, article := range []struct {
		name              string
		body, annotations int
	}{
		{"12kB", 12_000, 20},
		{"1M", 1_000_000, 10_000},
	} {
		b.Run(article.name, func(b *testing.B) {
			d := newDisplay(b, 1440, 900)
			p := d.start(look.Light, d.filled(storetest.Size{
				Articles: 2, Annotations: 2 * article.annotations, Body: article.body,
			}))
			p.settled()
			p.click(p.page().Min.X+p.page().Dx()/2, p.page().Min.Y+p.page().Dy()/2, 1)
			p.settled()
			p.highlightParagraph()
			b.Run("Asking", func(b *testing.B) {
				for b.Loop() {
					p.do("key", "shift")
				}
			})
			p.toAndFro(b, "Mark", []string{"key", "ctrl+z"}, []string{"key", "ctrl+y"})
			p.toAndFro(b, "Wheel", []string{"click", "5"}, []string{"click", "4"})
			p.toAndFro(b, "Jump", []string{"key", "ctrl+End"}, []string{"key", "ctrl+Home"})
			p.toAndFro(b, "FontSize", []string{"key", "ctrl+equal"}, []string{"key", "ctrl+minus"})
			p.toAndFro(b, "Open", []string{"key", "alt+Down"}, []string{"key", "alt+Up"})
		})
	}
}

// highlightParagraph makes the first paragraph a highlight, which is one action.
func (p *program) highlightParagraph() {
	p.t.Helper()
	p.key("ctrl+Home", "x", "x", "x", "h")
	p.settled()
	p.key("ctrl+Return")
	p.settled()
	p.key("ctrl+Home")
	p.settled()
}

// toAndFro measures two things that undo each other, and waits in between until the
// window has come to rest.
func (p *program) toAndFro(b *testing.B, name string, to, fro []string) {
	b.Run(name, func(b *testing.B) {
		centre := p.page().Min.Add(p.page().Size().Div(2))
		p.do("mousemove", fmt.Sprint(centre.X), fmt.Sprint(centre.Y)) // --sync waits long for a pointer that is there already
		next, other := to, fro
		for b.Loop() {
			b.StopTimer()
			p.still(p.column(), 10)
			before := p.part(p.column())
			b.StartTimer()
			p.do(next...)
			p.seen(strings.Join(next, " "), before)
			next, other = other, next
		}
		if &next[0] == &fro[0] {
			p.still(p.column(), 10)
			p.do(next...)
			p.still(p.column(), 10)
		}
	})
}

// column is a part of the page that text covers, small enough to be looked at often.
func (p *program) column() image.Rectangle { return image.Rect(480, 165, 800, 480) }

// seen waits until the column is not as it was, but for the caret.
func (p *program) seen(what string, before *image.NRGBA) {
	p.t.Helper()
	deadline := time.Now().Add(patience)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for differing(before, p.part(p.column())) <= caret {
		if time.Now().After(deadline) {
			p.t.Fatalf("nothing is seen of %s: %s", what, p.keep("failed-"+pictureName(p.t.Name())))
		}
		<-tick.C
	}
}
