package history

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// TestAnActionThatSetMuchIsSummedUpAndUnfolded lists the import of many rows: their numbers, and the rest at wish.
func TestAnActionThatSetMuchIsSummedUpAndUnfolded(t *testing.T) {
	d := desktest.New(t)
	d.Write(t, func(b *store.Batch) error {
		for _, name := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"} {
			if _, err := b.AddTag(store.Tag{Name: name}); err != nil {
				return err
			}
		}
		_, err := b.AddActor(store.Actor{Name: "Port of Sela"})
		return err
	})
	h := NewList(d.Desk, desk.Subject{Name: d.Project.Name()}, func() {})
	h.rows.Reload()
	row := newActionRow(h)
	said := func() string {
		e, ok := h.rows.Row(0)
		if !ok {
			t.Fatal("nothing is listed")
		}
		row.Fill(e)
		var words []string
		for _, o := range row.lines.Objects() {
			if line, ok := o.(*control.RichLine); ok {
				words = append(words, line.Text())
			}
		}
		return strings.Join(words, "\n")
	}
	if s := said(); !strings.Contains(s, "1 actor · 9 tags") || strings.Contains(s, "Port of Sela") {
		t.Errorf("listed is:\n%s", s)
	}
	h.list.Select(0)
	h.key(&fyne.KeyEvent{Name: fyne.KeyRight})
	if s := said(); !strings.Contains(s, "Port of Sela") || !strings.Contains(s, "nine") {
		t.Errorf("unfolded is:\n%s", s)
	}
	h.key(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if s := said(); strings.Contains(s, "Port of Sela") {
		t.Errorf("folded again is:\n%s", s)
	}
}

func TestTheChosenActionStaysChosenWhenWhatItIsOfIsSetBack(t *testing.T) {
	d := desktest.New(t)
	a := d.AddArticle(t, store.Article{Title: "Harbour talks"}, "The harbour is open.")
	for _, section := range []string{"Trade", "Ports", "Sea"} {
		d.Write(t, func(b *store.Batch) error {
			return b.UpdateArticle(a.ID, func(n *store.Article) { n.Section = section })
		})
	}
	h := NewList(d.Desk, desk.Subject{Entity: store.EntityArticle, ID: a.ID, Name: a.Title}, func() {})
	d.Put(h.Content)
	h.Open()
	for range 3 {
		d.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	e, ok := h.Chosen()
	if !ok || h.list.Selected() != 2 {
		t.Fatalf("row %d is chosen", h.list.Selected())
	}
	h.SetBack(e)
	now, _ := h.Chosen()
	if a, err := d.Project.Article(t.Context(), a.ID); err != nil || now.Action != e.Action || h.list.Selected() != 3 || a.Section != "Trade" {
		t.Errorf("row %d is chosen, the section is %q: %v", h.list.Selected(), a.Section, err)
	}
}
