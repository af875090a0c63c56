package textview

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/store/text"
)

func TestWideningGoesFromWordToQuotationToSentenceToAll(t *testing.T) {
	const said = "Odalys left. “We heard: ‘not a toll’ and we agree,” Brennick said. Nobody asked.\n\nA second paragraph."
	v := showing(t, said)
	at := v.span("toll").Start + 1
	v.Select(text.Span{Start: at, End: at})
	want := []string{
		"toll", "not a toll", "‘not a toll’", "We heard: ‘not a toll’ and we agree,",
		"“We heard: ‘not a toll’ and we agree,”", "“We heard: ‘not a toll’ and we agree,” Brennick said.",
		"Odalys left. “We heard: ‘not a toll’ and we agree,” Brennick said. Nobody asked.", said,
	}
	var got []string
	for range want {
		v.WidenSelection()
		got = append(got, v.SelectedText())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for i := len(want) - 2; i >= 0; i-- {
		v.NarrowSelection()
		if v.SelectedText() != want[i] {
			t.Errorf("narrowed to %q, want %q", v.SelectedText(), want[i])
		}
	}
	v.NarrowSelection()
	if !v.Selection().Empty() || v.Caret() != at {
		t.Errorf("at last selected %q, caret at %d, began at %d", v.SelectedText(), v.Caret(), at)
	}
}

func TestNarrowingAfterAnotherSelectionDoesNothing(t *testing.T) {
	v := showing(t, article)
	v.Select(v.span("delegation"))
	v.WidenSelection()
	v.Select(v.span("Brennick"))
	v.NarrowSelection()
	if got := v.SelectedText(); got != "Brennick" {
		t.Errorf("selected %q", got)
	}
}

func TestWideningAlwaysGrowsUntilAllIsSelected(t *testing.T) {
	v := showing(t, article)
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.IntRange(0, v.body.Len()).Draw(t, "start")
		v.Select(text.Span{Start: start, End: rapid.IntRange(start, v.body.Len()).Draw(t, "end")})
		for v.Selection().Len() < v.body.Len() {
			before := v.Selection()
			v.WidenSelection()
			if now := v.Selection(); now.Len() <= before.Len() || now.Start > before.Start || now.End < before.End {
				t.Fatalf("from %v to %v", before, now)
			}
		}
	})
}
