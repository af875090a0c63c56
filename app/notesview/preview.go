package notesview

import (
	"context"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/notes"
	"standpoint/store"
)

// preview shows the rows of a document, those alone that are in sight.
type preview struct {
	desk    *desk.Desk
	pages   pages
	list    *control.VirtualList
	picked  *control.Indexes // rows that are selected together
	ruler   *rowView
	enter   func(int) bool // what Enter does on a row in place of leading somewhere; false: nothing
	link    int            // the link at which the keyboard is, in the row
	linked  int            // with that index; -1: at none
	trail   []trace        // from where links were followed, the last at the end
	opening background.Latest
}

// trace is where the preview was when a link was followed.
type trace struct {
	top, row rowKey
	link     int // at which the keyboard was, in the row; -1: at none
}

func newPreview(d *desk.Desk) *preview {
	p := &preview{desk: d, ruler: newRowView(), linked: -1, enter: func(int) bool { return false }}
	p.list = control.NewVirtualList(func() int { return len(p.pages.rows) }, func(i int, width float32) float32 {
		p.ruler.fill(p.pages.rows[i], -1)
		return p.ruler.HeightFor(width)
	}, func() fyne.CanvasObject { return newRowView() }, p.update)
	p.list.Name = lang.L("Preview of the notes")
	p.list.HasBoxes = true
	p.picked = control.NewIndexes(p.list)
	p.list.SetTight(true)
	p.list.OnSelected = func(i int) {
		p.picked.Begin(i)
		p.leaveLink()
		d.RefreshMenu() // what can be done with it
	}
	p.list.OnActivated = func(int) { p.follow(p.list.At()) }
	p.list.OnPressed = p.pressed
	p.list.OnTwice = func(i int) {
		if !p.enter(i) {
			p.selectSection(i)
		}
	}
	p.list.OnCopy = p.copySelected
	p.list.OnLetter = d.TypedLetter
	p.list.OnKey = p.typedKey
	p.list.OnMenu = func(_ int, at fyne.Position) { d.PopUpMenu(at, desk.SectionNotes, desk.SectionReport) }
	return p
}

func (p *preview) update(i int, o fyne.CanvasObject) {
	v := o.(*rowView)
	v.fill(p.pages.rows[i], p.linkIn(i))
	v.Refresh()
}

// show shows another document. The row at the top of the view stays there if the document has it still, and so does what is selected.
func (p *preview) show(now pages, anew bool) {
	before := p.pages
	top, selected := -1, -1
	var picked []int
	if at := p.list.Top(); at > 0 && at < len(before.rows) && !anew {
		top = now.find(before.rows[at].key)
	}
	if at := p.list.Selected(); at >= 0 && at < len(before.rows) && !anew {
		selected = now.find(before.rows[at].key)
	}
	if list := p.picked.List(); len(list) > 0 && !anew {
		picked = []int{now.find(before.rows[list[0]].key), now.find(before.rows[list[len(list)-1]].key)}
	}
	p.pages, p.linked = now, -1
	if anew {
		p.trail = nil
	}
	p.picked.Begin(selected)
	if len(picked) == 2 && picked[0] >= 0 && picked[1] >= picked[0] {
		p.picked.Begin(picked[0])
		p.picked.ExtendTo(picked[1])
	}
	p.list.ReloadFrom(top, selected)
}

// selected are the rows that are selected, in their order.
func (p *preview) selected() []int {
	if list := p.picked.List(); len(list) > 0 {
		return list
	}
	if at := p.list.Selected(); at >= 0 && at < len(p.pages.rows) {
		return []int{at}
	}
	return nil
}

// selectSection selects the part of the document that a row is in, together.
func (p *preview) selectSection(at int) {
	first, last := p.pages.section(at)
	p.list.Select(first)
	p.picked.Begin(first)
	p.picked.ExtendTo(last)
	p.desk.RefreshMenu()
}

// jump brings the row with an anchor to the top and the keyboard there, from a row with a link.
func (p *preview) jump(from rowKey, anchor string) {
	at, there := p.pages.places[anchor]
	if !there {
		return
	}
	left := trace{row: from, link: -1}
	if top := p.list.Top(); top >= 0 {
		left.top = p.pages.rows[top].key
	}
	if row := p.list.At(); row >= 0 && p.pages.rows[row].key == from {
		left.link = p.linkIn(row)
	}
	p.trail = append(p.trail, left)
	p.list.ReloadFrom(at, at)
	p.picked.Begin(at)
	p.linked = -1
	p.desk.RefreshMenu() // one can go back
}

// canGoBack reports whether a link was followed.
func (p *preview) canGoBack() bool { return len(p.trail) > 0 }

// goBack leads back to where the last link was followed, as far as the document has that still.
func (p *preview) goBack() {
	last := len(p.trail) - 1
	left := p.trail[last]
	p.trail = p.trail[:last]
	row := p.pages.find(left.row)
	if row < 0 {
		p.desk.Tell(lang.L("The notes do not have that place any more."))
		return
	}
	p.list.ReloadFrom(p.pages.find(left.top), row)
	p.list.Focus()
	p.picked.Begin(row)
	p.link, p.linked = left.link, row
	p.list.Update(row)
	p.desk.RefreshMenu()
}

// pressed follows a click on a link, or on the words of a quotation.
func (p *preview) pressed(content fyne.CanvasObject, at fyne.Position) bool {
	v := content.(*rowView)
	part, run, on := v.runAt(at)
	if !on {
		return false
	}
	for _, l := range part.links {
		if l.run == run {
			p.list.Focus()
			p.goTo(v.shown.key, l)
			return true
		}
	}
	if part.said && v.shown.quote.Of != (store.ID{}) {
		p.open(v.shown.quote.Of)
		return true
	}
	return false
}

// follow goes where a row leads: along the link that the keyboard is at, to the words of a quotation, or along the first link.
func (p *preview) follow(i int) {
	if p.linkIn(i) < 0 && p.enter(i) {
		return
	}
	r := p.pages.rows[i]
	p.ruler.fill(r, -1)
	if l, is := p.ruler.linkAt(p.linkIn(i)); is {
		p.goTo(r.key, l)
		return
	}
	switch {
	case r.quote != nil && r.quote.Of != (store.ID{}):
		p.open(r.quote.Of)
	case len(r.begins) > 0:
		p.open(r.marks[r.begins[0]].Of)
	default:
		if l, is := p.ruler.linkAt(0); is {
			p.goTo(r.key, l)
		}
	}
}

// goTo goes along a link of a row.
func (p *preview) goTo(from rowKey, l link) {
	if l.web == "" {
		p.jump(from, l.to)
		return
	}
	if address, err := url.Parse(l.web); err == nil {
		p.desk.Failed(p.desk.Outside(address))
	}
}

// open shows the words of an annotation in its article.
func (p *preview) open(annotation store.ID) {
	desk.Query(p.desk, &p.opening, func(ctx context.Context, at *store.Project) (store.Annotation, error) {
		return at.Annotation(ctx, annotation)
	}, func(a store.Annotation) {
		p.desk.GoTo(desk.Place{Entity: store.EntityAnnotation, ID: a.ID, Article: a.Article})
	})
}

// typedKey moves along the links of the selected row, and hands on what is left.
func (p *preview) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight:
		p.pickLink(1)
	case fyne.KeyLeft:
		p.pickLink(-1)
	default:
		p.desk.ListKey(e)
	}
}

// linkIn is the link of a row at which the keyboard is; -1: at none.
func (p *preview) linkIn(i int) int {
	if i != p.linked || i != p.list.At() {
		return -1
	}
	return p.link
}

// pickLink moves the keyboard to the next link of the row, or to the one before, before which there is none.
func (p *preview) pickLink(by int) {
	at := p.list.At()
	if at < 0 {
		return
	}
	p.ruler.fill(p.pages.rows[at], -1)
	p.link, p.linked = min(max(p.linkIn(at)+by, -1), p.ruler.links()-1), at
	p.list.Update(at)
}

// leaveLink has the keyboard be at no link any more.
func (p *preview) leaveLink() {
	left := p.linked
	if p.linked = -1; left >= 0 {
		p.list.Update(left)
	}
}

// leads reports whether a row leads somewhere.
func (p *preview) leads(at int) bool {
	r := p.pages.rows[at]
	p.ruler.fill(r, -1)
	return r.quote != nil || p.ruler.links() > 0
}

// come selects a row, and brings it into sight.
func (p *preview) come(at int) {
	p.list.Select(at)
	p.picked.Begin(at)
	p.list.ScrollTo(at)
	p.leaveLink()
	p.desk.RefreshMenu()
}

// hasRows reports whether there is something to copy.
func (p *preview) hasRows() bool { return len(p.pages.rows) > 0 }

// whole is the document that is shown.
func (p *preview) whole() notes.Document { return p.pages.document }
