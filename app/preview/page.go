package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/intake"
	"standpoint/app/look"
	"standpoint/app/words"
)

// page is what is known of the selected candidates. What is typed into a field is set for all of them.
type page struct {
	room   *Room
	object fyne.CanvasObject
	scroll *container.Scroll
	flow   *control.Flow
	parts  []part
	naming naming

	edition int // of the selection that is shown
}

// part is what can have the keyboard on the page, by its name.
type part struct {
	name  string
	is    fyne.Focusable
	focus func()
}

// pageGap is the room between two parts of the page, in pixels.
const pageGap = 8

func newPage(r *Room) *page {
	p := &page{room: r, flow: control.NewFlow(pageGap), naming: naming{room: r}}
	const pad = control.PagePad
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(pad, pad, pad, pad), p.flow))
	p.object = control.Backed(look.ColorForm, p.scroll)
	return p
}

// fill shows the selected candidates. What has the keyboard keeps it, if the page still has it.
func (p *page) fill() {
	held, holds := p.held()
	p.edition, p.parts = p.room.list.together.edition, nil
	var objects []fyne.CanvasObject
	switch p.room.list.many() {
	case 0:
	case 1:
		if c, ok := p.room.batch.Candidate(p.room.list.all()[0]); ok {
			objects = p.one(c)
		}
	default:
		objects = p.several()
	}
	p.flow.SetObjects(objects...)
	p.scroll.Refresh()
	if !holds {
		return
	}
	for _, part := range p.parts {
		if part.name == held {
			part.focus()
			return
		}
	}
	p.room.Focus()
}

// held is the name of the part that has the keyboard; false if none has.
func (p *page) held() (name string, holds bool) {
	focused := p.room.desk.Window.Canvas().Focused()
	for _, part := range p.parts {
		if focused == part.is {
			return part.name, true
		}
	}
	return "", false
}

// mostParts is how many parts of a file of which no article comes are shown with their reasons; the report has all.
const mostParts = 20

// one is all that is known of one candidate.
func (p *page) one(c candidates.Candidate) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{control.PageTitle(nameOf(c), "", "")}
	if c.Err != nil {
		objects = append(objects, control.NewRichLine(12, control.Run{Text: words.Error(c.Err)}))
		for _, err := range c.Left[:min(len(c.Left), mostParts)] {
			objects = append(objects, control.NewRichLine(6, control.Run{Text: "! " + words.Error(err), Colour: look.ColorMuted}))
		}
		return append(objects, p.reading(c)...)
	}
	if !p.room.desk.Prefs.ProposesNothing() {
		objects = append(objects, p.naming.lineOf(c))
	}
	for _, f := range intake.FieldsOf(&c.Article) {
		objects = append(objects, p.field(f.Name, *f.Value, placeWords(c.From[f.Name])))
	}
	if c.Settled != nil {
		objects = append(objects, control.Muted(settledWords(c.Settled)))
	}
	for _, t := range c.Twins() {
		objects = append(objects, control.NewRichLine(4, control.Run{Text: "= " + p.room.twinWords(c, t), Tone: "amber"}),
			control.NewWrap(control.ButtonGap, p.room.button(control.NewTextButton, lang.L("Compare"), lang.L("Show both texts side by side"),
				desk.KeyCompare, func() { p.room.compare(c.ID, t) })))
	}
	for _, sentence := range words.Told(c.Problems) {
		objects = append(objects, control.NewRichLine(6, control.Run{Text: "! " + sentence, Colour: look.ColorMuted}))
	}
	if from := c.From[intake.FieldBody]; from.Place == intake.PlaceAttachment {
		objects = append(objects, control.Muted(words.Sentence("The text comes from “%s”.", from.Name)))
	}
	if c.Abstract != "" {
		objects = append(objects, control.NewRichLine(12, control.Run{
			Text: words.Sentence("Comes with it as a note: %s", c.Abstract), Colour: look.ColorMuted,
		}))
	}
	if c.Highlights > 0 {
		objects = append(objects, control.Muted(words.Counted(c.Highlights, "{{.Count}} highlight comes with it")))
	}
	return append(objects, p.reading(c)...)
}

// several are the fields of candidates that are selected together. A field in which they differ is empty.
func (p *page) several() []fyne.CanvasObject {
	together := p.room.list.together.set
	fields, articles := together.Common()
	objects := []fyne.CanvasObject{control.PageTitle(words.Counted(articles, "{{.Count}} article"), "", "")}
	if articles > 0 {
		objects = append(objects, control.Muted(lang.L("What you type is set for all of them.")))
	}
	for _, f := range fields {
		note := ""
		if f.Differ {
			note = lang.L("several values")
		}
		objects = append(objects, p.field(f.Field, f.Value, note))
	}
	if first, ok := p.room.batch.Candidate(together.FirstOfText()); ok {
		objects = append(objects, p.readingOf(first, together.Ways())...)
	}
	return objects
}

// field is a field to correct. Enter sets it and goes back to the list; leaving it sets it too.
func (p *page) field(name intake.Field, value, note string) fyne.CanvasObject {
	caption := fieldWord(name)
	if note != "" {
		caption = words.Dotted(caption, note)
	}
	f := control.NewField(caption)
	f.SetText(value)
	var ids []int // that were selected when the field got the keyboard
	last := value
	set := func() bool {
		typed := f.Text()
		if typed == last {
			return true
		}
		if err := p.room.set(name, typed, ids); err != nil {
			f.SetError(words.Error(err))
			return false
		}
		last = typed
		return true
	}
	back := func() {
		if set() {
			p.room.Focus()
			p.fill()
		}
	}
	f.OnSubmitted = func(string) { back() }
	f.OnSave = func() {
		if set() {
			p.room.ImportTicked()
		}
	}
	f.OnCancel = func() { f.SetText(last); p.room.Focus() }
	f.OnKey = func(e *fyne.KeyEvent) bool { return p.room.desk.TypedKey(e) }
	f.OnFocus = func(focused bool) {
		if !focused {
			set()
			return
		}
		ids = p.room.list.all()
		f.SelectAll() // what is typed takes its place
	}
	p.parts = append(p.parts, part{string(name), f.Input(), f.Focus})
	return f
}

// reading is how the file of a candidate is read: its encoding, its columns, its lines.
func (p *page) reading(c candidates.Candidate) []fyne.CanvasObject {
	return p.readingOf(c, candidates.Ways{})
}

// severalKey is the key of no encoding: files are read in several.
const severalKey = "several"

// readingOf is how the files of candidates are read of which c is the first. Where they differ, it says so.
func (p *page) readingOf(c candidates.Candidate, ways candidates.Ways) []fyne.CanvasObject {
	r := p.room
	o := r.batch.OptionsOf(c.ID)
	var objects []fyne.CanvasObject
	if c.Encoding != "" || intake.IsOfText(c.Err) {
		caption, chosen, found := lang.L("Encoding of the file"), o.Encoding, c.Encoding
		if ways.Encodings {
			caption, chosen, found = words.Dotted(caption, lang.L("several values")), severalKey, ""
		}
		encoding := control.NewSelect(caption, encodings(chosen, found))
		encoding.SetValue(chosen)
		encoding.OnChanged = func(name string) { r.reread(candidates.Encodings, func(o *intake.Options) { o.Encoding = name }) }
		encoding.OnKey, encoding.OnCancel = r.desk.TypedKey, r.Focus
		p.parts = append(p.parts, part{"encoding", encoding, encoding.Focus})
		objects = append(objects, encoding)
	}
	if columns := r.batch.ColumnsOf(c.ID); len(columns) > 0 {
		objects = append(objects, control.NewWrap(control.ButtonGap, r.button(control.NewTextButton, lang.L("Columns…"),
			lang.L("Say what the columns of the table hold"), desk.KeyColumns, r.askColumns)))
	}
	if c.Joined > 0 || o.KeepLines || ways.Lines {
		caption := lang.L("Keep the lines")
		if ways.Lines {
			caption = words.Dotted(caption, lang.L("several values"))
		}
		tick := control.NewTick(caption, o.KeepLines && !ways.Lines)
		tick.OnChanged = func(keep bool) { r.reread(candidates.Lines, func(o *intake.Options) { o.KeepLines = keep }) }
		tick.OnKey, tick.OnCancel = r.desk.TypedKey, r.Focus
		p.parts = append(p.parts, part{"lines", tick, func() { r.desk.Window.Canvas().Focus(tick) }})
		objects = append(objects, tick)
	}
	return objects
}

// encodings are those that a file can be read in, and first that it is found out, with what was found.
func encodings(chosen, found string) []control.Option {
	list := []control.Option{{Key: "", Word: lang.L("found out")}}
	if chosen == "" && found != "" {
		list[0].Word = words.Sentence("%s, found out", found)
	}
	for _, name := range intake.Encodings() {
		list = append(list, control.Option{Key: name, Word: name})
	}
	return list
}
