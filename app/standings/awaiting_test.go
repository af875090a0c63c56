package standings

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

func TestTheFigureOfAnotherTabGoesIfWhatComesTakesAWhile(t *testing.T) {
	s := sample(t)
	s.Window.Canvas().Focus(s.picture)
	var pass func()
	s.Work.Later = func(d time.Duration, f func()) func() {
		if d == slowMaking {
			pass = f
		}
		return func() {}
	}
	spawn := s.Work.Spawn
	var finish func()
	s.Work.Spawn = func(f func()) { finish = f }
	s.turnTo(tabNetwork)
	if s.body.Objects[0] != fyne.CanvasObject(s.picture) {
		t.Error("the figure went at once, so that what is made at once flickers")
	}
	pass()
	if said := desktest.Said(s.body); s.body.Objects[0] != fyne.CanvasObject(s.empty) ||
		!strings.Contains(said, "The network is being laid out…") {
		t.Errorf("after a while it shows %T and says %q", s.body.Objects[0], said)
	}
	s.picture.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.Work.Spawn = spawn
	finish()
	pass() // too late
	if s.body.Objects[0] != fyne.CanvasObject(s.picture) || s.made.woven.Web == nil ||
		s.Window.Canvas().Focused() != fyne.Focusable(s.picture) {
		t.Errorf("when it is made it shows %T, with the keyboard at %T", s.body.Objects[0], s.Window.Canvas().Focused())
	}
}

func TestWhatIsSaidWhileAFigureIsMadeIsWhatIsDone(t *testing.T) {
	for _, tab := range []struct{ key, said string }{
		{tabNetwork, "The network is being laid out…"}, {tabBalance, "The figure is being drawn…"},
	} {
		s := sample(t)
		s.stale = true
		var said []string
		onUI := s.Work.OnUI
		note := func() {
			if s := desktest.Said(s.body); s != "" {
				said = append(said, s)
			}
		}
		read := s.View.read
		s.View.read = func(ctx context.Context, p *store.Project, h *store.Holdings, e []store.Event) (*store.Holdings, error) {
			note()
			return read(ctx, p, h, e)
		}
		s.known.hear(store.Event{All: true})
		s.Work.OnUI = func(f func()) { onUI(f); note() }
		s.turnTo(tab.key)
		if len(said) < 2 || !strings.Contains(said[0], "The positions are being read…") ||
			!slices.ContainsFunc(said[1:], func(s string) bool { return strings.Contains(s, tab.said) }) {
			t.Errorf("%s: it said %q", tab.key, said)
		}
	}
}

func TestTheFigureComesBackIfNoOtherCouldBeMade(t *testing.T) {
	s := sample(t)
	s.stale = true
	s.known.hear(store.Event{All: true})
	s.View.read = func(context.Context, *store.Project, *store.Holdings, []store.Event) (*store.Holdings, error) {
		return nil, errors.New("the disk is gone")
	}
	s.turnTo(tabBalance)
	if s.body.Objects[0] != fyne.CanvasObject(s.picture) || s.made.tab != tabTable {
		t.Errorf("it shows %T of %q", s.body.Objects[0], s.made.tab)
	}
}
