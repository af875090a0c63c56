package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestWordsInTheWindowDoNoHarmToWhatStandsBesideThem(t *testing.T) {
	test.NewTempApp(t)
	r := newText("Ve\x1b\u202enn")
	r.Resize(fyne.NewSize(400, 20))
	if got := r.texts[0].(*canvas.Text).Text; got != "Ve<U+001B><U+202E>nn" {
		t.Errorf("drawn is %q", got)
	}
	r.SetText("Ve\u009bnn")
	r.Resize(fyne.NewSize(401, 20))
	if got := r.texts[0].(*canvas.Text).Text; got != "Ve<U+009B>nn" {
		t.Errorf("drawn is %q", got)
	}
	if got := Elide("a\x1b", 400, 12, fyne.TextStyle{}); got != "a<U+001B>" {
		t.Errorf("cut to its room it is %q", got)
	}
}
