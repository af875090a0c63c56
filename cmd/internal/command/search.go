package command

import (
	"cmp"

	"standpoint/store"
	"standpoint/store/text"
)

// searchCommand finds words in a project.
type searchCommand struct {
	projectArg
	Query string `arg:"" help:"Words to look for; the last may be the beginning of one."`
	JSON  bool   `name:"json" help:"Print one JSON array."`
	Limit int    `default:"50" placeholder:"N" help:"At most so many places (default: 50); 0 is all."`
}

// hitJSON is a place as search --json prints it.
type hitJSON struct {
	Entity  store.Entity `json:"entity"`
	ID      store.ID     `json:"id"`
	Article store.ID     `json:"article,omitzero"`
	Field   string       `json:"field"`
	Title   string       `json:"title"`
	Snippet string       `json:"snippet"`
	Matches []text.Span  `json:"matches"`       // in the snippet
	Span    text.Span    `json:"span,omitzero"` // in the body
}

// Run prints the places.
func (c *searchCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		list := newRows(e.stdout, c.JSON, "IN", "TITLE", "FOUND")
		err := eachPage(c.Limit, func(page store.Page) (int, error) {
			hits, err := p.Search(e.ctx, store.SearchQuery{Text: c.Query, Page: page})
			for _, h := range hits {
				row := hitJSON{h.Entity, h.ID, h.Article, h.Field, h.Title, h.Snippet, h.Matches, h.Span}
				if row.Matches == nil {
					row.Matches = []text.Span{}
				}
				if err := list.add(row, cmp.Or(h.Field, string(h.Entity)), cut(h.Title, 40), h.Snippet); err != nil {
					return 0, err
				}
			}
			return len(hits), err
		})
		if err != nil {
			return err
		}
		return list.end()
	})
}
