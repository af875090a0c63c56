package suggest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store"
	"standpoint/store/text"
)

// saidIn tells of the statements of a text, one a line.
func saidIn(t *testing.T, said, language string) string {
	t.Helper()
	b, err := text.NewBody(said)
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Known: Know(nil)}
	var all []string
	for _, p := range r.Read(Text{Known: r.Known, Body: b}, Facts{Language: language}) {
		if p.Kind == store.KindStatement {
			all = append(all, p.toldStatement(b))
		}
	}
	return strings.Join(all, "\n")
}

func (p Proposal) toldStatement(b *text.Body) string {
	spans := make([]string, len(p.Spans))
	for i, s := range p.Spans {
		spans[i] = b.Slice(s)
	}
	line := fmt.Sprintf("%s [%s] %s, %s: %s", wordsAndNames(p.Said.Speakers), b.Slice(p.Said.Cue), p.Said.Act, p.Said.Quotation,
		strings.Join(spans, " | "))
	if len(p.Said.Addressees) > 0 {
		line += " → " + wordsAndNames(p.Said.Addressees)
	}
	if len(p.Said.Carriers) > 0 {
		line += " ← " + wordsAndNames(p.Said.Carriers)
	}
	return line
}

// wordsAndNames are what a text calls somebody, and the name if that is another.
func wordsAndNames(all []Party) string {
	told := make([]string, len(all))
	for i, p := range all {
		told[i] = p.Words
		if p.Name != "" && p.Name != p.Words {
			told[i] += "=" + p.Name
		}
	}
	return strings.Join(told, " + ")
}

// statementRow is a text, and what is said in it, one statement a line.
type statementRow struct {
	said string
	want []string
}

func TestWhoSaysWhatIsReadFromAWholeText(t *testing.T) {
	checkStatements(t, slices.Concat(statementRows, moreStatementRows, pressStatementRows, quotedStatementRows, thoughtStatementRows,
		printedStatementRows)...)
}

// checkStatements reads the statements of English rows.
func checkStatements(t *testing.T, rows ...statementRow) {
	t.Helper()
	checkLanguages(t, map[string][]statementRow{"en": rows})
}

// checkLanguages reads the statements of rows, by their languages.
func checkLanguages(t *testing.T, all map[string][]statementRow) {
	t.Helper()
	for language, rows := range all {
		for _, row := range rows {
			checkStatementsIn(t, row, language)
		}
	}
}

func checkStatementsIn(t *testing.T, row statementRow, language string) {
	t.Helper()
	want := strings.Join(row.want, "\n")
	if got := saidIn(t, row.said, language); got != want {
		t.Errorf("%s\n got %s\nwant %s", row.said, got, want)
	}
}

// Whatever a text is, what is proposed stands in it.
func TestWhatIsProposedStandsInTheText(t *testing.T) {
	pieces := rapid.SampledFrom(strings.Fields("Mara Ellin said that “ ” \" ‘ ’ , . ? : ; – ( ) who and added according to citing quoted as " +
		"saying told reporters the harbour was closed accused Norvia of by ¶ „ « » called for in a statement on Friday Kessel’s " +
		"она сказала 他说 👨‍👩‍👧 e\u0301 point out dismissed not would it he asked whether is “We go,” ‘ ’ Q: A: ¶Mara " +
		"9.15 I minister Minister went reported all sagte er dass zufolge laut so der Minister teilte mit hat angekündigt und die " +
		"a-t-elle déclaré l’agence qu'il selon lui à — dijo según él por qué se negó a hablar Об этом сообщил по её словам в МИД отметили не " +
		"— ¶— отставку исключила не собирается уходить Я спросил Je lui ai dit que"))
	known := newKnown()
	rapid.Check(t, func(t *rapid.T) {
		said := strings.Join(rapid.SliceOfN(pieces, 0, 60).Draw(t, "pieces"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		said = strings.ReplaceAll(said, "¶", "\n")
		language := rapid.SampledFrom([]string{"", "de", "fr", "es", "uk", "ru"}).Draw(t, "language")
		b, err := text.NewBody(said)
		if err != nil {
			t.Skip(err)
		}
		r := Reader{Known: known, Dates: true}
		for _, p := range r.Read(Text{Known: known, Body: b}, Facts{Published: "2031-03-04", Language: language}) {
			if _, err := text.NewAnchor(b, p.Spans...); err != nil || p.Confidence <= 0 || p.Confidence > 1 {
				t.Fatalf("%q: %+v: %v", said, p, err)
			}
			for _, party := range slices.Concat(p.Said.Speakers, p.Said.Addressees, p.Said.Carriers, p.Stand.Holders) {
				if party.Words != b.Slice(party.Span) || party.Words == "" {
					t.Fatalf("%q: %q is not at %v", said, party.Words, party.Span)
				}
			}
		}
	})
}
