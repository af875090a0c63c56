package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/inspector"
	"standpoint/app/panel"
)

// side is what stands at the right of the text: the inspector over the panel of what was recorded.
type side struct {
	desk      seat
	inspector *inspector.Inspector
	panel     *panel.Panel
	content   *fyne.Container
}

func newSide(d seat, i *inspector.Inspector, p *panel.Panel) *side {
	s := &side{desk: d, inspector: i, panel: p}
	s.content = container.New(&sideLayout{inspector: i, panel: p}, i.Object(), control.Line(), p.Object())
	return s
}

// commands open pages of the inspector and lists of the panel.
func (s *side) commands() []desk.Command {
	editable := func() bool { return s.desk.CanWrite() && s.desk.open.hasArticle() }
	tab := func(name string) desk.Deed { return desk.Always(s.desk.inFront(func() { s.panel.Show(name) })) }
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
	}
}

// sideLayout gives the inspector the height it asks for, and at most what
// leaves the panel room for a few rows.
type sideLayout struct {
	inspector *inspector.Inspector
	panel     *panel.Panel
}

// mostOfSide is the part of the side for the inspector, at most; a longer form scrolls.
const mostOfSide = 0.64

func (l *sideLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280, 2*panel.LeastPanel)
}

func (l *sideLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	lower := min(l.panel.LeastHeight(size.Width), max(size.Height/2, panel.LeastPanel))
	upper := min(l.inspector.HeightFor(size.Width), size.Height-lower, size.Height*mostOfSide)
	tops := []float32{0, upper, upper + 1}
	heights := []float32{upper, 1, size.Height - upper - 1}
	for i := range o {
		o[i].Move(fyne.NewPos(0, tops[i]))
		o[i].Resize(fyne.NewSize(size.Width, heights[i]))
	}
}
