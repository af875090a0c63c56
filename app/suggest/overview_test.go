package suggest

import (
	"slices"
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
	r := Reader{Known: k, Issues: KnowIssues(map[store.ID]store.Name{toll: {ID: toll, Name: "Harbour toll"}})}
	o := r.Overview(Text{Known: k, Body: body}, Facts{Language: "en"})
	o.standing(map[store.ID][]store.ID{kessel: {toll, ban}, norvia: {toll}})
	if !slices.Equal(o.Actors, []store.ID{norvia, kessel}) || !slices.Equal(o.Stand, []store.ID{toll, ban}) ||
		!slices.Equal(o.Unknown, []string{"Okto Brill"}) || len(o.Issues) != 0 {
		t.Errorf("%+v", o)
	}
	if actors, issues := r.Screen(body, "en"); !slices.Equal(actors, o.Actors) || len(issues) != 0 {
		t.Errorf("screened, it names %v and %v", actors, issues)
	}
}

// What an issue is called stands in texts in any case and number, written large or small.
func TestIssuesAreFoundByTheirNamesInAnyInflection(t *testing.T) {
	for _, row := range []struct {
		name, said string
		named      bool
	}{
		{"Harbour toll", "Nobody pays harbour tolls any more.", true},
		{"Harbour tolls", "The HARBOUR TOLL stays.", true},
		{"The harbour toll", "A harbour toll is due.", true},
		{"Harbour toll", "The harbour has a toll.", false},
		{"Energy policy", "Its energy policies failed.", true},
		{"Part", "The party is over.", false},
		{"Ban", "The banner is red.", false},
		{"US", "It is about us.", false},
		{"US", "It is about the US.", true},
		{"Öffentlicher Dienst", "im öffentlichen Dienste", true},
		{"Sanction", "des sanctions", true},
		{"Санкции", "Говорили о санкциях.", true},
		{"Перемирие", "Речь шла о перемирии.", true},
		{"停戦", "昨日は停戦協議が行われた。", true},
		{"停戦", "昨日は休戦協議が行われた。", false},
	} {
		body, err := text.NewBody(row.said)
		if err != nil {
			t.Fatal(err)
		}
		id := store.ID{1: 1}
		r := Reader{Known: Know(nil), Issues: KnowIssues(map[store.ID]store.Name{id: {ID: id, Name: row.name}})}
		if _, issues := r.Screen(body, ""); (len(issues) == 1) != row.named {
			t.Errorf("%q in %q: %v", row.name, row.said, issues)
		}
	}
}
