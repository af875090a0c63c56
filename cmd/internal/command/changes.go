package command

import (
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/store"
)

// changesCommand tells whose stance changed.
type changesCommand struct {
	projectArg
	JSON   bool   `name:"json" help:"Print one JSON array."`
	Format string `enum:",csv" default:"" help:"Print comma-separated values: csv."`
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
		var ids []store.ID
		for _, t := range turns {
			ids = append(ids, t.From.Position.ID, t.To.Position.ID)
		}
		quotes, carriers, err := discourse.Told(e.ctx, p, ids)
		if err != nil {
			return err
		}
		if c.Format != "" {
			return figure.Turns(turns, rows.Holdings, figure.Options{Quotes: quotes, Carriers: carriers}).CSV(e.stdout)
		}
		list := newRows(e.stdout, c.JSON, "KIND", "ACTOR", "ISSUE", "FROM", "TO", "WORDS")
		for _, t := range turns {
			row := turnJSON{
				Actor: nodeOf(t.Actor), Issue: nodeOf(t.Issue), Kind: t.Kind,
				From: tookPlace(t.From, rows.Holdings), To: tookPlace(t.To, rows.Holdings),
			}
			row.From.Quote, row.To.Quote = quotes[row.From.ID], quotes[row.To.ID]
			err := list.add(row, string(t.Kind), row.Actor.Name, row.Issue.Name, row.From.words(), row.To.words(), cut(row.To.Quote, 80))
			if err != nil {
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
