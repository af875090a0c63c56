package notesview

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// newTemplateChoice makes what says which file the template is, and what chooses another.
func (c *choices) newTemplateChoice() {
	c.template = control.NewRichLine(2)
	ask := control.NewTextButton(lang.L("Choose…"), lang.L("Choose the file of a template of your own"), keyTemplate.String(), c.askTemplate)
	ask.OnKey = c.desk.TypedKey
	c.ofTemplate = control.NewSpread(nil, c.template, ask)
}

// showTemplate says which file the template is, where the notes are written by one.
func (c *choices) showTemplate() {
	c.ofTemplate.Hidden = c.form.Format != render.TemplateName
	if c.form.Template == "" {
		c.template.SetRuns(control.Run{Text: lang.L("No template is chosen yet."), Colour: look.ColorMuted})
		return
	}
	folder, name := filepath.Split(c.form.Template)
	c.template.SetRuns(control.Run{Text: text.Shown(name)}, control.Caption("  "+text.Shown(folder)))
}

// askTemplate asks for the file of a template, by which the notes are written from then on.
func (c *choices) askTemplate() { c.askTemplateFor(func() {}) }

// askTemplateFor does so, and does something when one is chosen.
func (c *choices) askTemplateFor(chosen func()) {
	c.desk.Picker.OpenFile(picker.Request{
		Title: lang.L("Choose the template that makes the notes"), Purpose: picker.ForTemplates,
		Filters: []picker.Filter{
			{Label: lang.L("Templates"), Extensions: []string{"tmpl", "gotmpl", "tpl", "template", "txt", "md", "tex", "html"}}, picker.EveryFile(),
		},
	}, c.desk.Chosen(func(path string) {
		c.form.Template = path
		c.formatChoice.SetValue(render.TemplateName)
		c.setFormat(render.TemplateName, false)
		chosen()
	}))
}

// written is the form of the notes as a preset keeps it.
func (c *choices) written() notes.Form {
	as := c.form
	if as.Format != render.TemplateName {
		as.Template = ""
	}
	return as
}

// take takes the form that a preset keeps.
func (c *choices) take(as notes.Form) {
	if as.Format != render.TemplateName {
		as.Template = c.form.Template
	}
	c.form = as
}

// ownForm is what a template of one's own makes of the document: the beginning of it, as lines.
type ownForm struct {
	desk   *desk.Desk
	path   string // "": the notes are not written by a template, or none is chosen
	on     bool   // the notes are written by a template
	made   ownLines
	whole  bool // it is made of the whole document
	list   *control.VirtualList
	picked *control.Indexes
	choose *control.Button // chooses the first template, or one in the place of one that does not work
	coming bool            // the keyboard comes to what is shown next
	filled bool            // what is shown is what the template makes of the document, or why it makes nothing
	asking background.Latest
	show   func() // other lines are made
}

// ownLines are the first lines that a template makes, or why it makes none.
type ownLines struct {
	lines []string
	all   int // lines that it makes
	err   error
}

// What is shown of what a template makes.
const (
	mostOwnLines  = 500
	longestOwn    = 2000 // code points of a line
	mostOwnBytes  = 256 * 1024
	tabInOwnLines = "\u00a0\u00a0\u00a0\u00a0"
)

func newOwnForm(d *desk.Desk, choose, show func()) *ownForm {
	o := &ownForm{desk: d, show: show}
	o.choose = control.NewTextButton(lang.L("Choose a template…"), "", keyTemplate.String(), choose)
	ruler := newRowView()
	o.list = control.NewVirtualList(func() int { return len(o.made.lines) }, func(i int, width float32) float32 {
		ruler.fill(o.row(i), -1)
		return ruler.HeightFor(width)
	}, func() fyne.CanvasObject { return newRowView() }, func(i int, row fyne.CanvasObject) {
		v := row.(*rowView)
		v.fill(o.row(i), -1)
		v.Refresh()
	})
	o.list.Name = lang.L("What the template makes")
	o.list.HasBoxes = true
	o.picked = control.NewIndexes(o.list)
	o.list.SetTight(true)
	o.list.OnSelected = o.picked.Begin
	o.list.OnCopy = o.copySelected
	o.list.OnLetter, o.list.OnKey = d.TypedLetter, d.ListKey
	o.list.OnMenu = func(_ int, at fyne.Position) { d.PopUpMenu(at, desk.SectionNotes) }
	return o
}

// row is a line as it is shown: with the spaces at its beginning, and cut where it is very long.
func (o *ownForm) row(i int) row {
	line := text.Shown(o.made.lines[i])
	if utf8.RuneCountInString(line) > longestOwn {
		line = string([]rune(line)[:longestOwn]) + "…"
	}
	bare := strings.TrimLeft(line, " \t")
	indent := strings.NewReplacer(" ", "\u00a0", "\t", tabInOwnLines).Replace(line[:len(line)-len(bare)])
	if line = indent + bare; line == "" {
		line = "\u00a0"
	}
	return row{kind: rowLine, block: -1, text: notes.Text{{Text: line}}}
}

// isShown reports whether the notes are shown as a template makes them.
func (o *ownForm) isShown() bool { return o.on }

// make has the template in a file make a document, the whole or the first part of it.
func (o *ownForm) make(path string, d notes.Document, whole bool) {
	if path != o.path {
		o.path, o.made, o.whole = path, ownLines{}, false
		o.list.ReloadFrom(0, -1)
	}
	o.filled = false
	desk.Query(o.desk, &o.asking, func(ctx context.Context, _ *store.Project) (ownLines, error) {
		var b beginning
		f, err := render.ReadTemplate(path)
		if err == nil {
			err = f.Write(ctx, &b, d)
		}
		if ctx.Err() != nil {
			return ownLines{}, ctx.Err()
		}
		return ownLines{b.lines(), b.all(), templateFault(path, err)}, nil
	}, func(now ownLines) {
		if now.err != nil && !whole {
			return // of the whole it may be otherwise
		}
		if now.err != nil {
			now.lines, now.all = nil, 0
		}
		same := slices.Equal(now.lines, o.made.lines)
		if o.made, o.whole, o.filled = now, whole, true; !same {
			o.picked.Begin(-1)
			o.list.ReloadFrom(min(o.list.Top(), len(now.lines)-1), -1)
		}
		o.show()
	})
}

// leave has the notes be shown as they are.
func (o *ownForm) leave() {
	o.asking.Overtake()
	o.path, o.made, o.whole, o.filled = "", ownLines{}, false, true
}

// state says how much of what the template makes is shown.
func (o *ownForm) state() string {
	switch {
	case o.made.err != nil || len(o.made.lines) == 0 && !o.whole:
		return ""
	case !o.whole:
		return lang.L("The beginning of the notes; the rest is being read…")
	case o.made.all > len(o.made.lines):
		return words.Sentence("The first %d of %d lines that the template makes; %s reads it again", len(o.made.lines), o.made.all,
			keyShow)
	}
	return words.Counted(o.made.all, "All that the template makes: {{.Count}} line; %s reads it again", keyShow)
}

// copySelected puts the selected lines on the clipboard.
func (o *ownForm) copySelected() {
	at := o.picked.List()
	if len(at) == 0 && o.list.Selected() >= 0 {
		at = []int{o.list.Selected()}
	}
	var lines []string
	for _, i := range at {
		lines = append(lines, o.made.lines[i])
	}
	if len(lines) == 0 {
		o.desk.Tell(lang.L("Nothing is selected in the preview, so nothing was copied."))
		return
	}
	o.desk.UI.Clipboard().SetContent(strings.Join(lines, "\n"))
	o.desk.Tell(words.Counted(len(lines), "Copied: {{.Count}} line."))
}

// beginning keeps the first lines of what is written, and counts the others.
type beginning struct {
	kept   strings.Builder
	kepts  int  // line ends that are kept
	ends   int  // line ends
	inLine bool // something follows the last of them
}

// Write implements io.Writer.
func (b *beginning) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		line, after, ended := strings.Cut(string(rest), "\n")
		if b.kepts < mostOwnLines && b.kept.Len() < mostOwnBytes {
			b.kept.WriteString(line)
			if ended {
				b.kept.WriteByte('\n')
				b.kepts++
			}
		}
		if b.inLine = !ended; ended {
			b.ends++
		}
		rest = []byte(after)
	}
	return len(p), nil
}

func (b *beginning) lines() []string {
	if b.kept.Len() == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(b.kept.String(), "\n"), "\n")
}

// all is how many lines were written.
func (b *beginning) all() int {
	if b.inLine {
		return b.ends + 1
	}
	return b.ends
}

// templateFault says what is wrong with the template in a file, and what is to be done.
func templateFault(path string, err error) error {
	name := text.Shown(filepath.Base(path))
	switch {
	case err == nil || errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return say.Errorf("The template “%s” is not there any more, or its folder is not: %s. Put it back and press %s, or choose another.",
			name, text.Shown(path), keyShow.String())
	}
	return say.Errorf("Something is wrong with the template “%s”: %w. Mend it and press %s, or choose another.", name, err, keyShow.String())
}

// reformed follows that the notes are to be written in another form.
func (v *View) reformed() {
	v.presets.show()
	v.fillTemplate()
	v.showOwn()
	v.desk.RefreshMenu() // and the keys that are told
}

// fillTemplate has the template make the document that is shown, if the notes are to be written by one.
func (v *View) fillTemplate() {
	form := v.choices.written()
	v.own.on = form.Format == render.TemplateName
	if form.Template == "" || !v.preview.hasRows() {
		v.own.leave()
		return
	}
	v.own.make(form.Template, v.made.document, v.made.whole)
}

// showOwn shows what the template makes.
func (v *View) showOwn() {
	v.showState()
	v.showBody()
	if !v.own.coming || !v.own.filled {
		return
	}
	v.own.coming = false
	if lead := v.empty.Lead(); v.body.Objects[0] == v.empty && lead != nil {
		v.desk.Window.Canvas().Focus(lead)
	} else if v.own.isShown() {
		v.own.list.Focus()
	}
}

// lackingTemplate says why there is nothing that the template makes; "" if there is.
func (v *View) lackingTemplate() (sentence string, lead *control.Button) {
	switch {
	case v.choices.form.Template == "":
		return lang.L("A template of your own gives the notes any other text form: a wiki, LaTeX, a list for mails. It is a text file " +
			"with fields and functions, which the documentation names."), v.own.choose
	case v.own.made.err != nil:
		return words.Error(v.own.made.err), v.own.choose
	case len(v.own.made.lines) == 0 && !v.own.whole:
		return lang.L("The notes are being read…"), nil
	}
	return "", nil
}

// hasTemplate reports whether there is a template that works, as far as is known; else it asks for one, or says what is wrong.
func (v *View) hasTemplate() bool {
	switch {
	case v.choices.form.Template == "":
		v.choices.askTemplate()
	case v.own.made.err != nil:
		v.desk.Complain(v.own.made.err)
		v.fillTemplate() // it may be mended by now
	default:
		return true
	}
	return false
}

// toTemplate shows the view, and asks for the template by which the notes are written.
func (v *View) toTemplate() {
	v.desk.Show(v)
	v.panes.Ask(control.Left)
	v.choices.askTemplateFor(v.toDocument)
}
