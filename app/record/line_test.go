package record

import (
	"strings"
	"testing"

	"standpoint/app/control"
	"standpoint/store"
	"standpoint/store/text"
)

// longRows fills a row with each kind of thing that it shows, all of them with many words.
func longRows(t *testing.T) map[string]func(*Row) {
	t.Helper()
	many := strings.Repeat("and more words of it ", 40)
	target := store.PartyRef{Name: "A seat for the Pilots’ Guild on the commission"}
	body, err := text.NewBody("Talks opened.\n" + many + "Rhea Solm " + many)
	if err != nil {
		t.Fatal(err)
	}
	anchor, err := text.NewAnchor(body, text.Span{Start: 14, End: 14 + len(many)})
	if err != nil {
		t.Fatal(err)
	}
	position := store.PositionRow{TargetRef: target, Quote: many, Date: "2026-03-03", ArticleTitle: many}
	position.Stance, position.Condition = store.StanceOppose, "if it is low"
	silent := store.StatementRow{Quote: many, Date: "2026-03-03", Speakers: []store.PartyRef{{Name: "Rhea Solm"}}, ArticleTitle: many}
	statement := silent
	statement.Positions = []store.PositionSummary{
		{TargetRef: target, Stance: store.StanceSupport, Condition: "if guarantors come"}, {TargetRef: target, Stance: store.StanceOppose},
	}
	return map[string]func(*Row){
		"position":          func(r *Row) { r.ShowPosition(position, store.PositionsByHolder, false, true) },
		"statement":         func(r *Row) { r.ShowStatement(statement, true) },
		"statement, silent": func(r *Row) { r.ShowStatement(silent, true) },
		"record: position":  func(r *Row) { r.ShowRecord(store.RecordRow{Position: &position}, store.ID{}) },
		"record: statement": func(r *Row) { r.ShowRecord(store.RecordRow{Statement: &statement}, store.ID{}) },
		"mention": func(r *Row) {
			r.ShowMention(store.MentionRow{Annotation: store.Annotation{Anchor: anchor}, ArticleTitle: many})
		},
	}
}

func TestADenseRowIsOneLineAndATallOneAgainWhenItIsAskedFor(t *testing.T) {
	speakEnglish(t)
	const width = 340
	line := control.NewRowCard(control.NewRichLine(1, control.Run{Text: "words", Bold: true})).HeightFor(width)
	for name, fill := range longRows(t) {
		row := newRow()
		fill(row)
		tall := row.HeightFor(width)
		row.dense = true
		fill(row)
		if h := row.HeightFor(width); h > line {
			t.Errorf("%s: one line is %v high, want %v", name, h, line)
		}
		row.dense = false
		fill(row)
		if h := row.HeightFor(width); h != tall || h < 1.5*line {
			t.Errorf("%s: it is %v high, and was %v before it was on one line of %v", name, h, tall, line)
		}
	}
}

func TestAStatementTellsTheConditionsOfItsPositions(t *testing.T) {
	speakEnglish(t)
	for _, name := range []string{"statement", "record: statement"} {
		row := newRow()
		longRows(t)[name](row)
		if first, second := row.standings[0].about.Text(), row.standings[1].about.Text(); !strings.HasSuffix(first, "◇ if guarantors come") ||
			strings.Contains(second, "◇") {
			t.Errorf("%s: its positions are %q and %q", name, first, second)
		}
	}
}

func TestAMentionStandsAmongWholeWords(t *testing.T) {
	speakEnglish(t)
	body, err := text.NewBody("Yesterday evening the chairwoman Rhea Solm\nspoke to the harbour council about dredging.")
	if err != nil {
		t.Fatal(err)
	}
	anchor, err := text.NewAnchor(body, text.Span{Start: 33, End: 42})
	if err != nil {
		t.Fatal(err)
	}
	row := newRow()
	row.ShowMention(store.MentionRow{Annotation: store.Annotation{Anchor: anchor}})
	if got, want := row.quote.Text(), "… evening the chairwoman Rhea Solm spoke to the harbour council\u00a0…"; got != want {
		t.Errorf("it reads %q, want %q", got, want)
	}
}
