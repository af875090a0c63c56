package store

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"standpoint/store/say"
)

// Report is a page of one's own: headings, own sentences, quotes, and tables and lists that renew themselves.
type Report struct {
	ID    ID
	Title string `field:"title" words:"name" shown:"title"`
}

// ReportItem is a part of a report. Which fields apply depends on its Kind.
type ReportItem struct {
	ID     ID
	Report ID     // to which it belongs, for good
	Rank   string // by which the parts of a report are in order, as bytes, and then by their ids; set by the store
	Kind   ItemKind

	Level int    // heading: 2 to 4; 0 is 2 where one is added
	Text  string // heading: its words on one line; paragraph: own sentences, an LF parts paragraphs

	Of    ID     // quote: the annotation, which may be gone; for good
	Words string // quote: the exact words as they were when they were taken over; " … " parts spans
	Facts Facts  // quote: what the annotation said of them then

	About Target   // positions: what they are on; statements: whose they are
	Form  ItemForm // positions, statements: "" is FormList where one is added
}

// ItemKind is what sort of part of a report it is.
type ItemKind string

// The kinds of parts of a report.
const (
	ItemHeading    ItemKind = "heading"
	ItemParagraph  ItemKind = "paragraph"
	ItemQuote      ItemKind = "quote"
	ItemPositions  ItemKind = "positions"  // who stands where on an issue or an actor, as the project has it when it is looked at
	ItemStatements ItemKind = "statements" // what an actor said, likewise
)

// ItemKinds are the kinds of parts of a report.
func ItemKinds() []ItemKind {
	return []ItemKind{ItemHeading, ItemParagraph, ItemQuote, ItemPositions, ItemStatements}
}

// ItemForm is how a part that renews itself is set.
type ItemForm string

// The forms.
const (
	FormList  ItemForm = "list"
	FormTable ItemForm = "table"
)

// The levels of headings in a report. Its title is above them.
const (
	firstItemLevel = 2
	lastItemLevel  = 4
)

// Facts are what an annotation says beside its words: names, words and codes, in no language of ours.
type Facts struct {
	Kind        Kind      `json:"kind,omitempty"`
	Who         []string  `json:"who,omitempty"` // who speaks or holds the position; of a mention whom the words name
	Addressees  []string  `json:"addressees,omitempty"`
	Carriers    []string  `json:"carriers,omitempty"`
	Quotation   Quotation `json:"quotation,omitempty"`
	Act         Act       `json:"act,omitempty"`
	Target      string    `json:"target,omitempty"`
	Stance      Stance    `json:"stance,omitempty"`
	Condition   string    `json:"condition,omitempty"`
	Date        Date      `json:"date,omitempty"` // in effect
	Translation string    `json:"translation,omitempty"`

	// Where it stands, for when that is gone. What is another there makes no other quote.
	Title     string `json:"title,omitempty"`  // of the article
	Source    string `json:"source,omitempty"` // its outlet
	Published Date   `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`  // of the article, BCP 47
	Paragraph int    `json:"paragraph,omitempty"` // from 1; 0 when not placed
}

// Quoted is an annotation as a report quotes it.
type Quoted struct {
	Article ID     // in which it stands
	Coder   ID     // who made it
	Words   string // exact
	Facts   Facts
}

// QuotePart names what of an annotation is another than when it was quoted.
type QuotePart string

// The parts that can be another.
const (
	QuoteWords       QuotePart = "words"
	QuoteWho         QuotePart = "who"
	QuoteAddressees  QuotePart = "addressees"
	QuoteCarriers    QuotePart = "carriers"
	QuoteQuotation   QuotePart = "quotation"
	QuoteAct         QuotePart = "act"
	QuoteTarget      QuotePart = "target"
	QuoteStance      QuotePart = "stance"
	QuoteCondition   QuotePart = "condition"
	QuoteDate        QuotePart = "date"
	QuoteTranslation QuotePart = "translation"
)

// QuoteChange is what an annotation says otherwise than when it was quoted. Each side is a name, words or a code, several of names, or
// nothing.
type QuoteChange struct {
	Part          QuotePart
	Before, After []string
}

// Changes returns what an annotation says otherwise than when it was quoted, in the order of the parts.
func (i ReportItem) Changes(now Quoted) []QuoteChange {
	one := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	was, is := i.Facts, now.Facts
	var changes []QuoteChange
	for _, c := range []QuoteChange{
		{QuoteWords, one(i.Words), one(now.Words)},
		{QuoteWho, was.Who, is.Who},
		{QuoteAddressees, was.Addressees, is.Addressees},
		{QuoteCarriers, was.Carriers, is.Carriers},
		{QuoteQuotation, one(string(was.Quotation)), one(string(is.Quotation))},
		{QuoteAct, one(string(was.Act)), one(string(is.Act))},
		{QuoteTarget, one(was.Target), one(is.Target)},
		{QuoteStance, one(string(was.Stance)), one(string(is.Stance))},
		{QuoteCondition, one(was.Condition), one(is.Condition)},
		{QuoteDate, one(string(was.Date)), one(string(is.Date))},
		{QuoteTranslation, one(was.Translation), one(is.Translation)},
	} {
		if !slices.Equal(c.Before, c.After) {
			changes = append(changes, c)
		}
	}
	return changes
}

// fieldFacts is the field with what the annotation of a quote said.
const fieldFacts = "facts"

// reportItem is a part of a report as the journal keeps it.
type reportItem struct {
	ID     ID
	Report ID       `field:"report" of:"report,owner"`
	Rank   string   `field:"rank" words:"text"`
	Kind   ItemKind `field:"kind"`
	Level  int      `field:"level"`
	Text   string   `field:"text" words:"text"`
	Of     ID       `field:"of" of:"annotation"`
	Words  string   `field:"words" words:"text"`
	Facts  string   `field:"facts" words:"text"` // as JSON, set whole
	About  Target   `field:"about"`
	Form   ItemForm `field:"form"`
}

// shown returns the part as it is handed out. Facts that cannot be read are none.
func (r reportItem) shown() ReportItem {
	i := ReportItem{
		ID: r.ID, Report: r.Report, Rank: r.Rank, Kind: r.Kind, Level: r.Level, Text: r.Text, Of: r.Of, Words: r.Words,
		About: r.About, Form: r.Form,
	}
	if err := json.Unmarshal([]byte(r.Facts), &i.Facts); err != nil {
		i.Facts = Facts{}
	}
	return i
}

// row returns the part as the journal keeps it.
func (i ReportItem) row() (reportItem, error) {
	r := reportItem{
		ID: i.ID, Report: i.Report, Rank: i.Rank, Kind: i.Kind, Level: i.Level, Text: i.Text, Of: i.Of, Words: i.Words,
		About: i.About, Form: i.Form,
	}
	if reflect.ValueOf(i.Facts).IsZero() {
		return r, nil
	}
	facts, err := json.Marshal(i.Facts)
	r.Facts = string(facts)
	return r, err
}

// Check refuses a part that is not of its kind, whatever it names.
func (i ReportItem) Check() error {
	if !slices.Contains(ItemKinds(), i.Kind) {
		return invalidf("There is no part of a report of the kind %q.", i.Kind)
	}
	var wrong say.Sentence
	switch i.Kind {
	case ItemHeading:
		_, wrong = wordsBy(ruleName, i.Text)
		if wrong.IsZero() && (i.Level < firstItemLevel || i.Level > lastItemLevel) {
			wrong = say.Of("Its level must be 2, 3 or 4.")
		}
	case ItemParagraph:
		_, wrong = wordsBy(ruleText, i.Text)
		if wrong.IsZero() && strings.TrimSpace(i.Text) == "" {
			wrong = say.Of("It is empty.")
		}
	case ItemQuote:
		if i.Words == "" {
			wrong = say.Of("It has no words.")
		}
	case ItemPositions, ItemStatements:
		wrong = i.renews()
	}
	if wrong.IsZero() {
		wrong = i.foreign()
	}
	if !wrong.IsZero() {
		return invalidf("This part of a report cannot be kept. %s", wrong)
	}
	return nil
}

// renews says what is wrong with a part that renews itself.
func (i ReportItem) renews() (wrong say.Sentence) {
	switch {
	case i.Form != FormList && i.Form != FormTable:
		return say.Of("It must be a list or a table.")
	case i.Kind == ItemStatements && (i.About.Actor == (ID{}) || i.About.Issue != (ID{})):
		return say.Of("It must be about one actor.")
	case (i.About.Actor == ID{}) == (i.About.Issue == ID{}):
		return say.Of("It must be about one issue or one actor.")
	}
	return wrong
}

// foreign says whether a part has something that only those of other kinds have.
func (i ReportItem) foreign() (wrong say.Sentence) {
	i.ID, i.Report, i.Rank = ID{}, ID{}, ""
	switch i.Kind {
	case ItemHeading:
		i.Level, i.Text = 0, ""
	case ItemParagraph:
		i.Text = ""
	case ItemQuote:
		i.Of, i.Words, i.Facts = ID{}, "", Facts{}
	case ItemPositions, ItemStatements:
		i.About, i.Form = Target{}, ""
	}
	i.Kind = ""
	if reflect.ValueOf(i).IsZero() {
		return wrong
	}
	return say.Of("It has something that only parts of another kind have.")
}
