package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"standpoint/app/discourse"
	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/assets"
	"standpoint/store"
)

// sampleProject is the sample project.
func sampleProject(t testing.TB) *store.Project {
	t.Helper()
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "sample.standpoint"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := standpoint.Import(t.Context(), p, bytes.NewReader(assets.Sample), "sample.json", exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	return p
}

// sample are the positions of the sample project.
func sample(t testing.TB) discourse.Rows {
	t.Helper()
	return rowsIn(t, sampleProject(t))
}

// rowsIn are the positions of a project.
func rowsIn(t testing.TB, p *store.Project) discourse.Rows {
	t.Helper()
	h, err := p.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return discourse.Filter{}.Select(h)
}

// invented are positions of many actors on many issues, with names in several scripts, long ones, and such as harm files.
func invented(actors, issues, positions int) discourse.Rows {
	names := []string{
		"Norvia", "وزارة الخارجية في الميناء", "港湾管理委員会", "A Name That Is Sixty Letters Long So That It Has to Be Cut Off Somewhere",
		`<b>"Union" & Sons</b>`, "Bell\a and \u202eturned", "Ґонта", "Ὀδυσσεύς",
	}
	kinds := []store.ActorKind{store.ActorPerson, store.ActorOrganisation, store.ActorState, store.ActorGroup, ""}
	h := &store.Holdings{Actors: map[store.ID]store.Name{}, Issues: map[store.ID]store.Name{}, Articles: map[store.ID]store.HeldIn{}}
	id := func(kind byte, n int) store.ID { return store.ID{0: kind, 14: byte(n >> 8), 15: byte(n)} }
	for i := range actors {
		h.Actors[id(1, i)] = store.Name{ID: id(1, i), Name: fmt.Sprint(names[i%len(names)], " ", i), Kind: kinds[i%len(kinds)]}
	}
	for i := range issues {
		h.Issues[id(2, i)] = store.Name{ID: id(2, i), Name: fmt.Sprint(names[(i+3)%len(names)], " ", i)}
	}
	r := rand.New(rand.NewPCG(1, 1))
	stances := []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear}
	dates := []store.Date{"2031", "2031-04", "2031-04-17", "2031-04-17T09:30:00+03:00", ""}
	for i := range positions {
		h.Positions = append(h.Positions, store.HeldPosition{
			ID: id(3, i), Article: id(4, i/5), Issue: id(2, r.IntN(issues)), Stance: stances[r.IntN(4)], Date: dates[r.IntN(5)],
			Conditional: r.IntN(5) == 0, Holders: []store.Holder{{Actor: id(1, r.IntN(actors)), Told: r.IntN(4) == 0}},
		})
	}
	return discourse.Filter{}.Select(h)
}

// all draws each figure.
func all(t testing.TB, rows discourse.Rows, language string) map[string]*Picture {
	t.Helper()
	o := Options{Language: language, Made: "2031-05-01", Filter: discourse.Filter{
		From: "2020", Outlets: []string{"Wire"}, Kinds: []store.ActorKind{store.ActorState}, AccordingTo: discourse.AccordingToNo,
		Conditional: discourse.ConditionalHalf, Level: discourse.LevelAffiliation,
	}}
	turned := o
	turned.Turned, turned.Order = true, ByAgreement
	network := func(mode discourse.Mode, w Networking) *Picture {
		c := discourse.Choices{Mode: mode, Aggregate: discourse.Subtract}
		m, err := c.Network(rows.Value(discourse.DefaultValues()), rows.Holdings)
		if err != nil {
			t.Fatal(err)
		}
		w.Choices = c
		return Network(m, rows, w, o)
	}
	return map[string]*Picture{
		"table": Table(rows, o), "changes": Changes(rows, o), "table turned": Table(rows, turned),
		"timeline":           Timeline(rows, Timing{Lanes: LanesActors}, o),
		"timeline of issues": Timeline(rows, Timing{Lanes: LanesIssues, By: discourse.Months}, o),
		"balance":            Balance(rows, Balancing{Count: CountPositions}, o),
		"shares":             Balance(rows, Balancing{Count: CountActors, By: discourse.Months, Shares: true}, o),
		"network":            network(discourse.OneMode, Networking{}), "ties": network(discourse.TwoMode, Networking{Weakest: 1}),
	}
}

func TestPicturesOfTheSample(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		for name, p := range all(t, sample(t), language) {
			var got bytes.Buffer
			if err := p.SVG(&got, Light); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", strings.ReplaceAll(name, " ", "_")+"."+language+".svg")
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(path, got.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))) {
				t.Errorf("%s has changed. Look at it, and write it anew with UPDATE=1", path)
			}
		}
	}
}

func TestNothingReachesBeyondItsPicture(t *testing.T) {
	for _, rows := range []discourse.Rows{sample(t), invented(60, 30, 600), invented(1, 1, 1), invented(2, 1, 9)} {
		for name, p := range all(t, rows, "en") {
			for _, s := range p.printed() {
				for _, at := range s.Points {
					if at.X < 0 || at.Y < 0 || at.X > p.Width || at.Y > p.Height || math.IsNaN(at.X+at.Y) {
						t.Fatalf("%s: %+v is beyond %v × %v", name, s, p.Width, p.Height)
					}
				}
				if width := measure(s.Text, s.Size); s.Kind == Words && s.Turn == 0 {
					x := s.Points[0].X - map[Anchor]float64{AtMiddle: width / 2, AtEnd: width}[s.Anchor]
					if x < 0 || x+width > p.Width {
						t.Errorf("%s: %q reaches from %v to %v of %v", name, s.Text, x, x+width, p.Width)
					}
				}
			}
		}
	}
}

func TestPicturesOfAnythingAreWellFormedInEachFormat(t *testing.T) {
	for _, rows := range []discourse.Rows{invented(12, 6, 60), invented(1, 1, 0)} {
		for name, p := range all(t, rows, "en") {
			if p.Description == "" && len(rows.List) > 0 {
				t.Errorf("%s is not told in words", name)
			}
			for _, f := range []Format{FormatSVG, FormatHTML, FormatPNG, FormatPDF} {
				var b bytes.Buffer
				if err := p.Write(&b, f); err != nil {
					t.Fatalf("%s as %s: %v", name, f, err)
				}
				switch f {
				case FormatPNG:
					image, err := png.Decode(&b)
					if err != nil || image.Bounds().Dx() != int(math.Ceil(p.Width*2)) {
						t.Errorf("%s is %v wide, %v", name, image.Bounds(), err)
					}
				case FormatPDF:
					if !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) {
						t.Errorf("%s is no PDF", name)
					}
				case FormatHTML:
					if bytes.Contains(b.Bytes(), []byte("<script")) || bytes.Contains(b.Bytes(), []byte("<b>")) {
						t.Errorf("%s holds a script or a name as markup", name)
					}
				default:
					d := xml.NewDecoder(&b)
					for {
						_, err := d.Token()
						if errors.Is(err, io.EOF) {
							break
						}
						if err != nil {
							t.Fatalf("%s: %v", name, err)
						}
					}
				}
			}
		}
	}
}

func TestWordsInADrawingBeginOnTheSideOnWhichTheyAreRead(t *testing.T) {
	for anchor, want := range map[Anchor]string{
		AtStart: ` direction="rtl" text-anchor="end"`, AtMiddle: ` direction="rtl" text-anchor="middle"`, AtEnd: ` direction="rtl">`,
	} {
		p := &Picture{Width: 100, Height: 100}
		p.words(50, 50, bodySize, "(משרד) abc", Shape{Anchor: anchor})
		var b bytes.Buffer
		if err := p.SVG(&b, Light); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("at the %s it is %s", anchor, b.String())
		}
	}
}

func TestMarksOfAPageLeaveThePointerToWordsThatCanBeSelected(t *testing.T) {
	rows := sample(t)
	o := Options{Language: "en", Quotes: map[store.ID]string{}}
	for _, h := range rows.Holdings.Positions {
		o.Quotes[h.ID] = "in these words"
	}
	for name, c := range map[string]struct {
		p     *Picture
		words bool
	}{"changes": {Changes(rows, o), true}, "table": {Table(rows, o), false}} {
		var b bytes.Buffer
		if err := c.p.HTML(&b); err != nil {
			t.Fatal(err)
		}
		marks := strings.Count(b.String(), `<span class="mark`)
		left := len(regexp.MustCompile(`<span class="mark[^"]* words"`).FindAllString(b.String(), -1))
		if marks == 0 || c.words && left != marks || !c.words && left != 0 {
			t.Errorf("%d of %d marks of the %s leave the pointer to words", left, marks, name)
		}
	}
}

func TestASignTellsItsWordsAndLeadsToThem(t *testing.T) {
	rows := sample(t)
	r := rows.List[0]
	o := Options{Quotes: map[store.ID]string{r.Position.ID: "in these words"}}
	for name, p := range map[string]*Picture{"table": Table(rows, o), "timeline": Timeline(rows, Timing{Lanes: LanesActors}, o)} {
		if !slices.ContainsFunc(p.Shapes, func(s Shape) bool {
			return s.Leads == r.Position.ID && strings.Contains(s.Tip, "in these words") &&
				strings.Contains(s.Tip, rows.Holdings.Actors[r.Holder].Name)
		}) {
			t.Errorf("nothing in the %s leads to the words of the first position", name)
		}
	}
}

func TestThoseWhoAgreeStandTogether(t *testing.T) {
	h := &store.Holdings{Actors: map[store.ID]store.Name{}, Issues: map[store.ID]store.Name{}}
	for i := range 8 { // two camps, by turns
		for j := range 4 {
			stance := store.StanceSupport
			if i%2 == 1 {
				stance = store.StanceOppose
			}
			if j == 3 && i < 2 {
				continue
			}
			actor, issue := store.ID{0: 1, 15: byte(i)}, store.ID{0: 2, 15: byte(j)}
			h.Actors[actor] = store.Name{ID: actor, Name: fmt.Sprint("Actor ", i)}
			h.Issues[issue] = store.Name{ID: issue, Name: fmt.Sprint("Issue ", j)}
			h.Positions = append(h.Positions, store.HeldPosition{
				ID: store.ID{0: 3, 14: byte(i), 15: byte(j)}, Issue: issue, Stance: stance, Date: "2031", Holders: []store.Holder{{Actor: actor}},
			})
		}
	}
	table := ByAgreement.of(discourse.Filter{}.Select(h).Table())
	camps := ""
	for _, r := range table.Rows {
		camps += string(rune('a' + (r.Label[len(r.Label)-1]-'0')%2))
	}
	if camps != "aaaabbbb" && camps != "bbbbaaaa" {
		t.Errorf("they stand as %s", camps)
	}
	if most := ByNumber.of(discourse.Filter{}.Select(h).Table()); most.Rows[7].Positions != 3 || most.Columns[3].Positions != 6 {
		t.Errorf("those with the fewest positions come first: %+v", most.Rows)
	}
}

func TestWhatIsHiddenIsCountedAndWhatIsPinnedComesFirst(t *testing.T) {
	rows := invented(9, 5, 200)
	whole := rows.Table()
	o := Options{
		Hidden: map[discourse.Node]bool{whole.Rows[2].Key(): true, whole.Rows[4].Key(): true, whole.Columns[0].Key(): true},
		Pinned: map[discourse.Node]bool{whole.Rows[7].Key(): true, whole.Columns[3].Key(): true},
	}
	for _, turned := range []bool{false, true} {
		o.Turned = turned
		l := newLattice(rows, o)
		actors, issues := l.t.Rows, l.t.Columns
		if turned {
			actors, issues = issues, actors
		}
		if len(actors) != 7 || len(issues) != 4 || actors[0].ID != whole.Rows[7].ID || issues[0].ID != whole.Columns[3].ID {
			t.Errorf("shown are %v and %v", actors, issues)
		}
		if !slices.Contains(l.Caption, "Hidden: 2 actors, 1 issue.") {
			t.Errorf("the caption is %q", l.Caption)
		}
		if s := l.Stay; s.Below != s.Bottom+cellHeight || s.Beside != s.Left+cellWidth {
			t.Errorf("there stays in sight %+v", s)
		}
	}
}

func TestLongNamesThatBeginAlikeStayApartWhereTheyAreCut(t *testing.T) {
	const size, width = bodySize, labelWidth
	seen := map[string]bool{}
	for _, name := range []string{
		"The Permanent Committee for Harbours of the Northern Isles", "The Permanent Committee for Harbours of the Southern Isles",
		"The Permanent Committee for Harbours and Fisheries", "Short", "", "اللجنة الدائمة لموانئ الجزر الشمالية والجنوبية والشرقية والغربية",
	} {
		cut := fit(name, size, width)
		if seen[cut] || measure(cut, size) > width || cut != name && !strings.Contains(cut, "…") {
			t.Errorf("%q becomes %q, %v pixels wide", name, cut, measure(cut, size))
		}
		seen[cut] = true
	}
	for _, width := range []float64{0, 1, 9, 14, 30} {
		if cut := fit("Harbour", size, width); width > measure("…", size) && measure(cut, size) > width {
			t.Errorf("in %v pixels it is %q", width, cut)
		}
	}
}
