package notesview

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/picker"
)

// template writes the file of a template.
func template(t *testing.T, name, source string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// answerWith has the file dialogs be answered with paths.
func (r room) answerWith(paths ...string) *picker.Fake {
	fake := &picker.Fake{Paths: paths}
	r.Picker = fake
	return fake
}

// byTemplate is the view with a template that was chosen by its command.
func byTemplate(t *testing.T, name, source string) (r room, path string) {
	t.Helper()
	r, path = sample(t), template(t, name, source)
	r.answerWith(path)
	if !r.Choose("Own Template for Notes…") {
		t.Fatal("no template can be chosen")
	}
	if focused := r.Window.Canvas().Focused(); focused != fyne.Focusable(r.own.list) && focused != fyne.Focusable(r.empty.Lead()) {
		t.Errorf("after a template is chosen the keyboard is at %T", focused)
	}
	return r, path
}

func TestWhatATemplateMakesIsShownAsItIsWritten(t *testing.T) {
	r, _ := byTemplate(t, "wiki.md.tmpl", "{{.Title}}\n\n  * {{len .Quotes}} quotes\n\tend{{range .Blocks}}\n{{.Kind}}{{end}}")
	if r.body.Objects[0] != r.own.list || !strings.Contains(desktest.Said(r.choices.ofTemplate), "wiki.md.tmpl") {
		t.Fatalf("shown is %q, beside %q", desktest.Said(r.body), desktest.Said(r.choices.ofTemplate))
	}
	for _, kind := range notes.Kinds() {
		r.choices.setKind(kind)
		out := filepath.Join(t.TempDir(), "out.md")
		asked := r.answerWith(out)
		r.Choose("Export Notes…")
		r.press(fyne.KeyReturn)
		all, err := os.ReadFile(out)
		want := strings.Split(string(all), "\n")
		if err != nil || !slices.Equal(r.own.made.lines, want) || !r.own.whole || r.own.made.all != len(want) {
			t.Errorf("%s: shown is %q, written %q, %v", kind, r.own.made.lines, all, err)
		}
		if got := asked.Asked[0]; !strings.HasSuffix(got.Name, ".md") || got.Filters[0].Extensions[0] != "md" {
			t.Errorf("%s: proposed is %q for %v", kind, got.Name, got.Filters)
		}
	}
	if got := r.own.row(2).text.String(); !strings.HasPrefix(got, "\u00a0\u00a0* ") || !strings.HasSuffix(got, " quotes") {
		t.Errorf("a line that begins with spaces is shown as %q", got)
	}
	r.Choose("Preview of the Notes")
	if r.Window.Canvas().Focused() != fyne.Focusable(r.own.list) {
		t.Error("F5 does not lead to what the template makes")
	}
	r.press(fyne.KeyHome)
	r.own.list.TypedShortcut(&fyne.ShortcutCopy{})
	if got := r.UI.Clipboard().Content(); got != r.own.made.lines[0] {
		t.Errorf("copied is %q", got)
	}
	r.choices.formatChoice.OnChanged("html")
	if r.body.Objects[0] != r.preview.list || r.choices.ofTemplate.Visible() || strings.Contains(r.state.Text(), "template") {
		t.Errorf("in another format shown is still what the template makes: %q", r.state.Text())
	}
}

// The list of formats asks for the file when the template is picked from it, and picking it again asks for another.
func TestPickingOwnTemplateAsksForItsFile(t *testing.T) {
	r := sample(t)
	one, two := template(t, "one.tmpl", "the first"), template(t, "two.tmpl", "the second")
	c := r.choices.formatChoice
	c.Focus()
	c.SetValue("pdf") // the one before
	r.choices.setFormat("pdf", false)
	asked := r.answerWith()
	r.press(fyne.KeyDown)
	if len(asked.Asked) != 0 || r.choices.form.Format != render.TemplateName {
		t.Errorf("walking over it asks %v, chosen is %s", asked.Asked, r.choices.form.Format)
	}
	r.Choose("Preview of the Notes")
	if lead := r.empty.Lead(); lead == nil || r.Window.Canvas().Focused() != fyne.Focusable(lead) {
		t.Error("F5 does not lead to what chooses a template")
	}
	if lead := r.empty.Lead(); r.body.Objects[0] != r.empty || lead == nil {
		t.Fatalf("without a template shown is %q", desktest.Said(r.body))
	}
	for _, path := range []string{one, two} {
		c.Focus()
		asked = r.answerWith(path)
		r.press(fyne.KeyReturn, fyne.KeyReturn)
		if len(asked.Asked) != 1 || asked.Asked[0].Purpose != picker.ForTemplates || r.choices.form.Template != path {
			t.Errorf("asked is %+v, chosen %q", asked.Asked, r.choices.form.Template)
		}
	}
	if got := desktest.Said(r.body); !strings.Contains(got, "the second") {
		t.Errorf("shown is %q", got)
	}
	r.choices.setFormat("pdf", false)
	c.SetValue("pdf")
	c.Focus()
	asked = r.answerWith()
	r.press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if len(asked.Asked) != 0 || r.choices.form.Template != two || !strings.Contains(desktest.Said(r.body), "the second") {
		t.Errorf("coming back asks %v, and shows %q", asked.Asked, desktest.Said(r.body))
	}
}

func TestWhatIsWrongWithATemplateIsSaidInTheViewUntilItIsMended(t *testing.T) {
	r, path := byTemplate(t, "wiki.tmpl", "fine\n{{.Titel}}")
	for _, want := range []string{"wiki.tmpl", "line 2", "Titel", "Blocks", "F5"} {
		if got := desktest.Said(r.body); !strings.Contains(got, want) || r.empty.Lead() == nil {
			t.Errorf("%s is not said: %q", want, got)
		}
	}
	asked := r.answerWith()
	r.Choose("Export Notes…")
	r.press(fyne.KeyReturn)
	if len(asked.Asked) != 0 || r.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("it is exported all the same: %v", asked.Asked)
	}
	r.Agree(t)
	for _, wrong := range []string{"\xff\xfe{{.Title}}", "{{if}}"} {
		if err := os.WriteFile(path, []byte(wrong), 0o600); err != nil {
			t.Fatal(err)
		}
		if r.Choose("Preview of the Notes"); r.own.made.err == nil {
			t.Errorf("%q is shown as %q", wrong, r.own.made.lines)
		}
	}
	if err := os.WriteFile(path, []byte("fine\n{{.Title}}"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.Choose("Preview of the Notes")
	if r.Window.Canvas().Focused() != fyne.Focusable(r.own.list) {
		t.Error("mended, F5 does not lead to what the template makes")
	}
	if r.body.Objects[0] != r.own.list || !strings.Contains(desktest.Said(r.body), "fine") {
		t.Errorf("mended it is shown as %q", desktest.Said(r.body))
	}
}

func TestAPresetKeepsItsTemplateAndSaysWhenThatIsGone(t *testing.T) {
	r, path := byTemplate(t, "wiki.tmpl", "mine")
	r.Choose("Save as Preset…")
	r.answer(t, "Wiki")
	other := template(t, "other.tmpl", "another")
	r.answerWith(other)
	if r.Choose("Own Template for Notes…"); !r.presets.isChanged() {
		t.Error("another template is no change")
	}
	r.presets.choose(r.presets.list[0].ID.String())
	if got := desktest.Said(r.body); r.choices.form.Template != path || r.presets.isChanged() || !strings.Contains(got, "mine") {
		t.Errorf("chosen is %q, shown %q", r.choices.form.Template, got)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	r.choices.setFormat("text", false)
	r.presets.choose(r.presets.list[0].ID.String())
	if got := desktest.Said(r.body); !strings.Contains(got, "not there any more") || !strings.Contains(got, "wiki.tmpl") {
		t.Errorf("of a template that is gone is said %q", got)
	}
	r.answerWith(other)
	desktest.Find[*control.Button](t, r.empty).Tapped(nil)
	if got := desktest.Said(r.body); !strings.Contains(got, "another") {
		t.Errorf("after another is chosen shown is %q", got)
	}
}

func TestOfALongTextTheFirstLinesAreShownAndAllAreCounted(t *testing.T) {
	r, _ := byTemplate(t, "long.tmpl", "{{range 70000}}{{.}}\n{{end}}")
	if len(r.own.made.lines) != mostOwnLines || r.own.made.all != 70000 || !strings.Contains(r.state.Text(), "first 500 of 70,000 lines") {
		t.Errorf("of %d lines %d are shown: %q", r.own.made.all, len(r.own.made.lines), r.state.Text())
	}
	r, _ = byTemplate(t, "wide.tmpl", "{{range 70000}}words {{end}}")
	if got := len([]rune(r.own.row(0).text.String())); got != longestOwn+1 || r.own.made.all != 1 {
		t.Errorf("of one long line %d code points are shown, of %d", got, r.own.made.all)
	}
}
