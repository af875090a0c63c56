//go:build window

package main_test

import (
	"fmt"
	"image"
	"strconv"
	"testing"
	"time"

	"standpoint/app/look"
	"standpoint/store/storetest"
)

// BenchmarkWindowScroll measures a picture while the wheel is turned faster than there
// are pictures: one operation is one picture that reached the screen, with all that lies
// before it, software rendering too. "cpu-ms" is what the program used of the
// processors for it, which other programs disturb less. Fyne draws sixty times a second
// at most, so that no picture takes less than 17 ms.
func BenchmarkWindowScroll(b *testing.B) {
	d := newDisplay(b, 1440, 900)
	p := d.start(look.Light)
	b.Run("Sample", p.scroll)
	p.quit()
	p = d.start(look.Light, d.filled(storetest.Size{Articles: 2, Annotations: 20_000, Body: 1_000_000}))
	b.Run("1M", p.scroll)
}

// scroll turns the wheel down and up over the text, until there were b.N pictures.
func (p *program) scroll(b *testing.B) {
	b.Helper()
	p.settled() // with the pointer away: what is told of a mark below it would be in the way of the wheel
	p.turn(b, p.page(), "", 150)
}

// turn turns the wheel so many times down and as often up over an area, with a key held down unless it is "", until there were b.N
// pictures.
func (p *program) turn(b *testing.B, area image.Rectangle, held string, clicks int) {
	b.Helper()
	centre := area.Min.Add(area.Size().Div(2))
	p.do("mousemove", fmt.Sprint(centre.X), fmt.Sprint(centre.Y)) // --sync waits long for a pointer that is there already
	shown := newPictures(p.display, area)
	if held != "" {
		p.do("keydown", held)
		defer p.do("keyup", held)
	}

	const patient = 20 // times without a second picture
	const pause = "8"  // in milliseconds: there is always a click that waits for the next picture
	var wall, processor time.Duration
	drawn, still := 0, 0
	for ; drawn < b.N; p.turned = !p.turned { // from where it was turned to before, which may be an end
		shown.taken(b)
		before := p.processorTime()
		p.do("click", "--repeat", strconv.Itoa(clicks), "--delay", pause, map[bool]string{false: "5", true: "4"}[p.turned])
		seen := shown.taken(b)
		if len(seen) < 2 { // the machine may be busy
			if still++; still == patient {
				b.Fatalf("%d pictures while the wheel was turned %d times", len(seen), clicks)
			}
			continue
		}
		processor += p.processorTime() - before
		wall += seen[len(seen)-1].Sub(seen[0])
		drawn += len(seen) - 1
	}
	b.ReportMetric(float64(wall)/float64(drawn), "ns/op")
	b.ReportMetric(processor.Seconds()*1000/float64(drawn), "cpu-ms")
}
