package command

import (
	"slices"
	"time"

	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/store"
)

// changesCommand tells whose stance changed.
type changesCommand struct {
	projectArg
	JSON   bool   `name:"json" help:"Print one JSON array."`
	Format string `enum:",csv" default:"" help:"Print comma-separated values: csv."`
	Open   bool   `help:"Only those that nobody has explained."`
	standingFlags
}

// Validate refuses two forms at once.
func (c *changesCommand) Validate() error {
	return oneForm(c.JSON, c.Format)
}

// turnJSON is a change of stance, or a contradiction.
type turnJSON struct {
	Actor partyJSON          `json:"actor"`
	Issue partyJSON          `json:"issue"`
	Kind  discourse.TurnKind `json:"kind"`
	From  *tookPlaceJSON     `json:"from"`
	To    *tookPlaceJSON     `json:"to"`

	Explained    bool              `json:"explained"`
	Explanations []explanationJSON `json:"explanations,omitempty"`
}

// explanationJSON is what somebody explained of a change.
type explanationJSON struct {
	Coder   partyJSON        `json:"coder"`
	At      time.Time        `json:"at"`
	Note    string           `json:"note,omitempty"`
	Changed []store.HeldPart `json:"changed,omitempty"`
}

// explanationsOf are what has been explained of a change.
func explanationsOf(t discourse.Turn, h *store.Holdings) (list []explanationJSON) {
	for _, x := range t.Explanations(h) {
		by := partyJSON{ID: x.Coder}
		if i := slices.IndexFunc(h.Coders, func(c store.Coder) bool { return c.ID == x.Coder }); i >= 0 {
			by.Name = h.Coders[i].Name
		}
		list = append(list, explanationJSON{by, x.At.UTC().Truncate(time.Second), x.Note, x.Changed})
	}
	return list
}

// tookPlaceJSON is a position that was taken, and where.
type tookPlaceJSON struct {
	ID           store.ID       `json:"id"`
	Article      store.ID       `json:"article"`
	ArticleTitle string         `json:"article_title"`
	Source       string         `json:"source"`
	Quote        string         `json:"quote,omitempty"`
	Stance       store.Stance   `json:"stance"`
	Conditional  bool           `json:"conditional"`
	Date         store.Date     `json:"date"`
	DateFrom     store.DateFrom `json:"date_from"`
	AccordingTo  bool           `json:"according_to"`
	Carriers     []partyJSON    `json:"carriers,omitempty"`
}

// tookPlace says where a position was taken.
func tookPlace(r discourse.Row, h *store.Holdings) *tookPlaceJSON {
	p, in := r.Position, h.Articles[r.Position.Article]
	return &tookPlaceJSON{
		ID: p.ID, Article: p.Article, ArticleTitle: in.Title, Source: in.Source, Stance: p.Stance, Conditional: p.Conditional,
		Date: p.Date, DateFrom: p.DateFrom, AccordingTo: r.Told,
	}
}

// Run prints a row for each change.
func (c *changesCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		rows, err := c.rows(e, p)
		if err != nil {
			return err
		}
		turns := rows.Table().Changes()
		if c.Open {
			turns = slices.DeleteFunc(turns, func(t discourse.Turn) bool { return t.IsExplained(rows.Holdings) })
		}
		if c.Format != "" {
			quotes, carriers, err := discourse.Told(e.ctx, p, pairsOf(turns))
			if err != nil {
				return err
			}
			return figure.Turns(turns, rows.Holdings, figure.Options{Quotes: quotes, Carriers: carriers}).CSV(e.stdout)
		}
		recorded, err := discourse.Recorded(e.ctx, p, pairsOf(turns))
		if err != nil {
			return err
		}
		list := newRows(e.stdout, c.JSON, "KIND", "ACTOR", "ISSUE", "FROM", "TO", "EXPLAINED", "WORDS")
		for _, t := range turns {
			row := turnJSON{
				Actor: nodeOf(t.Actor), Issue: nodeOf(t.Issue), Kind: t.Kind,
				From: tookPlace(t.From, rows.Holdings), To: tookPlace(t.To, rows.Holdings),
				Explained: t.IsExplained(rows.Holdings), Explanations: explanationsOf(t, rows.Holdings),
			}
			row.From.tell(recorded[row.From.ID])
			row.To.tell(recorded[row.To.ID])
			if err := list.add(row, string(t.Kind), row.Actor.Name, row.Issue.Name, row.From.words(), row.To.words(),
				map[bool]string{true: "yes"}[row.Explained], cut(row.To.Quote, 80)); err != nil {
				return err
			}
		}
		return list.end()
	})
}

// words are the stance and the day for people.
func (p *tookPlaceJSON) words() string {
	words := string(p.Stance)
	if p.Conditional {
		words += ", conditional"
	}
	return words + " " + string(p.Date)
}

// tell adds the exact words of the position, and who reported them.
func (p *tookPlaceJSON) tell(row store.PositionRow) {
	p.Quote, p.Carriers = row.Quote, partiesOf(row.Carriers)
}

// pairsOf are the positions that changes name.
func pairsOf(turns []discourse.Turn) (list []store.ID) {
	for _, t := range turns {
		list = append(list, t.Pair()...)
	}
	return list
}
