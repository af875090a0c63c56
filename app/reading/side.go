package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/inspector"
	"standpoint/app/look"
	"standpoint/app/panel"
)

// side is what stands beside the text: the inspector over the panel, with a splitter between them. While something is filled in, the
// inspector has the height that it needs and the panel what is left; else the panel has room for a few rows. What somebody made of the
// two by the splitter is kept, for each of both apart: how much is left to the panel, at least.
type side struct {
	desk      seat
	inspector *inspector.Inspector
	panel     *panel.Panel
	splitter  *control.Splitter
	content   *fyne.Container

	ask func() // brings the side into sight, in a narrow window too
}

const (
	mostOfSide     = 0.64 // the part of the side for the inspector at rest, at most
	leastInspector = 96   // height in pixels, if it needs that much
)

// The panes of the view, and of the side, as they are kept.
const (
	panesName   = "articles"
	sideAtRest  = "articles side"
	sideEditing = "articles form"
)

func newSide(d seat, i *inspector.Inspector, p *panel.Panel) *side {
	s := &side{desk: d, inspector: i, panel: p, ask: func() {}}
	s.splitter = control.NewSplitter(control.SplitterOptions{
		Name: lang.L("Height of the lists below the form"), Lying: true, AtEnd: true, Ground: look.ColorPage,
		At: func() float32 { return s.splitter.Position().Y }, MoveTo: s.moveTo, Done: func() {},
		PutBack: func() { s.keep(0) },
	})
	s.splitter.OnKey = d.TypedKey
	s.content = container.New(s, i.Object(), p.Object(), s.splitter) // in the order of Tab
	p.OnMenu(func(at fyne.Position) { d.PopUpMenu(at, desk.SectionSelected, desk.SectionReport) })
	return s
}

// commands open pages of the inspector and lists of the panel.
func (s *side) commands() []desk.Command {
	editable := func() bool { return s.desk.CanWrite() && s.desk.open.hasArticle() }
	tab := func(name string) desk.Deed {
		return desk.Always(s.desk.inFront(func() { s.lead(name) }))
	}
	return []desk.Command{
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Edit Text")), Key: desk.KeyEditText,
			Act: desk.When(editable, s.desk.inFront(s.inspector.ShowText)),
		},
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Delete Article")), Key: desk.KeyDeleteArticle,
			Act: desk.When(func() bool { return editable() && s.desk.isReading() }, s.inspector.DeleteArticle),
		},
		{
			In: desk.SectionParts, Label: desk.Fixed(lang.L("Article Details")), Key: desk.Ctrl(fyne.KeyD),
			Act: desk.When(s.desk.open.hasArticle, s.desk.inFront(s.inspector.ShowDetails)),
		},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Positions")), Key: desk.Ctrl(fyne.Key1), Act: tab(panel.TabPositions),
			Checked: func() bool { return s.panel.Tab == panel.TabPositions },
		},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Statements")), Key: desk.Ctrl(fyne.Key2), Act: tab(panel.TabStatements),
			Checked: func() bool { return s.panel.Tab == panel.TabStatements },
		},
		{
			In: desk.SectionLists, Label: desk.Fixed(lang.L("Proposals of the Article")), Key: desk.Ctrl(fyne.Key4), Act: tab(panel.TabProposals),
			Checked: func() bool { return s.panel.Tab == panel.TabProposals },
		},
	}
}

// lead shows a list of the panel and gives it the keyboard, unless something is being filled in: that goes on.
func (s *side) lead(tab string) {
	s.ask()
	if s.inspector.IsAtWork() {
		s.panel.Show(tab)
		return
	}
	s.panel.Lead(tab)
}

// kept is what is kept of the side as it is used now.
func (s *side) kept() string {
	if s.inspector.Editing() {
		return sideEditing
	}
	return sideAtRest
}

// fitting is the height nearest to one in which the panel has no empty strip.
func (s *side) fitting(height float32) float32 {
	less, more := s.panel.Fitting(height)
	if height-less < more-height {
		return less
	}
	return more
}

// moveTo leaves the panel the height below a place.
func (s *side) moveTo(y float32) {
	whole := s.content.Size().Height
	s.keep(max(min(whole-y-control.SplitterRoom, whole-control.SplitterRoom-leastInspector), s.panel.BarHeight()))
}

// keep remembers how high the panel is at least; 0: as high as it is by itself.
func (s *side) keep(height float32) {
	s.desk.Prefs.KeepPane(s.kept(), control.Kept{Width: height})
	s.content.Refresh()
}

// lower is the height that the panel has at least, in a side of that size.
func (s *side) lower(size fyne.Size) float32 {
	switch kept := s.desk.Prefs.Pane(s.kept()).Width; {
	case kept > 0:
		return min(s.fitting(kept), size.Height-leastInspector)
	case s.inspector.Editing() && !s.panel.IsFiltered():
		return s.panel.BarHeight()
	}
	return min(s.panel.LeastHeight(size.Width), max(size.Height/2, panel.LeastPanel))
}

// MinSize implements fyne.Layout.
func (s *side) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, 2*panel.LeastPanel) }

// Layout implements fyne.Layout.
func (s *side) Layout(o []fyne.CanvasObject, size fyne.Size) {
	room := size.Height - control.SplitterRoom
	upper := min(s.inspector.HeightFor(size.Width), room-s.lower(size))
	if !s.inspector.Editing() {
		upper = min(upper, size.Height*mostOfSide)
	}
	lower, _ := s.panel.Fitting(room - upper)
	upper = room - lower
	place := func(o fyne.CanvasObject, top, height float32) {
		o.Move(fyne.NewPos(0, top))
		o.Resize(fyne.NewSize(size.Width, height))
	}
	place(o[0], 0, upper)
	place(o[1], upper+control.SplitterRoom, lower)
	place(s.splitter, upper, control.SplitterRoom)
}
