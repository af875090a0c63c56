package suggest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

func TestAnOverviewCountsActorsTheirIssuesAndUnknownNames(t *testing.T) {
	k := knowing("person:Anna Kessel", "state:Norvia", "state:Velia")
	kessel, norvia, toll, ban := store.ID{15: 1}, store.ID{15: 2}, store.ID{1: 1}, store.ID{1: 2}
	body, err := text.NewBody("Norvia sent Anna Kessel. Trade Minister Okto Brill met Kessel in Norvia. Brill was late.")
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Known: k}
	o := r.Overview(Text{Known: k, Body: body}, Facts{Language: "en"}, map[store.ID][]store.ID{kessel: {toll, ban}, norvia: {toll}})
	if !slices.Equal(o.Actors, []store.ID{norvia, kessel}) || !slices.Equal(o.Issues, []store.ID{toll, ban}) ||
		!slices.Equal(o.Unknown, []string{"Okto Brill"}) {
		t.Errorf("%+v", o)
	}
	if got := k.Screen(body, "en"); !slices.Equal(got, o.Actors) {
		t.Errorf("screened, it names %v", got)
	}
}

// BenchmarkScreening looks for the names of 5,000 actors in an article.
func BenchmarkScreening(b *testing.B) {
	var names []string
	for i := range 5000 {
		names = append(names, fmt.Sprintf("person:Anna%d Kessel%d|A. Kessel%d", i, i, i))
	}
	k := knowing(append(names, "person:Okto Brill", "state:Norvia")...)
	const said = "The harbour of Norvia will open before the talks end, Okto Brill told reporters on Monday; nobody else would say so. "
	body, err := text.NewBody(strings.Repeat(said+"\n", 50))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if len(k.Screen(body, "en")) != 2 {
			b.Fatal("not found")
		}
	}
	b.ReportMetric(float64(body.Len()*b.N)/b.Elapsed().Seconds(), "characters/s")
}
