package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/store"
)

// stage shows one page at a time, and is what a page knows of the inspector.
type stage struct {
	desk    *desk.Desk
	reading Reading
	drafts  *drafts
	guessing

	page    page
	rest    page // shown while nothing is being edited
	dirty   bool // the page was changed since it was opened or saved
	loading background.Latest
	waiting func() // cancels keeping the draft a moment after the last key

	flow    *control.Flow
	scroll  *container.Scroll
	bottom  *fyne.Container
	whole   *fyne.Container // the page over its footer
	content *fyne.Container
}

// fieldGap is the room between fields, in pixels: a statement with holder and carrier is seen whole in a window of 1440 to 900.
const fieldGap = 6

func newFrame(d *desk.Desk, r Reading) *stage {
	f := &stage{guessing: newGuessing(), desk: d, reading: r, drafts: newDrafts(d), flow: control.NewFlow(fieldGap), waiting: func() {}}
	f.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(control.PagePad, control.PagePad, control.PagePad,
		control.PagePad), f.flow))
	f.bottom = container.New(layout.NewCustomPaddedLayout(8, 8, control.PagePad, control.PagePad))
	f.whole = control.Between(control.Stacked(), f.scroll, f.bottom)
	f.scroll.OnScrolled = func(fyne.Position) { f.shown() }
	f.content = container.New(layoutThen{f.shown}, control.Backed(look.ColorPage, f.whole))
	return f
}

// Object is what it is drawn as.
func (f *stage) Object() fyne.CanvasObject { return f.content }

// HeightFor is the height in pixels that shows the whole page at a width.
func (f *stage) HeightFor(width float32) float32 {
	height := f.flow.HeightFor(width-2*control.PagePad) + 2*control.PagePad
	if f.bottom.Visible() {
		footer := f.bottom.Objects[0]
		footer.Resize(fyne.NewSize(width-2*control.PagePad, footer.MinSize().Height)) // its lines hang on the width
		height += f.bottom.MinSize().Height
	}
	return height
}

// turn shows another page.
func (f *stage) turn(p page) {
	if old, ok := f.page.(wide); ok {
		old.left()
		f.reading.ShowAtLeft(nil)
	}
	f.page = p
	f.showPending()
	f.flow.SetObjects(p.objects()...)
	f.bottom.Objects = nil
	f.bottom.Hide()
	if footer := p.footer(); footer != nil {
		f.bottom.Objects = []fyne.CanvasObject{footer}
		f.bottom.Show()
	}
	f.scroll.ScrollToTop()
	f.resized()
	if list := f.AtLeft(); list != nil {
		f.reading.ShowAtLeft(list)
	}
}

// AtLeft is what the page shows in place of the list of articles; nil if that list stays.
func (f *stage) AtLeft() fyne.CanvasObject {
	if p, ok := f.page.(wide); ok {
		return p.atLeft()
	}
	return nil
}

// showPending shows in the text which words the open page is about, as long as it is not saved.
func (f *stage) showPending() {
	if p, ok := f.page.(marking); ok {
		f.reading.ShowPending(p.pending())
		return
	}
	f.reading.ShowPending(nil)
}

// resized makes room after the page grew or shrank.
func (f *stage) resized() {
	f.reading.Rearrange()
	f.whole.Refresh()
	f.scroll.Content.Refresh()
	f.scroll.Refresh()
	f.shown()
}

// shown is called when another part of the page may be in sight.
func (f *stage) shown() {
	if p, ok := f.page.(telling); ok {
		p.tellUnseen()
	}
}

// layoutThen gives what is in it all the room, and then does something.
type layoutThen struct{ then func() }

// MinSize implements fyne.Layout.
func (layoutThen) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Layout implements fyne.Layout.
func (l layoutThen) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	l.then()
}

// reveal scrolls as little as needed to show a field of the page whole, also where what is told of other fields takes room then.
func (f *stage) reveal(field fyne.CanvasObject) {
	for range 2 {
		control.Reveal(f.scroll, field)
		f.shown()
	}
}

// Editing reports whether there is something to save or to leave.
func (f *stage) Editing() bool { return f.page != f.rest }

// HasUnsaved reports whether something is filled in that is not saved.
func (f *stage) HasUnsaved() bool { return f.dirty }

// IsAtWork reports whether something is open that is not only shown.
func (f *stage) IsAtWork() bool {
	if p, ok := f.page.(looker); ok {
		return p.isAtWork()
	}
	return f.Editing()
}

// Rest shows what there is to do when nothing is being edited.
func (f *stage) Rest() {
	f.turnToRest()
	f.reading.LeaveSide()
}

// turnToRest is Rest while somebody goes on with the next words: the text does not become wider and narrower again under their eyes.
func (f *stage) turnToRest() {
	f.dirty = false
	f.turn(f.rest)
}

// Renew shows what became of the article, if nothing is being edited.
func (f *stage) Renew() {
	if !f.Editing() {
		f.turnToRest()
	}
}

// open turns to a page and puts the focus there; changed if something on it is not saved.
func (f *stage) open(p page, changed bool) {
	f.KeepDraft() // somebody may have gone on typing while the page was read
	f.dirty = changed
	f.turn(p)
	f.focusPage()
	f.desk.RefreshMenu()
}

// focusPage gives the keyboard to the page.
func (f *stage) focusPage() {
	f.reading.UseSide()
	f.page.focus()
}

// touched is called by a page when something was filled in.
func (f *stage) touched() {
	first := !f.dirty
	f.dirty = true
	f.waiting()
	f.waiting = f.desk.Work.Later(desk.DraftDelay, f.KeepDraft)
	if first {
		f.desk.RefreshMenu()
	}
}

// settled is called by a page that is again as it was opened.
func (f *stage) settled() {
	f.waiting()
	f.dirty = false
}

// KeepDraft keeps what is filled in, if it was changed.
func (f *stage) KeepDraft() {
	f.waiting()
	if !f.dirty || f.desk.Project == nil || f.desk.Project.ReadOnly() {
		return
	}
	if p, ok := f.page.(workPage); ok {
		p.keepDraft()
	}
}

// Save writes what is being edited and gives the focus back to the text.
func (f *stage) Save() {
	if p, ok := f.page.(workPage); ok {
		p.save()
	}
}

// GiveUp leaves the page and puts aside what was filled in; it leads back from a history.
func (f *stage) GiveUp() {
	changed := f.dirty
	f.KeepDraft()
	if p, ok := f.page.(turnedFrom); ok {
		p.goBack()
		return
	}
	var again func()
	var article store.ID
	if p, ok := f.page.(workPage); ok && changed {
		again, article = p.again(), p.of()
	}
	f.restBack()
	if again != nil {
		f.desk.PutAside(func() { f.atArticle(article, again) })
	}
}

// leave leaves the page when what it is for is done.
func (f *stage) leave() {
	if p, ok := f.page.(workPage); ok {
		p.forget()
	}
	f.restBack()
}

// restBack rests, with the keyboard in the text where somebody was when they turned to the page.
func (f *stage) restBack() {
	left := f.page
	f.Rest()
	f.reading.Focus()
	if p, ok := left.(touring); ok {
		p.comeBack()
	}
}

// atArticle brings an article to the front and then does something there; of none, wherever one is.
func (f *stage) atArticle(id store.ID, then func()) {
	f.reading.ComeToFront()
	if id == (store.ID{}) {
		then()
		return
	}
	f.reading.OpenAt(id, then)
}

// hasArticle reports whether an article is open.
func (f *stage) hasArticle() bool { return f.reading.Article().ID != store.ID{} }
