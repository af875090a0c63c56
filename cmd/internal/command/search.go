package command

import (
	"cmp"

	"standpoint/store"
	"standpoint/store/text"
)

// searchCommand finds words in a project.
type searchCommand struct {
	projectArg
	Query  string `arg:"" help:"Words and phrases, joined by AND, OR, NOT, NEAR and brackets, and fields such as source:NAME or after:DATE."`
	Regexp bool   `help:"QUERY is a regular expression (RE2), for which every text is looked through."`
	JSON   bool   `name:"json" help:"Print one JSON array."`
	Limit  int    `default:"50" placeholder:"N" help:"At most so many names and articles (default: 50); 0 is all."`
}

// hitJSON is a name, or an article with a place in it, as search --json prints it.
type hitJSON struct {
	Entity    store.Entity `json:"entity"`
	ID        store.ID     `json:"id"`
	Article   store.ID     `json:"article,omitzero"`
	Field     string       `json:"field"`
	Title     string       `json:"title"`
	Source    string       `json:"source,omitempty"`
	Published store.Date   `json:"published,omitempty"`
	Snippet   string       `json:"snippet"`
	Matches   []text.Span  `json:"matches"`         // in the snippet
	Span      text.Span    `json:"span,omitzero"`   // in the body
	Places    int          `json:"places,omitzero"` // in the body
	Within    []hitJSON    `json:"within,omitempty"`
	More      int          `json:"more,omitzero"`
}

func newHitJSON(h store.Hit) hitJSON {
	row := hitJSON{
		Entity: h.Entity, ID: h.ID, Article: h.Article, Field: h.Field, Title: h.Title, Source: h.Source, Published: h.Published,
		Snippet: h.Snippet, Matches: h.Matches, Span: h.Span, Places: h.Places, More: h.More,
	}
	if row.Matches == nil {
		row.Matches = []text.Span{}
	}
	for _, within := range h.Within {
		row.Within = append(row.Within, newHitJSON(within))
	}
	return row
}

// Run prints what is found.
func (c *searchCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		list := newRows(e.stdout, c.JSON, "IN", "TITLE", "FOUND")
		look := c.words
		if c.Regexp {
			look = c.pattern
		}
		if err := look(e, p, list); err != nil {
			return err
		}
		return list.end()
	})
}

// words prints what is found for words and operators.
func (c *searchCommand) words(e *environment, p *store.Project, list *rows) error {
	return eachPage(c.Limit, func(page store.Page) (int, error) {
		hits, err := p.Search(e.ctx, store.SearchQuery{Text: c.Query, Page: page})
		for _, h := range hits {
			if err := c.print(list, h); err != nil {
				return 0, err
			}
		}
		return len(hits), err
	})
}

// pattern prints what is found for a regular expression, as it is found.
func (c *searchCommand) pattern(e *environment, p *store.Project, list *rows) error {
	pattern, err := text.ParsePattern(c.Query)
	if err != nil {
		return err
	}
	show, end := e.progress("Searching")
	defer end()
	found := 0
	for at := (store.PatternPlace{}); !at.Ended(); {
		var hits []store.Hit
		if hits, at, err = p.SearchPattern(e.ctx, pattern, at); err != nil {
			return err
		}
		for _, h := range hits {
			if err := c.print(list, h); err != nil {
				return err
			}
			if found++; found == c.Limit {
				return nil
			}
		}
		show(at.Read, at.Of)
	}
	return nil
}

// print prints a hit; for people, what else is in the same article has a line of its own.
func (c *searchCommand) print(list *rows, h store.Hit) error {
	if err := list.add(newHitJSON(h), cmp.Or(h.Field, string(h.Entity)), cut(h.Title, 40), h.Snippet); err != nil || c.JSON {
		return err
	}
	for _, within := range h.Within {
		if err := list.add(nil, cmp.Or(within.Field, string(within.Entity)), cut(h.Title, 40), within.Snippet); err != nil {
			return err
		}
	}
	return nil
}
