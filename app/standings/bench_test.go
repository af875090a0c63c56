package standings

import (
	"context"
	"fmt"
	"image"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk/desktest"
	"standpoint/app/figure"
	"standpoint/store"
)

// crowd are so many positions of so many actors on so many issues.
func crowd(positions, actors, issues int) *store.Holdings {
	h := &store.Holdings{
		Actors: map[store.ID]store.Name{}, Issues: map[store.ID]store.Name{}, Articles: map[store.ID]store.HeldIn{},
	}
	for i := range actors {
		h.Actors[id(1, i)] = store.Name{ID: id(1, i), Name: fmt.Sprint("Actor ", i), Kind: store.ActorOrganisation}
	}
	for i := range issues {
		h.Issues[id(2, i)] = store.Name{ID: id(2, i), Name: fmt.Sprint("Issue ", i)}
	}
	r := rand.New(rand.NewPCG(1, 1))
	stances := []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral}
	for i := range positions {
		h.Positions = append(h.Positions, store.HeldPosition{
			ID: id(3, i), Article: id(4, i/5), Issue: id(2, r.IntN(issues)), Stance: stances[r.IntN(3)], Conditional: r.IntN(5) == 0,
			Date:    store.Date(fmt.Sprintf("20%02d-%02d-%02d", 20+r.IntN(10), 1+r.IntN(12), 1+r.IntN(28))),
			Holders: []store.Holder{{Actor: id(1, r.IntN(actors))}},
		})
	}
	return h
}

// BenchmarkStandings shows 50,000 positions of 2,500 actors on 200 issues, but for reading them, which is measured in the store.
func BenchmarkStandings(b *testing.B) {
	s := &seat{Desk: desktest.New(b)}
	s.View = New(s.Desk.Desk)
	h := crowd(50_000, 2_500, 200)
	s.View.read = func(context.Context, *store.Project, *store.Holdings, []store.Event) (*store.Holdings, error) {
		return h, nil
	}
	s.Front = s.View
	s.Put(s.View.Object())
	screen := image.NewRGBA(image.Rect(0, 0, 1440, 700))
	draw := func() {
		if s.made.sheet == nil {
			b.Fatal("nothing is shown")
		}
		s.made.sheet.Draw(screen, figure.Light, figure.Point{}, 1, 1)
	}
	b.Run("the first screen of the table", func(b *testing.B) {
		for b.Loop() {
			s.View.Opened()
			draw()
		}
	})
	b.Run("scroll the table", func(b *testing.B) {
		s.picture.Resize(fyne.NewSize(1440, 700))
		s.picture.draw(1440, 700)
		for n := 0; b.Loop(); n++ {
			s.picture.move([]float32{-40, 40}[n/100%2], []float32{-30, 30}[n/1000%2])
			s.picture.draw(1440, 700)
		}
	})
	b.Run("another filter", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			s.filter.conditional.OnChanged([]string{"none", "half"}[n%2])
			draw()
		}
	})
}
