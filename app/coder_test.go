package app

import (
	"strings"
	"testing"

	"standpoint/store"
)

func TestWhoAnnotatesIsAskedOnce(t *testing.T) {
	a := newHarbour(t)
	a.askCoder()
	if !a.IsCovered() {
		t.Fatal("nobody is asked")
	}
	a.answer(t, true)
	if got := a.Prefs.String(prefCoder); got != a.options.Coder {
		t.Errorf("kept is %q", got)
	}
	a.askCoder()
	if a.IsCovered() {
		t.Error("asked again")
	}
}

func TestACoderIsShownRenamedAndTakesOver(t *testing.T) {
	a := newHarbour(t)
	link := func(words, name string) {
		t.Helper()
		a.link(t, words, name, store.ActorState)
	}
	link("Norvia", "Norvia")
	a.setCoder("Ben", false)
	link("Meridian", "Meridian")
	coders := func() string {
		var names []string
		for _, c := range a.Names.Coders {
			names = append(names, c.Name)
		}
		return strings.Join(names, ", ")
	}
	if got := coders(); got != "Ada, Ben" {
		t.Errorf("coders are %s", got)
	}
	for _, m := range a.articles.Annotations() {
		want := "recorded by " + a.Names.Coder(m.Coder)
		if tip := a.tipOf(m.ID); !strings.Contains(tip, want) {
			t.Errorf("the tip is %q", tip)
		}
		want = map[string]string{"Ada": "by Ada", "Ben": "by you"}[a.Names.Coder(m.Coder)]
		a.articles.Pick(m.ID)
		if form := said(a.articles.Object()); !strings.Contains(form, want+" · ") {
			t.Errorf("the form of %s's says %q, want %q", a.Names.Coder(m.Coder), form, want)
		}
	}
	a.setCoder("Benedikt", true)
	if got := coders(); got != "Ada, Benedikt" {
		t.Errorf("renamed, coders are %s", got)
	}
	a.showCoder()
	if said := a.said(); !strings.Contains(said, "Take over the work of") {
		t.Errorf("asked: %s", said)
	}
	a.answer(t, false)
	a.takeOver([]store.Coder{a.Names.Coders[0]})
	if got := coders(); got != "Benedikt" {
		t.Errorf("after taking over, coders are %s", got)
	}
}
