package control

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/look"
)

// TestGallery shows every control once in each variant. With STANDPOINT_PICTURES set
// to a folder the pictures are written there, to look at.
func TestGallery(t *testing.T) {
	for name, v := range map[string]fyne.ThemeVariant{"light": look.Light, "dark": look.Dark} {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(look.New(v))
			shown := gallery()
			w := test.NewWindow(shown)
			t.Cleanup(w.Close)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(1240, 860))
			// A window lays out again when heights have changed; this one is asked to.
			w.Content().Refresh()
			w.Content().Refresh()
			unfoldOne(shown)
			c, _ := w.Canvas().(interface{ SetScale(float32) })
			c.SetScale(1.5)
			if dir := os.Getenv("STANDPOINT_PICTURES"); dir != "" {
				file, err := os.Create(filepath.Join(dir, "controls-"+name+".png"))
				if err != nil {
					t.Fatal(err)
				}
				defer file.Close()
				if err := png.Encode(file, w.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func gallery() *Tooltips {
	columns := container.NewGridWithColumns(4, side(galleryForm()), side(galleryFields()), galleryCards(), galleryList())
	bar := Backed(look.ColorBar, container.NewPadded(container.NewBorder(nil, nil,
		NewTabBar([]Tab{{"articles", "Articles"}, {"actors", "Actors"}, {"issues", "Issues"}}),
		container.NewGridWrap(fyne.NewSize(300, 30), NewSearchField("Search articles, quotes, actors…", "Ctrl K")))))
	status := NewStatusBar()
	status.SetLeft("9 statements · 6 positions    saved")
	status.SetRight("F1 keys", "A actor", "S statement", "P position", "H highlight", "[ ] marks")
	tips := NewTooltips(container.NewBorder(bar, status, nil, nil, columns))
	tips.After = func(_ time.Duration, call func()) func() { call(); return func() {} }
	tips.ShowTip("Anna Petrova, person, Nordland: ▲ Truce", fyne.NewPos(700, 770))
	return tips
}

func side(o fyne.CanvasObject) fyne.CanvasObject {
	return Backed(look.ColorForm, container.NewPadded(container.NewPadded(container.NewVBox(o))))
}

func galleryForm() fyne.CanvasObject {
	speaker := NewTypeAhead(actors())
	speaker.SetItem(people[0])
	on := NewField("Said on")
	on.SetText("2031-05-16")
	kind := NewSelect("Kind", []Option{{Key: "mixed", Word: "Mixed quotation"}, {Key: "direct", Word: "Direct quotation"}})
	kind.SetValue("mixed")
	stance := NewStanceChoice("Stance")
	stance.SetValue("support")
	through := NewTokenField(TypeAheadOptions{Caption: "Reported through", PlaceHolder: "nobody: said to the article itself", Items: everyone})
	through.SetItems([]Item{people[1], {Name: "an unnamed source", Words: true}, people[2]})
	wrong := NewField("Condition on")
	wrong.SetText("May the 5th")
	wrong.SetError("Write a date as 2031, 2031-05 or 2031-05-16.")
	note := NewArea("Note", 3)
	note.SetText("A note that is long enough to need a second line in this field, and more.")
	unset := NewStanceChoice("Stance, unset")
	words := NewTypeAhead(actors())
	words.SetItem(Item{Name: "a senior official", Words: true})
	return NewFlow(6,
		NewWrap(6, NewSectionHeader("New statement", "from the selection", ""), newKeyCap("S")),
		speaker, words, container.NewGridWithColumns(2, kind, on), stance, unset, through, wrong, note,
		NewWrap(12, NewKeyHint("Ctrl Enter", "save"), NewKeyHint("Esc", "cancel"), NewKeyHint("Ctrl Z", "undo")),
	)
}

func galleryFields() fyne.CanvasObject {
	known := NewTypeAhead(actors())
	known.SetText("nor")
	unknown := NewTypeAhead(actors())
	unknown.SetText("Bela Tóth")
	colour := NewColourSelect("Colour", "automatic")
	colour.SetValue("amber")
	off := NewMainButton("Save", "", "", nil)
	off.Disable()
	empty := NewField("Empty")
	empty.SetPlaceHolder("add…")
	return NewFlow(8, known, unknown, colour, empty, NewWrap(6,
		NewMainButton("Save", "Save the statement", "Ctrl Enter", nil), NewTextButton("Merge…", "", "", nil),
		NewQuietButton("Article ▾", "", "", nil), NewIconButton(theme.DeleteIcon(), "Delete", "Del", nil), off))
}

// unfoldOne unfolds the list of one field.
func unfoldOne(o fyne.CanvasObject) bool {
	if field, ok := o.(*TypeAhead); ok && field.Pending() == "Bela Tóth" {
		field.Unfold()
		return true
	}
	return slices.ContainsFunc(childrenOf(o), unfoldOne)
}

func galleryCards() fyne.CanvasObject {
	var all []fyne.CanvasObject
	swatches := NewWrap(4)
	for _, name := range look.Palette() {
		swatches.Objects = append(swatches.Objects, newBadge("●", name, name))
	}
	all = append(all, swatches)
	for i, stance := range append(look.Stances(), "support") {
		badge := NewStanceBadge(stance, i == 4)
		card := NewCard(NewFlow(3, NewSpread(badge, newText("Ceasefire on the northern border"), NewCaption("16 May · via Interport")),
			NewQuoteText(2, "“at least the first steps toward de-escalation, an end to the war, "+
				"and a clear and strong reaction from the partners”")))
		card.backing.Selected = i == 1
		all = append(all, NewSectionHeader("Anna Petrova", "Foreign Minister", look.Palette()[i]), card)
	}
	return Backed(look.ColorPanel, container.NewPadded(container.NewPadded(container.NewVBox(
		NewFlow(6, all...), NewEmptyState("No article yet. Import files, drop them here, or paste a text.",
			NewTextButton("Import…", "", "Ctrl O", nil))))))
}

func galleryList() fyne.CanvasObject {
	texts := manyTexts(40)
	l := NewVirtualList(func() int { return len(texts) }, nil, func() fyne.CanvasObject {
		return NewFlow(1, NewRichLine(2), NewRichLine(1))
	}, func(i int, row fyne.CanvasObject) {
		lines := row.(*Flow).stacked
		lines[0].(*RichLine).SetRuns(Run{Text: "Leaders call on Moorland to accept a truce, " + texts[i], Bold: true})
		lines[1].(*RichLine).SetRuns(Run{Text: "● ", Tone: look.Palette()[i%12], Size: look.CaptionSize},
			Caption("10 May 2031 · unread · говорит ΑΒΓ"))
	})
	l.Select(1)
	page := canvas.NewText("Reading Face, Привет, Ελλάδα ▲▼●◇", look.Color(look.ColorText))
	page.FontSource, page.TextSize = look.Reading(false), look.ReadingSize
	title := canvas.NewText("First talks begin", look.Color(look.ColorText))
	title.FontSource, title.TextSize = look.Reading(true), look.TitleSize
	return Backed(look.ColorPanel, container.NewBorder(container.NewVBox(title, page), nil, nil, nil, l))
}
