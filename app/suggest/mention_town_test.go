package suggest

import (
	"strings"
	"testing"
)

// A word that names a state elsewhere is a town, a state of America or a person here, where the text tells that.
func TestAStatesNameIsATownsOrAPersonsWhereTheTextTellsThat(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"LISSEL, Ohio — The council of Lebanon, Ohio, met. Lebanon paid.", "Lebanon = Lebanon, , name.place"},
		{"The town of Peru is small. Peru voted no.", "Peru = Peru, , name.place"},
		{"The Lebanon County sheriff came. Lebanon is quiet.", "Lebanon = Lebanon, , name.place"},
		{"Lebanon and Peru signed. Lebanon paid.", "Lebanon = Lebanon, state, name.state"},
		{"The mill in Georgia will close. Atlanta wept. Georgia counted 400 jobs.", "Georgia = Georgia, , name.place"},
		{"Senators from Ohio flew to Tbilisi. Georgia lost.", "Georgia = Georgia, state, name.state"},
		{"Councilman Ray Jordan opposed it. Jordan wept.", "Jordan = Ray Jordan, person, name.again"},
		{"Israel Moll, 34, wept. Israel had lost.", "Israel = Israel Moll, person, name.again"},
		{"Mr. Jordan opposed it. Jordan wept.", "Jordan = Jordan, person, name.again"},
		{"Judge Holland opposed it.", "Holland = Holland, person, name.title"},
		{"Jordan signed. Ray Jordan wept. Jordan paid.", "Jordan = Jordan, state, name.state"},
	} {
		all := mentionsIn(t, Know(nil), "en", c.text)
		if len(all) == 0 || all[len(all)-1] != c.want {
			t.Errorf("%s: got %q, want %q at the end", c.text, all, c.want)
		}
	}
	k := knowing("state:Lebanon", "state:Georgia", "state:Jordan")
	areKnown(t, k, []namedIn{
		{"The town of Lebanon is small. Lebanon paid.", ""},
		{"Georgia Lenz, 43, wept. Georgia had lost.", ""},
		{"Mr. Jordan opposed it. Jordan wept.", ""},
		{"Georgia and Lebanon signed.", "Georgia, Lebanon"},
	})
}

// The United States are not told of by the name of a federal office, and what is called after them goes on behind.
func TestAFederalOfficeNamesNoState(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The U.S. attorney, Odo Lenz, charged her.", "Odo Lenz"},
		{"U.S. District Judge Ida Moll ruled.", "Ida Moll"},
		{"U.S. officials met Ida Moll.", "U.S., Ida Moll"},
		{"The U.S. Securities and Exchange Commission sued.", "U.S., Securities and Exchange Commission"},
	} {
		var got []string
		for _, m := range mentionsIn(t, Know(nil), "en", c.text) {
			words, _, _ := strings.Cut(m, " = ")
			got = append(got, words)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: got %q, want %s", c.text, got, c.want)
		}
	}
}

// A name of the project that goes on, or tells only whose a body is, is another's.
func TestANameThatGoesOnIsAnothers(t *testing.T) {
	k := knowing("organisation:First Covenant", "organisation:Front", "organisation:Banner", "organisation:Conservative",
		"organisation:United Nations", "person:Derek Vane", "organisation:Supreme Court")
	areKnown(t, k, []namedIn{
		{"The church, First Covenant of Lissel, has sued. First Covenant won.", "First Covenant"},
		{"The rebels, the Front for the Eastern Provinces, left. The Front won.", "Front"},
		{"The newspaper, People's Banner, wrote it. The Banner sold.", "Banner"},
		{"Ida Moll, a Conservative, said so. A Conservative vote failed.", "Conservative"},
		{"The United Nations refugee agency wept. The United Nations met.", "United Nations"},
		{"A partner at Strickmoor & Vane wept. Derek Vane did not.", "Derek Vane"},
		{"She asked the Supreme Court of Ohio to hear it. The Supreme Court heard it.", "Supreme Court"},
	})
}
