// Package record shows statements and positions as rows, and long lists of them.
package record

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// Row shows one statement or position in a list, under the heading of
// its group where a group begins. Lists reuse them for other rows.
type Row struct {
	*control.Flow

	heading   *control.SectionHeader
	card      *control.RowCard
	inside    *control.Flow
	party     *control.Spread // who speaks, in lists of statements
	dot       *control.Dot
	who       *control.RichLine
	where     *control.RichLine
	quote     *control.RichLine
	standings []*standing // reused; only as many as needed are shown
	footer    *control.RichLine

	position *positionWords // what goes where in the row of a position; nil in others
	dense    bool           // all is on one line
	names    names.Names
}

// positionWords are the facts of a position that stand where there is room: who
// carried it beside the date, else below.
type positionWords struct{ date, via, footer string }

// standing is the line of one position: badge, target, facts at the right.
type standing struct {
	*control.Spread

	badge *control.Badge
	about *control.RichLine
	facts *control.RichLine
}

func newStanding() *standing {
	s := &standing{badge: control.NewStanceBadge("", false), about: control.NewRichLine(aboutLines), facts: control.NewRichLine(1)}
	s.Spread = control.NewSpread(s.badge, s.about, s.facts)
	return s
}

// aboutLines is on how many lines at most it stands what a position is about, and under which condition.
const aboutLines = 3

func (s *standing) set(stance store.Stance, conditional bool, about ...control.Run) {
	s.badge.SetStance(string(stance), conditional)
	s.badge.Show()
	s.about.SetLines(aboutLines)
	s.about.SetRuns(about...)
	s.setFacts("")
}

func (s *standing) setFacts(facts string) {
	s.facts.SetRuns(control.Caption(facts))
	if facts == "" {
		s.facts.Hide()
	} else {
		s.facts.Show()
	}
}

const quoteLines = 3

func newRow() *Row {
	r := &Row{
		heading: control.NewSectionHeader("", "", ""),
		who:     control.NewRichLine(2), where: control.NewRichLine(1),
		quote: control.NewQuoteText(quoteLines, ""), footer: control.NewRichLine(2),
	}
	r.dot = control.NewDot("")
	r.party = control.NewSpread(r.dot, r.who, r.where)
	r.inside = control.NewFlow(3)
	r.card = control.NewRowCard(r.inside)
	r.Flow = control.NewFlow(4, r.heading, r.card)
	return r
}

// SetHighlight implements control.Highlighted: the heading of a group is no part of
// what is selected.
func (r *Row) SetHighlight(on control.Highlight) { r.card.SetHighlight(on) }

// HeightFor implements control.Tall.
func (r *Row) HeightFor(width float32) float32 {
	r.fit(width)
	return r.Flow.HeightFor(width)
}

// Resize implements fyne.CanvasObject.
func (r *Row) Resize(size fyne.Size) {
	r.fit(size.Width)
	r.Flow.Resize(size)
}

// fit puts who carried a position beside its date if both fit whole next to the
// target in that width, in pixels, else into the footer.
func (r *Row) fit(width float32) {
	w := r.position
	if w == nil {
		return
	}
	s := r.standings[0]
	s.setFacts(words.Dotted(w.date, w.via))
	footer := w.footer
	if w.via != "" && s.NaturalWidth() > r.card.ContentWidth(width) {
		s.setFacts(w.date)
		footer = words.Dotted(w.footer, w.via)
	}
	r.setFooter(footer)
}

// ShowPosition fills the row with a position. groupBegins shows the heading.
func (r *Row) ShowPosition(row store.PositionRow, by store.Grouping, groupBegins, elsewhere bool) {
	r.showHeading(groupBegins, row.Group, r.belongs(row.Affiliation))
	about := row.TargetRef.Label()
	if by == store.PositionsByTarget {
		about = PartyLabels(row.Holders)
	}
	if r.dense {
		r.showLine(&stand{row.Stance, row.Condition != ""}, []control.Run{{Text: about}}, row.Quote, dayOf(row.Date, elsewhere))
		return
	}
	r.stand(1)
	r.standings[0].set(row.Stance, row.Condition != "", control.Run{Text: about})
	r.quote.SetQuote(row.Quote)
	r.position = &positionWords{
		date: words.Day(row.Date), via: via(row.Carriers),
		footer: footerOf(row.Condition, row.AccordingTo, elsewhere, row.ArticleTitle, row.ArticleSource),
	}
	r.fit(r.Size().Width)
	r.inside.SetObjects(r.standings[0], r.quote, r.footer)
}

// ShowStatement fills the row with a statement and the positions taken in it.
func (r *Row) ShowStatement(row store.StatementRow, elsewhere bool) {
	r.showHeading(false, store.PartyRef{}, "")
	r.position = nil
	if r.dense {
		r.showStatementLine(row, PartyLabels(row.Speakers), dayOf(row.Date, elsewhere))
		return
	}
	r.dot.SetColour(partyColour(row.Speakers))
	r.who.SetRuns(
		control.Run{Text: PartyLabels(row.Speakers), Bold: true},
		control.Caption("  "+words.Dotted(r.belongs(row.Affiliation), words.Act(row.Act), via(row.Carriers))),
	)
	r.where.SetRuns(control.Run{Text: statementFacts(row), Size: look.CaptionSize, Colour: look.ColorMuted})
	r.quote.SetQuote(row.Quote)
	r.stand(len(row.Positions))
	objects := []fyne.CanvasObject{r.party, r.quote}
	for i, p := range row.Positions {
		about := p.TargetRef.Label()
		if !sameParties(p.Holders, row.Speakers) {
			about += " · " + heldBy(p.Holders)
		}
		r.standings[i].set(p.Stance, p.Condition != "", control.Run{Text: about}, conditionRun(p.Condition))
		objects = append(objects, r.standings[i])
	}
	r.setFooter(footerOf("", nil, elsewhere, row.ArticleTitle, row.ArticleSource))
	r.inside.SetObjects(append(objects, r.footer)...)
}

func (r *Row) showHeading(show bool, group store.PartyRef, detail string) {
	if !show {
		r.heading.Hide()
		return
	}
	colour := ""
	if group.ID != (store.ID{}) {
		colour = store.ColourOf(group.Colour, group.ID)
	}
	r.heading.Set(group.Label(), detail, colour)
	r.heading.Show()
}

// belongs says where somebody belongs; "" if that is nowhere.
func (r *Row) belongs(a *store.Affiliation) string {
	if a == nil {
		return ""
	}
	return words.Belongs(a.Role, r.names.Actor(a.Organisation).Name)
}

// stand makes sure there are lines for n positions.
func (r *Row) stand(n int) {
	for len(r.standings) < n {
		r.standings = append(r.standings, newStanding())
	}
}

func (r *Row) setFooter(s string) {
	if s == "" {
		r.footer.Hide()
		return
	}
	r.footer.Show()
	r.footer.SetRuns(control.Run{Text: s, Size: look.CaptionSize, Colour: look.ColorMuted})
}

func statementFacts(row store.StatementRow) string {
	return words.Dotted(words.Sentence("¶ %d", row.Paragraph), words.Day(row.Date))
}

// via names who reported something: "via the Varro Courier".
func via(carriers []store.PartyRef) string {
	if len(carriers) == 0 {
		return ""
	}
	return words.Sentence("via %s", words.Joined(labelsOf(carriers)))
}

// footerOf is what qualifies a position, and the article when the list spans
// more than one.
func footerOf(condition string, according []store.PartyRef, elsewhere bool, title, source string) string {
	var facts []string
	if condition != "" {
		facts = append(facts, underCondition(condition))
	}
	if len(according) > 0 {
		facts = append(facts, words.Sentence("according to %s", words.Joined(labelsOf(according))))
	}
	if elsewhere {
		facts = append(facts, strings.TrimSuffix(title+", "+source, ", "))
	}
	return words.Dotted(facts...)
}

func underCondition(condition string) string { return "◇ " + condition }

// conditionRun is the condition of a position behind what it is about; nothing if there is none.
func conditionRun(condition string) control.Run {
	if condition == "" {
		return control.Caption("")
	}
	return control.Caption("  " + underCondition(condition))
}

// PartyLabels joins who has a part: names, or the words of the article.
func PartyLabels(all []store.PartyRef) string {
	if len(all) == 0 {
		return lang.L("nobody named")
	}
	return words.Joined(labelsOf(all))
}

func labelsOf(all []store.PartyRef) []string {
	list := make([]string, len(all))
	for i, p := range all {
		list[i] = p.Label()
	}
	return list
}

// heldBy says who holds a position.
func heldBy(holders []store.PartyRef) string {
	if len(holders) == 0 {
		return lang.L("no holder named")
	}
	return words.Sentence("holder %s", words.Joined(labelsOf(holders)))
}

// partyColour is the palette name of the first actor among the parties, or grey
// when the article has only words for them.
func partyColour(all []store.PartyRef) string {
	for _, p := range all {
		if p.ID != (store.ID{}) {
			return store.ColourOf(p.Colour, p.ID)
		}
	}
	return "grey"
}

func sameParties(a, b []store.PartyRef) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID || a[i].Words != b[i].Words {
			return false
		}
	}
	return true
}
