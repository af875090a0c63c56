package textview

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"

	"standpoint/store/text"
)

// Words that are selected with the mouse while a field has the keyboard are for that field.
func TestWordsSelectedWhileAFieldHasTheKeyboardAreTold(t *testing.T) {
	v := showing(t, article)
	field := widget.NewEntry()
	v.window.SetContent(container.NewBorder(field, nil, nil, nil, v.View))
	v.window.Resize(fyne.NewSize(700, 500))
	now := time.Unix(0, 0)
	v.now = func() time.Time { return now }
	words := v.span("delegation would try")
	drag := func() { v.drag(v.point(words.Start), v.point(words.End)) }
	click := func(times int) func() {
		return func() {
			for range times {
				v.click(words.Start + 2)
			}
		}
	}
	for name, row := range map[string]struct {
		do   func()
		want []text.Span
	}{
		"a drag":        {drag, []text.Span{words}},
		"two clicks":    {click(2), []text.Span{v.span("delegation")}},
		"one click":     {click(1), nil},
		"a second drag": {func() { drag(); now = now.Add(time.Hour); drag() }, []text.Span{words}},
		"a click, then a drag": {
			func() { v.click(words.Start); now = now.Add(time.Hour); drag() }, nil,
		},
	} {
		now = now.Add(time.Hour)
		var got []text.Span
		v.OnFetch = func(from fyne.Focusable, s text.Span) {
			if from != fyne.Focusable(field) {
				t.Errorf("%s: the keyboard was in %T", name, from)
			}
			got = append(got, s)
		}
		v.window.Canvas().Focus(field)
		row.do()
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	now = now.Add(time.Hour)
	v.window.Canvas().Focus(v.View)
	v.OnFetch = func(fyne.Focusable, text.Span) { t.Error("told though the text had the keyboard") }
	drag()
}
