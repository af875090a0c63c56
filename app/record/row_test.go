package record

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/control"
	"standpoint/app/words"
	"standpoint/assets"
	"standpoint/store"
)

// speakEnglish has the rows of a test speak English, on Fyne's software driver.
func speakEnglish(t *testing.T) {
	t.Helper()
	test.NewTempApp(t)
	if err := words.Speak(assets.Translations, "en"); err != nil {
		t.Fatal(err)
	}
}

func TestWhoCarriedAPositionGivesWayToItsTarget(t *testing.T) {
	speakEnglish(t)
	row := store.PositionRow{
		Annotation: store.Annotation{Stance: store.StanceOppose},
		TargetRef:  store.PartyRef{Name: "A seat for the Pilots’ Guild"},
		Carriers:   []store.PartyRef{{Name: "Delta Telegraph Agency"}}, Date: "2026-03-03", Quote: "no",
	}
	shown := newRow()
	shown.ShowPosition(row, store.PositionsByHolder, false, false)
	for width, want := range map[float32][2]string{
		700: {"3 March 2026 · via Delta Telegraph Agency", ""},
		340: {"3 March 2026", "via Delta Telegraph Agency"},
	} {
		shown.Resize(fyne.NewSize(width, shown.HeightFor(width)))
		got := [2]string{strings.ReplaceAll(shown.standings[0].facts.Text(), "\u00a0", " "), ""}
		if shown.footer.Visible() {
			got[1] = shown.footer.Text()
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("at %v pixels (-want +got):\n%s", width, diff)
		}
	}
}

func TestGroupHeadingIsNoPartOfTheHighlight(t *testing.T) {
	speakEnglish(t)
	shown := newRow()
	var _ control.Highlighted = shown
	shown.SetHighlight(control.Highlight{Selected: true})
	if !shown.card.Highlight().Selected {
		t.Error("the card itself must be highlighted")
	}
}
