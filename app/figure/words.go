package figure

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"standpoint/app/discourse"
	"standpoint/store"
)

// tongue are the words of pictures in one language.
type tongue struct {
	InWords, AsTable                       string // what shows the picture in words, and the table behind it
	Yes                                    string
	Table, Timeline, Balance, Network      string // titles
	Changes, Turned, Contradictions        string // title of the changes, and of their parts
	NoChange, Explained, Open              string
	Undated                                string // "%s without a date are not shown."
	Hidden                                 string // "Hidden: %s."
	Reported                               string // "reported by %s"
	Of                                     string // "Timeline of %s"
	Support, Oppose, Neutral, Unclear      string
	Middle                                 string // "neutral or unclear"
	Conditional, Changed, Opposed, Told    string
	Counts                                 string // "%s, %s, %s in %s"
	Actor, Actors, Issue, Issues           string
	Position, Positions, Article, Articles string
	Between                                string // "from %s to %s"
	Values                                 string // "Support counts as …"
	Legend                                 string
	Nothing                                string
	Shown                                  string // "Shows %d %% of the weight …"
	Tie, Ties, AsCounted                   string
	Members                                string // "Group %d: %s."
	Group, PutThere                        string // what a hull and a dot in a node mean
	Only                                   string // "Only: %s."
	From, To, Outlets, Kinds               string
	Coders, Statuses, Tagged               string // what else a filter asks, without saying of whom
	NoOutlet, Deleted                      string // of an outlet that is not told, and of a row that is not there
	LeftOut                                string // "Left out are …"
	Nameless, Unset, Denied                string
	Made                                   string // "Made on %s."
	Weighed                                string // "Ties: %s. Stances count as %s."

	turns   map[discourse.TurnKind]string
	printer *message.Printer  // of numbers
	columns map[string]string // of tables, as people call them; as they are called if they are not in it
	ways    map[string]string // what is chosen, by its code; "" where it goes without saying
}

var english = tongue{
	InWords: "In words", AsTable: "As a table", Yes: "yes",
	Table: "Who stands where", Timeline: "Who stood where, and when", Balance: "For and against",
	Network: "Who stands with whom", Changes: "Who changed", Turned: "Changes", Contradictions: "Contradictions on one day",
	NoChange: "No stance changed among these positions.", Explained: "explained",
	Open: "Changes that somebody has explained are left out.", Reported: "reported by %s",
	Undated: "Not shown, without a date: %s.", Hidden: "Hidden: %s.",
	Of: "%s: %s", Support: "support", Oppose: "oppose", Neutral: "neutral", Unclear: "unclear", Middle: "neutral or unclear",
	Conditional: "conditional", Changed: "changed", Opposed: "support and opposition on one day", Told: "according to somebody else",
	Counts: "%s, %s, %s in %s", Actor: "actor", Actors: "actors", Issue: "issue", Issues: "issues", Position: "position",
	Positions: "positions", Article: "article", Articles: "articles", Between: "From %s to %s.",
	Legend:  "▲ support, ▼ oppose, ● neutral, ? unclear, ◇ conditional; open: according to somebody else.",
	Nothing: "No position passes the filter.", Tie: "tie", Ties: "ties",
	AsCounted: "not normalised", Members: "Group %d: %s.", Group: "group by positive ties", PutThere: "put there by hand",
	Shown: "Shows %d %% of the weight: ties from %s on, %d of %d.", Only: "Only: %s.", From: "from", To: "until", Outlets: "outlet",
	Kinds: "kind", Coders: "recorded by", Statuses: "articles", Tagged: "with the tag", NoOutlet: "not told", Deleted: "deleted",
	LeftOut:  "Left out: %s.",
	Nameless: "held by nobody who has a name", Unset: "without a stance", Denied: "denied or declined", Made: "Made on %s.",
	Weighed: "Ties: %s. As numbers: %s.", printer: message.NewPrinter(language.English),
	turns: map[discourse.TurnKind]string{
		discourse.FullChange: "full change", discourse.HalfChange: "half change", discourse.Contradiction: "contradiction",
	},
	ways: map[string]string{
		"bars per days": "There is one for each day.", "bars per weeks": "There is one for each week, by its Monday.",
		"bars per months": "There is one for each month.", "bars per years": "There is one for each year.",
		"no": "as holders state them", "only": "as others tell them", "half": "conditional ones half", "apart": "conditional ones apart",
		"none": "no conditional ones", "affiliation": "persons counted for those they spoke for",
		"article": "each once in an article", "day": "each once a day", "week": "each once a week", "month": "each once a month",
		"year":   "each once a year",
		"unread": "unread", "in_progress": "in progress", "coded": "coded", "reviewed": "reviewed",
		"person": "person", "organisation": "organisation", "state": "state", "group": "group",
		"ignore": "what is shared", "congruence": "congruence", "conflict": "conflict", "subtract": "congruence less conflict",
		"combine": "for, against or both", "average": "divided by the average of positions", "jaccard": "divided as Jaccard does",
		"cosine": "divided by the cosine's norm", "dna-cosine": "divided by the product of positions",
		"bars of actors": "Bars count actors, each once by its latest stance there.", "bars of positions": "Bars count positions.",
		"shares":   "Numbers are shares of each bar.",
		"activity": "divided by the positions of the row", "prominence": "divided by the positions of the column",
	},
}

var german = tongue{
	InWords: "In Worten", AsTable: "Als Tabelle", Yes: "ja",
	Table: "Wer wo steht", Timeline: "Wer wann wo stand", Balance: "Dafür und dagegen", Network: "Wer mit wem steht",
	Changes: "Wer sich geändert hat", Turned: "Änderungen", Contradictions: "Widersprüche an einem Tag",
	NoChange: "Unter diesen Positionen änderte sich keine Haltung.", Explained: "erklärt",
	Open: "Änderungen, die jemand erklärt hat, sind weggelassen.", Reported: "berichtet von %s",
	Undated: "Ohne Datum nicht gezeigt: %s.", Hidden: "Ausgeblendet: %s.",
	Of: "%s: %s", Support: "dafür", Oppose: "dagegen", Neutral: "neutral", Unclear: "unklar", Middle: "neutral oder unklar",
	Conditional: "unter Bedingung", Changed: "geändert", Opposed: "dafür und dagegen an einem Tag", Told: "laut anderen",
	Counts: "%s, %s, %s in %s", Actor: "Akteur", Actors: "Akteure", Issue: "Streitfrage", Issues: "Streitfragen", Position: "Position",
	Positions: "Positionen", Article: "Artikel", Articles: "Artikeln", Between: "Von %s bis %s.",
	Legend:  "▲ dafür, ▼ dagegen, ● neutral, ? unklar, ◇ unter Bedingung; offen: laut anderen.",
	Nothing: "Keine Position passt zum Filter.", Tie: "Verbindung", Ties: "Verbindungen",
	AsCounted: "nicht normalisiert", Members: "Gruppe %d: %s.",
	Group:    "Gruppe nach positiven Verbindungen",
	PutThere: "von Hand dorthin gesetzt", Shown: "Zeigt %d %% des Gewichts: Verbindungen ab %s, %d von %d.",
	Only: "Nur: %s.", From: "ab", To: "bis", Outlets: "Medium", Kinds: "Art", Coders: "erfasst von",
	Statuses: "Artikel", Tagged: "mit dem Schlagwort", NoOutlet: "nicht genannt", Deleted: "gelöscht",
	LeftOut: "Nicht gezählt: %s.", Nameless: "von niemandem mit Namen vertreten", Unset: "ohne Haltung",
	Denied: "bestritten oder verweigert", Made: "Erstellt am %s.", Weighed: "Verbindungen: %s. Als Zahlen: %s.",
	printer: message.NewPrinter(language.German),
	turns: map[discourse.TurnKind]string{
		discourse.FullChange: "volle Änderung", discourse.HalfChange: "halbe Änderung", discourse.Contradiction: "Widerspruch",
	},
	columns: map[string]string{
		"actor": "Akteur", "issue": "Streitfrage", "stance": "Haltung", "conditional": "bedingt",
		"changed": "geändert", "contradiction": "Widerspruch", "positions": "Positionen", "support": "dafür", "oppose": "dagegen",
		"neutral": "neutral", "unclear": "unklar", "since": "seit", "date": "Datum",
		"according_to": "laut anderen", "outlet": "Medium", "article": "Artikel",
		"carriers": "berichtet von", "words": "Wortlaut", "kind": "Art", "period": "Zeit", "from": "von", "to": "mit", "weight": "Gewicht",
		"explained": "erklärt", "explanation": "Erklärung", "old_stance": "alte Haltung", "old_conditional": "bedingt", "old_date": "Datum",
		"old_outlet": "Medium", "old_article": "Artikel", "old_carriers": "berichtet von", "old_according_to": "laut anderen",
		"old_words": "alter Wortlaut", "new_stance": "neue Haltung", "new_conditional": "bedingt", "new_date": "Datum", "new_outlet": "Medium",
		"new_article": "Artikel", "new_carriers": "berichtet von", "new_according_to": "laut anderen", "new_words": "neuer Wortlaut",
	},
	ways: map[string]string{
		"bars per days": "Es gibt einen für jeden Tag.", "bars per weeks": "Es gibt einen für jede Woche, nach ihrem Montag.",
		"bars per months": "Es gibt einen für jeden Monat.", "bars per years": "Es gibt einen für jedes Jahr.",
		"no": "wie die Vertretenden sie selbst äußern", "only": "wie andere sie wiedergeben", "half": "bedingte halb",
		"apart": "bedingte gesondert", "none": "ohne bedingte", "affiliation": "Personen für die gezählt, für die sie sprachen",
		"article": "jede einmal je Artikel", "day": "jede einmal je Tag", "week": "jede einmal je Woche", "month": "jede einmal je Monat",
		"year":   "jede einmal je Jahr",
		"unread": "ungelesen", "in_progress": "in Arbeit", "coded": "codiert", "reviewed": "geprüft",
		"person": "Person", "organisation": "Organisation", "state": "Staat", "group": "Gruppe",
		"ignore": "Gemeinsames", "congruence": "Übereinstimmung", "conflict": "Konflikt", "subtract": "Übereinstimmung minus Konflikt",
		"combine": "dafür, dagegen oder beides", "average": "geteilt durch den Mittelwert der Positionen", "jaccard": "geteilt nach Jaccard",
		"cosine": "geteilt durch die Norm des Kosinus", "dna-cosine": "geteilt durch das Produkt der Positionen",
		"bars of actors":    "Balken zählen Akteure, jeden einmal mit seiner letzten Haltung dort.",
		"bars of positions": "Balken zählen Positionen.",
		"shares":            "Zahlen sind Anteile am Balken.",
		"activity":          "geteilt durch die Positionen der Zeile", "prominence": "geteilt durch die Positionen der Spalte",
	},
}

// wordsIn returns the words of a language, those in English for one that has none.
func wordsIn(language string) tongue {
	if strings.HasPrefix(strings.ToLower(language), "de") {
		return german
	}
	return english
}

// tied says what full and dashed lines of a network mean.
func (t tongue) tied(c discourse.Choices) (with, against string) {
	switch {
	case c.Aggregate == discourse.Ignore:
		return t.ways["ignore"], ""
	case c.Mode == discourse.TwoMode:
		return t.Support, t.Oppose
	}
	return t.ways["congruence"], t.ways["conflict"]
}

// tipOf tells of a node of a network with so many ties.
func (t tongue) tipOf(n discourse.Node, ties int) string {
	who := n.Label
	if kind := t.ways[string(n.Kind)]; kind != "" {
		who += ", " + kind
	}
	positions := t.Positions
	if n.Positions == 1 {
		positions = t.Position
	}
	return fmt.Sprintf("%s\n%.4g %s, %s", who, n.Positions, positions, t.number(ties, t.Tie, t.Ties))
}

// stance names a stance.
func (t tongue) stance(s store.Stance) string {
	switch s {
	case store.StanceSupport:
		return t.Support
	case store.StanceOppose:
		return t.Oppose
	case store.StanceUnclear:
		return t.Unclear
	}
	return t.Neutral
}

// number counts in the language's way: 2,500 actors.
func (t tongue) number(n int, alone, more string) string {
	if n == 1 {
		return "1 " + alone
	}
	return t.printer.Sprintf("%d", n) + " " + more
}

// counted tells of what a picture is made.
func (t tongue) counted(rows []discourse.Row) []string {
	actors, issues, positions, articles := map[store.ID]bool{}, map[store.ID]bool{}, map[store.ID]bool{}, map[store.ID]bool{}
	var first, last store.Day
	for _, r := range rows {
		p := r.Position
		actors[r.Holder], issues[p.Issue], positions[p.ID], articles[p.Article] = true, true, true, true
		if p.Date != "" {
			if first == "" || p.Date.First() < first {
				first = p.Date.First()
			}
			last = max(last, p.Date.Last())
		}
	}
	if len(rows) == 0 {
		return []string{t.Nothing}
	}
	caption := []string{fmt.Sprintf(t.Counts, t.number(len(actors), t.Actor, t.Actors), t.number(len(issues), t.Issue, t.Issues),
		t.number(len(positions), t.Position, t.Positions), t.number(len(articles), t.Article, t.Articles)) + "."}
	if first != "" {
		caption = append(caption, fmt.Sprintf(t.Between, first, last))
	}
	return []string{strings.Join(caption, " ")}
}

// dayOf is the time at which a day begins.
func dayOf(d store.Day) (time.Time, bool) {
	at, err := time.Parse(time.DateOnly, string(d))
	return at, err == nil
}

// tip tells of one position.
func (t tongue) tip(r discourse.Row, h *store.Holdings) string {
	p := r.Position
	words := fmt.Sprintf("%s, %s: %s", h.Actors[r.Holder].Name, h.Issues[p.Issue].Name, t.stance(p.Stance))
	if p.Conditional {
		words += ", " + t.Conditional
	}
	if r.Told {
		words += ", " + t.Told
	}
	in := h.Articles[p.Article]
	date, _, _ := strings.Cut(string(p.Date), "T") // without the time of the day
	for _, more := range []string{date, in.Source, in.Title} {
		if more != "" {
			words += "\n" + more
		}
	}
	return words
}
