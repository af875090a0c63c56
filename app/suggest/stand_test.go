package suggest

import (
	"fmt"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

// Positions are proposed where a verb says so, and nowhere else.
func TestWhoStandsWhereIsReadFromAWholeText(t *testing.T) {
	for _, row := range []struct{ said, want string }{
		{"Norvia opposes the toll on fish.", "Norvia opposes [oppose] the toll on fish"},
		{"Anna Kessel said that Norvia backed the observers.", "Norvia backed [support] the observers, said"},
		{"Odo Lenz rejected the plan as “a farce” on Monday.", "Odo Lenz rejected [oppose] the plan"},
		{"The union called for a lower toll.", "The union called for [support] a lower toll"},
		{"Norvia supports the treaty if Velia pays the pilots.", "Norvia supports [support] the treaty if “if Velia pays the pilots”"},
		{"The council voted against the budget.", "The council voted against [oppose] the budget"},
		{"The board does not support a second port.", "The board support [oppose] a second port"},
		{"Odo Lenz objected to the fees.", "Odo Lenz objected to [oppose] the fees"},
		{"The plan was rejected.", ""},
		{"Norvia might support the toll.", ""},
		{"Its support for the toll is weak.", ""},
		{"The pilots want to back the plan.", ""},
		{"The board did not reject the plan.", ""},
		{"The road back to Sarn is closed.", ""},
		{"The rectors back the idea.", "The rectors back [support] the idea"},
		{"Norvia backs the treaty but opposes the toll.", "Norvia backs [support] the treaty; Norvia opposes [oppose] the toll"},
		{"Germany and Italy were opposed to the toll.", "Germany + Italy opposed to [oppose] the toll"},
		{"“We support the toll,” Anna Kessel said.", "We=Anna Kessel support [support] the toll, said"},
		{"Brazil spoke in favour of the mission.", "Brazil spoke in favour of [support] the mission"},
		{"Norvia wants Velia to go.", "Norvia wants [support] Velia to go"},
		{"Norvia wants to know more.", ""},
		{"Does Norvia oppose the toll?", ""},
		{"Anna Kessel asked whether Norvia supported the toll.", ""},
		{"The pillar supports the roof.", ""},
		{"A bill backed by Norvia would ban the toll.", "Norvia backed [support] A bill"},
		{"The proposal was rejected by the council on Monday.", "the council rejected [oppose] The proposal"},
		{"Odo Lenz accused Velia of lying.", "Odo Lenz accused [oppose] Velia"},
		{"Anna Kessel accepted all 19 recommendations.", "Anna Kessel accepted [support] all 19 recommendations"},
		{"Anna Kessel accepted the prize.", ""},
		{"Odo Lenz will vote for the bill.", "Odo Lenz vote for [support] the bill"},
		{"Odo Lenz once supported the toll but now opposes it.", "Odo Lenz opposes [oppose] it"},
		{"Kessel favours the toll.", "Kessel favours [support] the toll"},
		{"Odo Lenz said he would not support Velia.", "he=Odo Lenz support [oppose] Velia, said"},
		{"Odo Lenz refused to support the plan.", "Odo Lenz support [oppose] the plan, refused"},
		{"Odo Lenz vowed to block the bill.", "Odo Lenz block [oppose] the bill, vowed"},
		{"Norvia endorsed Anna Kessel for mayor.", "Norvia endorsed [support] Anna Kessel"},
		{"The council approved the deal by 20 votes to 3.", "The council approved [support] the deal"},
		{"Odo Lenz may back the plan.", ""},
		{"Anna Kessel called for calm.", ""},
		{"Anna Kessel dismissed the warning.", ""},
		{"Anna Kessel spent the winter condemning the toll.", ""},
		{"Five senators joined in backing the measure.", "Five senators backing [support] the measure"},
		{"Odo Lenz will be judged on his vote against the toll.", ""},
		{"Norvia would wait before it applauded the toll.", ""},
		{"“I want you to write that down,” Anna Kessel said.", ""},
		{"Norvia would not want the toll to fall.", ""},
		{"Anna Kessel stood by her statement.", ""},
		{"Anna Kessel stood by her minister.", "Anna Kessel stood by [support] her minister"},
		{"Odo Lenz usually supports the council.", ""},
		{"Odo Lenz protested that he was ill.", ""},
		{"The board approved $84,000 for a salt shed.", ""},
		{"The board turned down two supermarkets.", ""},
		{"The board turned down an offer of $3 million.", "The board turned down [oppose] an offer of $3 million"},
		{"Anna Kessel dismissed the proposal.", "Anna Kessel dismissed [oppose] the proposal"},
	} {
		b, err := text.NewBody(row.said)
		if err != nil {
			t.Fatal(err)
		}
		r := Reader{Known: Know(nil)}
		var all []string
		found := r.Read(Text{Known: r.Known, Body: b}, Facts{Language: "en"})
		for _, p := range found {
			if p.Kind != store.KindPosition {
				continue
			}
			line := fmt.Sprintf("%s %s [%s] %s", wordsAndNames(p.Stand.Holders), b.Slice(p.Stand.Verb), p.Stand.Stance, b.Slice(p.Stand.Target.Span))
			if p.Stand.Condition != "" {
				line += " if “" + p.Stand.Condition + "”"
			}
			for _, s := range found {
				if s.ID == p.Stand.Statement {
					line += ", " + b.Slice(s.Said.Cue)
				}
			}
			all = append(all, line)
		}
		if got := strings.Join(all, "; "); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.said, got, row.want)
		}
	}
}
