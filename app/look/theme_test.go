package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

func TestOwnVariantWinsOverTheSystems(t *testing.T) {
	page := func(v fyne.ThemeVariant) any { c, _ := named(ColorPage, v); return c }
	for _, tt := range []struct{ own, asked, want fyne.ThemeVariant }{
		{Light, Dark, Light}, {Dark, Light, Dark}, {System, Light, Light}, {System, Dark, Dark}, {System, 7, Light},
	} {
		if got := New(tt.own).Color(ColorPage, tt.asked); got != page(tt.want) {
			t.Errorf("theme %d asked for %d shows page %v, want that of %d", tt.own, tt.asked, got, tt.want)
		}
	}
}

func TestColorResolvesForTheThemeInUse(t *testing.T) {
	app := test.NewTempApp(t)
	for _, v := range variants {
		app.Settings().SetTheme(New(v))
		if got, _ := named(ColorPanel, v); Color(ColorPanel) != got {
			t.Errorf("panel is %v, want %v", Color(ColorPanel), got)
		}
		if Variant() != v {
			t.Errorf("variant is %d, want %d", Variant(), v)
		}
		if Color(theme.ColorNameInputBackground) != Color(ColorField) {
			t.Error("Fyne's inputs do not have the colour of our fields")
		}
	}
}

func TestEveryColourHasBothShades(t *testing.T) {
	for name, s := range colours {
		if s.light.A == 0 || s.dark.A == 0 {
			t.Errorf("%s is not set in both variants", name)
		}
	}
	for theirs, ours := range fyneNames {
		if _, ok := colours[ours]; !ok {
			t.Errorf("%s is shown as %s, which has no colour", theirs, ours)
		}
	}
}

func TestStanceIsNeverOnlyAColour(t *testing.T) {
	signs := map[string]bool{}
	for _, key := range Stances() {
		for _, conditional := range []bool{false, true} {
			s := StanceOf(key, conditional)
			if s.Sign == "" || s.Word == "" || s.Letter == 0 || signs[s.Sign] {
				t.Errorf("%s, conditional %v: %+v lacks a sign of its own, a word or a letter", key, conditional, s)
			}
			signs[s.Sign] = true
		}
	}
	if s := StanceOf("", false); s.Sign != "" || s.Word == "" {
		t.Errorf("an unset stance is shown as %+v", s)
	}
}
