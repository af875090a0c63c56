package figure

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"standpoint/app/discourse"
	"standpoint/store"
)

// recordsOf are the records of a figure's CSV, without the first.
func recordsOf(t *testing.T, p *Picture) (names []string, records [][]string) {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b, FormatCSV); err != nil {
		t.Fatal(err)
	}
	all, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[0], all[1:]
}

func TestTheTablesBehindFiguresAreReadBackFromEachFormat(t *testing.T) {
	for _, rows := range []discourse.Rows{sample(t), invented(12, 6, 60), invented(1, 1, 0)} {
		for name, p := range all(t, rows, "de") {
			tables := p.Data()
			_, records := recordsOf(t, p)
			if len(records) != len(tables[0].Rows) {
				t.Errorf("%s: %d records of %d", name, len(records), len(tables[0].Rows))
			}
			var b bytes.Buffer
			if err := p.Write(&b, FormatXLSX); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			book, err := excelize.OpenReader(&b)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if len(book.GetSheetList()) != len(tables)+1 {
				t.Errorf("%s has the sheets %q", name, book.GetSheetList())
			}
			for _, d := range tables {
				got, err := book.GetRows(d.Name)
				if err != nil || len(got) != len(d.Rows)+1 {
					t.Errorf("%s: sheet %s has %d rows of %d, %v", name, d.Name, len(got), len(d.Rows), err)
				}
				for _, row := range d.Rows {
					if len(row) != len(d.Columns) {
						t.Fatalf("%s: %d cells in %d columns of %s", name, len(row), len(d.Columns), d.Name)
					}
				}
			}
			if read := slices.IndexFunc(tables, func(d Data) bool { return d.IsRead }); read < 0 {
				t.Errorf("no table of %s is read by people", name)
			}
			if err := book.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestATableBehindAFigureHasItsNumbersAndWords(t *testing.T) {
	rows := sample(t)
	veldania := rows.List[slices.IndexFunc(rows.List, func(r discourse.Row) bool {
		return rows.Holdings.Actors[r.Holder].Name == "Veldania" && r.Position.Stance == store.StanceOppose
	})]
	is := func(words string) map[store.ID]string { return map[store.ID]string{veldania.Position.ID: words} }
	o := Options{Quotes: is("in these words"), Carriers: is("a wire")}
	sum := func(p *Picture, column string) (n int) {
		names, records := recordsOf(t, p)
		at := slices.Index(names, column)
		for _, r := range records {
			x, err := strconv.Atoi(r[at])
			if err != nil {
				t.Fatal(err)
			}
			n += x
		}
		return n
	}
	if n := sum(Table(rows, o), "positions"); n != len(rows.List) {
		t.Errorf("the table counts %d positions of %d", n, len(rows.List))
	}
	balance := Balance(rows, Balancing{Count: CountPositions}, o)
	if n := sum(balance, "support") + sum(balance, "neutral") + sum(balance, "oppose"); n != len(rows.List) {
		t.Errorf("the balance counts %d positions of %d", n, len(rows.List))
	}
	if _, records := recordsOf(t, Timeline(rows, Timing{Lanes: LanesActors}, o)); len(records) != len(rows.List) {
		t.Errorf("the timeline has %d positions of %d", len(records), len(rows.List))
	}
	_, changes := recordsOf(t, Changes(rows, o))
	if !slices.ContainsFunc(changes, func(r []string) bool {
		return r[0] == "Veldania" && slices.Contains(r, "in these words") && slices.Contains(r, "a wire") && slices.Contains(r, "full")
	}) {
		t.Errorf("the old words of a change are not in %q", changes)
	}
	m, err := discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Subtract}.Network(
		rows.Value(discourse.DefaultValues()), rows.Holdings)
	if err != nil {
		t.Fatal(err)
	}
	names, matrix := recordsOf(t, Network(m, rows, Networking{}, o))
	for i, row := range matrix {
		for j, x := range m.Cells[i] {
			if row[0] != m.Rows[i].Label || names[j+1] != m.Columns[j].Label || row[j+1] != fmt.Sprint(x) {
				t.Fatalf("%s and %s: %s, want %v", row[0], names[j+1], row[j+1], x)
			}
		}
	}
}

func TestChangesShowOldAndNewWordsAndContradictionsApart(t *testing.T) {
	rows := sample(t)
	turns := rows.Table().Changes()
	quotes := map[store.ID]string{}
	for _, r := range rows.List {
		quotes[r.Position.ID] = "words of " + r.Position.ID.String()
	}
	p := Changes(rows, Options{Quotes: quotes})
	shown := map[store.ID]bool{}
	heading, last := 0, 0
	for i, s := range p.Shapes {
		shown[s.Leads] = true
		switch s.Text {
		case "Contradictions on one day (1)":
			heading = i
		case "full change", "half change":
			last = i
		}
	}
	for _, turn := range turns {
		if !shown[turn.From.Position.ID] || !shown[turn.To.Position.ID] {
			t.Errorf("the words of %s on %s are not shown", turn.Actor.Label, turn.Issue.Label)
		}
	}
	if heading == 0 || heading < last {
		t.Errorf("contradictions begin at shape %d, the last change is %d", heading, last)
	}
	if none := Changes(invented(3, 2, 1), Options{}); none.Description != "No stance changed among these positions." {
		t.Errorf("without a change it says %q", none.Description)
	}
}

func TestEachColumnBehindAFigureIsDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "tables.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, part, _ := strings.Cut(string(page), "## Tables behind figures")
	for name, p := range all(t, invented(1, 1, 1), "en") {
		for _, d := range p.Data() {
			if d.Name == "matrix" || d.Name == "table" { // their columns are names
				continue
			}
			for _, c := range d.Columns {
				if !strings.Contains(part, "`"+c.Name+"`") {
					t.Errorf("%s: nothing is said of the column %s of %s", name, c.Name, d.Name)
				}
			}
		}
	}
}

func TestAnExplainedChangeSaysSoWithItsNote(t *testing.T) {
	p := sampleProject(t)
	rows := rowsIn(t, p)
	turns := rows.Table().Changes()
	turn := turns[slices.IndexFunc(turns, func(t discourse.Turn) bool { return t.Actor.Label == "Hedda Quill" })]
	quotes, _, err := discourse.Told(t.Context(), p, turn.Pair())
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Do(t.Context(), store.Title{Code: store.TitleExplainChanges, Count: 1}, func(b *store.Batch) error {
		from, to := turn.From.Position, turn.To.Position
		return b.Explain(store.Explanation{
			Earlier: from.ID, Later: to.ID, EarlierHeld: from.Held(quotes[from.ID]), LaterHeld: to.Held(quotes[to.ID]), Note: "=Pilots stand watch.",
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	drawn := Changes(rowsIn(t, p), Options{Quotes: quotes})
	names, records := recordsOf(t, drawn)
	told := map[string]string{}
	for _, r := range records {
		if r[slices.Index(names, "explained")] == "true" {
			told[r[0]] = r[slices.Index(names, "explanation")]
		}
	}
	// That of Maredon is explained in the sample.
	if len(told) != 2 || told["Hedda Quill"] != "'=Pilots stand watch." || !strings.HasPrefix(told["Maredon"], "Never against the lamp") {
		t.Errorf("explained are %q", told)
	}
	if open := Changes(rowsIn(t, p), Options{Open: true}); len(open.Data()[0].Rows) != len(records)-2 ||
		strings.Contains(open.Description, "Hedda Quill") || !slices.Contains(open.Caption, english.Open) {
		t.Errorf("of the open ones it says %q and %q", open.Description, open.Caption)
	}
	if !strings.Contains(drawn.Description, "✓ explained: =Pilots stand watch.") {
		t.Errorf("it says %s", drawn.Description)
	}
}

func TestACaptionTellsWhatIsShownOfWhatAndHowItWasCounted(t *testing.T) {
	rows := sample(t)
	o := Options{Filter: discourse.Filter{From: "2026-02", To: "2026-03"}, Made: "2026-04-02"}
	captions := map[string]*Picture{}
	for _, per := range []discourse.Unit{"", discourse.Days, discourse.Weeks, discourse.Months, discourse.Years} {
		captions["balance per "+string(per)] = Balance(rows, Balancing{Count: CountPositions, By: per, Shares: per != ""}, o)
	}
	for _, norm := range []discourse.Normalise{
		discourse.NormaliseNone, discourse.NormaliseAverage, discourse.NormaliseJaccard, discourse.NormaliseCosine, discourse.NormaliseDNACosine,
	} {
		c := discourse.Choices{Mode: discourse.OneMode, Aggregate: discourse.Congruence, Normalise: norm}
		m, err := c.Network(rows.Value(discourse.DefaultValues()), rows.Holdings)
		if err != nil {
			t.Fatal(err)
		}
		captions["network "+string(norm)] = Network(m, rows, Networking{Choices: c}, o)
	}
	captions["table"], captions["changes"], captions["timeline"] = Table(rows, o), Changes(rows, o), all(t, rows, "en")["timeline"]
	for name, p := range captions {
		said := strings.Join(p.Caption, "\n")
		for want, in := range map[string]string{
			"11 actors, 7 issues, 30 positions in 4 articles": "", "From 2026-01-01 to 2026-03-31": "", "Made on 20": "", "Only: from 20": "",
			"Bars count positions.": "balance", "Numbers are shares": "balance per months", "There is one for each month.": "balance per months",
			"There is one for each week": "balance per weeks",
			"Ties: congruence, not normalised. As numbers: support 1, oppose −1, neutral 0.": "network none",
			"divided by the average of positions":                                            "network average",
			"divided as Jaccard does":                                                        "network jaccard",
			"divided by the cosine's norm":                                                   "network cosine",
			"divided by the product of positions":                                            "network dna-cosine",
		} {
			if is := strings.Contains(said, want); strings.HasPrefix(name, in) && !is || is && strings.HasPrefix(in, "network ") && name != in {
				t.Errorf("%s: %q is told or not in the wrong place:\n%s", name, want, said)
			}
		}
	}
}

func TestAPageShowsWhatMarksTellToThePointerAndTheKeyboardAndTheTableBehindIt(t *testing.T) {
	rows := sample(t)
	quotes := map[store.ID]string{}
	for _, r := range rows.List {
		quotes[r.Position.ID] = "<words> of " + r.Position.ID.String()
	}
	o := Options{Language: "de", Quotes: quotes}
	for name, p := range map[string]*Picture{
		"table": Table(rows, o), "changes": Changes(rows, o), "balance": Balance(rows, Balancing{}, o),
		"timeline": all(t, rows, "de")["timeline"],
		"network":  all(t, rows, "de")["network"],
	} {
		var b bytes.Buffer
		if err := p.HTML(&b); err != nil {
			t.Fatal(err)
		}
		page := b.String()
		sheet := NewSheet(p)
		if marks := strings.Count(page, ` tabindex="0"`); marks != sheet.Spots() || marks == 0 {
			t.Errorf("%s: %d marks can be reached, one can stop at %d", name, marks, sheet.Spots())
		}
		for i := range sheet.Spots() {
			if tip := sheet.Shape(sheet.Spot(i).Shape).Tip; !strings.Contains(page, "<span>"+escaped(tip)+"</span>") {
				t.Errorf("%s: a mark does not tell %q", name, tip)
			}
		}
		if !strings.Contains(page, "<summary>Als Tabelle</summary>") || !strings.Contains(page, "<summary>In Worten</summary>") {
			t.Errorf("%s: the table behind it or the words are not there", name)
		}
		for _, heading := range regexp.MustCompile(`<th[^>]*>([^<]*)</th>`).FindAllStringSubmatch(page, -1) {
			for _, d := range p.Data() {
				for _, c := range d.Columns {
					if strings.ReplaceAll(c.Name, "_", " ") == heading[1] && german.columns[c.Name] != heading[1] {
						t.Errorf("%s: the column %s has no German name", name, c.Name)
					}
				}
			}
		}
	}
}

func TestPaperBreaksChangesBetweenOneAndTheNext(t *testing.T) {
	p := Changes(invented(20, 6, 200), Options{})
	var b bytes.Buffer
	if err := p.HTML(&b); err != nil {
		t.Fatal(err)
	}
	if parts := strings.Count(b.String(), "<svg "); parts != len(p.Data()[0].Rows) {
		t.Errorf("there are %d drawings of %d changes", parts, len(p.Data()[0].Rows))
	}
	for _, at := range p.Breaks {
		for _, s := range p.Shapes {
			if low, high := s.bounds(); low.Y < at-1 && high.Y > at+1 {
				t.Errorf("a break at %v goes through %+v", at, s)
			}
		}
	}
	drawn := 0
	for _, tag := range []string{"<text ", "<poly", "<circle "} {
		drawn += strings.Count(b.String(), tag)
	}
	if drawn != len(p.Shapes) {
		t.Errorf("%d shapes of %d are drawn", drawn, len(p.Shapes))
	}
}

func TestAPDFOfManyChangesHasPagesOfPaper(t *testing.T) {
	p := Changes(invented(20, 6, 200), Options{})
	ends := append(p.pages(), p.Height)
	from := 0.0
	for _, end := range ends {
		if end-from > p.Width*math.Sqrt2 {
			t.Errorf("a page is %v tall and %v wide", end-from, p.Width)
		}
		from = end
	}
	for _, c := range []struct {
		p     *Picture
		pages int
	}{{p, len(ends)}, {Table(invented(60, 30, 600), Options{}), 1}} {
		var b bytes.Buffer
		if err := c.p.PDF(&b); err != nil {
			t.Fatal(err)
		}
		if pages := strings.Count(b.String(), "/Type/Page/"); pages != c.pages {
			t.Errorf("%d pages of “%s”, want %d", pages, c.p.Title, c.pages)
		}
	}
	if len(ends) < 3 {
		t.Errorf("there are %d pages", len(ends))
	}
}
