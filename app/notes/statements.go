package notes

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store"
)

// statementBlocks gives the statements of the article in text order: who says what to whom, the words, and what is
// known of them.
func (p *articlePart) statementBlocks() []Block {
	if len(p.statements) == 0 {
		return nil
	}
	blocks := []Block{Heading{Level: 3, Text: plain("Statements")}}
	for i, s := range p.statements {
		blocks = append(blocks,
			Heading{Level: 4, Text: plain(fmt.Sprintf("%d. %s", i+1, statementTitle(s)))},
			Quote{
				Words: s.Quote, Translation: s.Translation,
				Source: plain(labels(s.Speakers, "speaker not named")).and(plain(", "), p.place(s.Paragraph)),
			},
			List{p.statementFacts(s)})
	}
	return blocks
}

// statementTitle says what is done by whom to whom: "Request by Anselm Orde to both delegations".
func statementTitle(s store.StatementRow) string {
	title := actNoun(s.Act) + " by " + labels(s.Speakers, "somebody not named")
	return title + prefixed(" to ", labels(s.Addressees, ""))
}

// statementFacts lists what is known of a statement besides its words.
func (p *articlePart) statementFacts(s store.StatementRow) []Item {
	var items []Item
	fact := func(name string, value Text) {
		if value.String() != "" {
			items = append(items, Item{Text: strong(name+":").and(plain(" "), value)})
		}
	}
	fact("Date", dateWords(s.Date, s.DateFrom))
	fact("Act", plain(string(s.Act)))
	fact("Quotation", plain(string(s.Quotation)))
	fact("Reported through", plain(labels(s.Carriers, "")))
	for _, position := range s.Positions {
		p.issueSeen(position.TargetRef)
		fact("Position", stanceWords(position.Stance, position.Condition != "").
			and(plain(" · "+targetLabel(position.TargetRef)), plain(prefixed(", held by ", heldByOther(position, s)))))
	}
	fact("Tags", plain(p.tagWords(s.Tags)))
	return append(items, p.noteItems(s.ID)...)
}

// heldByOther names the holders of a position that are not simply the speakers of its statement.
func heldByOther(position store.PositionSummary, s store.StatementRow) string {
	holders := labels(position.Holders, "")
	if holders == labels(s.Speakers, "") {
		return ""
	}
	return holders
}

// place returns where the article says it: outlet, day and paragraph.
func (p *articlePart) place(paragraph int) Text {
	if paragraph == 0 {
		return citePlace(p.article, 0).and(plain(" (in an earlier version of the text)"))
	}
	return citePlace(p.article, paragraph)
}

// noteItems returns the notes on an annotation as items of a list.
func (p *articlePart) noteItems(subject store.ID) []Item {
	var items []Item
	for _, n := range p.notes[subject] {
		items = append(items, p.note(n))
	}
	return items
}

func (b *builder) tagWords(ids []store.ID) string {
	var names []string
	for _, id := range ids {
		if name := b.tags[id]; name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// labels enumerates names; none is used when there are none.
func labels(refs []store.PartyRef, none string) string {
	var names []string
	for _, r := range refs {
		if label := r.Label(); label != "" {
			names = append(names, label)
		}
	}
	if len(names) == 0 {
		return none
	}
	return enumerate(names)
}

// actNoun names a statement by its act. Nouns, unlike verbs, need not know how many speak.
func actNoun(a store.Act) string {
	nouns := map[store.Act]string{
		store.ActDenies: "Denial", store.ActAsks: "Request", store.ActDemands: "Demand",
		store.ActPromises: "Promise", store.ActThreatens: "Threat", store.ActDeclines: "Refusal",
	}
	return cmp.Or(nouns[a], "Statement")
}

// dateWords writes an effective date and where it comes from.
func dateWords(d store.Date, from store.DateFrom) Text {
	if d == "" {
		return nil
	}
	switch from {
	case store.DateFromStatement:
		return plain(FormatDate(d) + " (the statement’s)")
	case store.DateFromArticle:
		return plain(FormatDate(d) + " (the article’s)")
	default:
		return plain(FormatDate(d))
	}
}

// capitalise returns s with an upper-case first letter.
func capitalise(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
