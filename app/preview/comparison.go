package preview

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/store"
)

// comparison is two texts side by side, paragraph by paragraph.
type comparison struct {
	list  *control.VirtualList
	pairs []candidates.Pair
	ruler *pairRow
}

// compare shows the text of a candidate beside that of its twin, in place of the rows.
func (r *Room) compare(id int, t candidates.Twin) {
	b := r.batch
	own, _ := b.Candidate(id)
	other := t.Article.Title
	if c, ok := b.Candidate(t.Candidate); ok {
		other = c.Article.Title
	}
	r.desk.Work.Read(func(ctx context.Context) func() {
		left, err := b.Text(ctx, id)
		right := ""
		if err == nil {
			right, err = textOf(ctx, r.project, b, t)
		}
		pairs := candidates.Differences(left, right)
		return func() {
			if !r.desk.Failed(err) && r.batch == b {
				r.showComparison(own.Article.Title, other, pairs)
			}
		}
	})
}

func textOf(ctx context.Context, p *store.Project, b *candidates.Batch, t candidates.Twin) (string, error) {
	if t.Candidate != candidates.None {
		return b.Text(ctx, t.Candidate)
	}
	body, err := p.Body(ctx, t.Article.Body)
	if err != nil {
		return "", err
	}
	return body.String(), nil
}

func (r *Room) showComparison(left, right string, pairs []candidates.Pair) {
	c := &comparison{pairs: pairs, ruler: newPairRow()}
	c.list = control.NewVirtualList(func() int { return len(c.pairs) }, func(i int, width float32) float32 {
		c.ruler.fill(c.pairs[i])
		return c.ruler.heightFor(width)
	}, func() fyne.CanvasObject { return newPairRow().object }, func(i int, o fyne.CanvasObject) {
		o.(*fyne.Container).Layout.(*pairRow).fill(c.pairs[i])
		o.Refresh()
	})
	c.list.Name = lang.L("Both texts")
	c.list.OnKey = r.desk.ListKey
	back := r.button(control.NewTextButton, lang.L("Back"), lang.L("Back to the articles that wait"), desk.KeyGiveUp, r.endComparison)
	titles := newPairRow()
	titles.lines[0].SetRuns(control.Run{Text: left, Bold: true})
	titles.lines[1].SetRuns(control.Run{Text: right, Bold: true})
	head := container.New(layout.NewCustomPaddedLayout(6, 6, 14, 10), control.NewSpread(nil,
		control.NewRichLine(2, control.Run{Text: lang.L("What differs is bold and coloured."), Colour: look.ColorMuted}), back))
	aligned := container.New(layout.NewCustomPaddedLayout(0, 0, control.ListInset, control.ListInset), titles.object)
	r.list.body.Objects = []fyne.CanvasObject{control.Between(control.Stacked(head, aligned), c.list, control.Stacked())}
	r.list.body.Refresh()
	r.compared = c
	c.list.Focus()
	r.desk.RefreshMenu()
}

// endComparison shows the rows again.
func (r *Room) endComparison() {
	r.compared = nil
	r.list.body.Objects = []fyne.CanvasObject{r.list.list}
	r.list.body.Refresh()
	r.Focus()
	r.desk.RefreshMenu()
}

// pairRow is a paragraph beside another.
type pairRow struct {
	object *fyne.Container
	lines  [2]*control.RichLine
}

// mostLines is how many lines of a paragraph are shown.
const mostLines = 200

func newPairRow() *pairRow {
	r := &pairRow{lines: [2]*control.RichLine{control.NewRichLine(mostLines), control.NewRichLine(mostLines)}}
	r.object = container.New(r, r.lines[0], r.lines[1])
	return r
}

// half is the width of one of the two, in pixels.
func half(width float32) float32 { return (width - 3*rowPadX) / 2 }

// MinSize implements fyne.Layout.
func (r *pairRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 24) }

// Layout implements fyne.Layout.
func (r *pairRow) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for i, line := range r.lines {
		line.Move(fyne.NewPos(rowPadX+float32(i)*(half(size.Width)+rowPadX), 2))
		line.Resize(fyne.NewSize(half(size.Width), size.Height-4))
	}
}

func (r *pairRow) heightFor(width float32) float32 {
	return max(r.lines[0].HeightFor(half(width)), r.lines[1].HeightFor(half(width))) + 4
}

func (r *pairRow) fill(p candidates.Pair) {
	for i, pieces := range [][]candidates.Piece{p.Left, p.Right} {
		var runs []control.Run
		for _, piece := range pieces {
			run := control.Run{Text: piece.Text}
			if piece.Differ {
				run.Bold, run.Tone = true, "red"
			}
			runs = append(runs, run)
		}
		r.lines[i].SetRuns(runs...)
	}
}
