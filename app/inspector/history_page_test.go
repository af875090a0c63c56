package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/store"
)

func TestAnAnnotationIsSetBackFromItsHistory(t *testing.T) {
	a := newSide(t)
	id := a.savedMention(t).form.Annotation
	a.Desk.Write(t, func(b *store.Batch) error { return b.SetNote(store.EntityAnnotation, id, "later") })
	a.ShowHistory(store.EntityAnnotation, id)
	if shown, ok := a.page.(*historyPage); !ok || len(shown.actions) != 2 {
		t.Fatalf("the page is %+v", a.page)
	}
	for _, o := range test.LaidOutObjects(a.Inspector.Object()) {
		if button, ok := o.(*control.Button); ok && strings.HasPrefix(button.Tooltip(), "Give it all fields") {
			button.Tapped(nil)
			break
		}
	}
	if note := a.noteOn(t, id); note != "" {
		t.Errorf("set back, the note is %q", note)
	}
	if page, ok := a.form(); !ok || page.form.Annotation != id {
		t.Error("the annotation's form is not shown")
	}
}
