package command

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"standpoint/app/notes"
	"standpoint/store"
)

// listCommand lists what a project holds.
type listCommand struct {
	projectArg
	What          string   `arg:"" enum:"${listed}" help:"${enum}."`
	Article       store.ID `placeholder:"ID" help:"Only annotations, statements or positions of this article."`
	Actor         string   `placeholder:"NAME" help:"Only statements by it, positions it holds, or articles that name it."`
	Issue         string   `placeholder:"NAME" help:"Only statements or positions on this issue, or articles with such."`
	articleFilter `embed:"" group:"Which articles, also those in which actors, issues, statements and positions are:"`
	Sort          store.ArticleSort `placeholder:"ORDER" help:"Articles by published, title, source, status … (docs/commands.md)."`
	Backwards     bool              `help:"Articles in the other order."`
	JSON          bool              `name:"json" help:"Print one JSON array."`

	actor, issue store.ID // which Actor and Issue mean; zero where they are not given
}

// Validate refuses filters that the list does not have.
func (c *listCommand) Validate() error {
	none := store.ID{}
	statements := c.What == "statements" || c.What == "positions" || c.What == ""
	switch {
	case c.Article != none && !statements && c.What != "annotations":
		return errors.New("--article goes with annotations, statements and positions")
	case (c.Actor != "" || c.Issue != "") && !statements && c.What != "articles":
		return errors.New("--actor and --issue go with articles, statements and positions")
	case c.asks() && !statements && c.What != "articles" && c.What != "actors" && c.What != "issues":
		return errors.New("what is asked of articles goes with articles, actors, issues, statements and positions")
	case (c.Sort != "" || c.Backwards) && c.What != "articles":
		return errors.New("--sort and --backwards go with articles")
	case c.Sort != "" && !c.Sort.IsKnown():
		return errors.New("--sort must be one of published, title, source, language, added, status, annotations, mentions, statements, " +
			"positions and highlights")
	}
	return nil
}

// Run prints the list.
func (c *listCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) (err error) {
		if c.actor, err = calledIfGiven(e.ctx, p, store.EntityActor, c.Actor); err != nil {
			return err
		}
		if c.issue, err = calledIfGiven(e.ctx, p, store.EntityIssue, c.Issue); err != nil {
			return err
		}
		return map[string]func(*environment, *store.Project) error{
			"articles": c.articles, "actors": c.actors, "issues": c.issues, "tags": c.tags,
			"annotations": c.annotations, "statements": c.statements, "positions": c.positions,
			"collections": c.collections, "searches": c.searches, "presets": c.presets, "reports": c.reports, "filters": c.filters,
		}[c.What](e, p)
	})
}

func (c *listCommand) articles(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "PUBLISHED", "SOURCE", "STATUS", "STATEMENTS", "POSITIONS", "TITLE")
	q := store.ArticleQuery{Sort: c.Sort, Backwards: c.Backwards}
	var err error
	if q.ArticleFilter, err = c.filter(e.ctx, p); err != nil {
		return err
	}
	set(&q.Actor, c.actor)
	set(&q.Issue, c.issue)
	err = eachPage(0, func(page store.Page) (int, error) {
		q.Limit = page.Limit
		rows, err := p.ArticlePage(e.ctx, q)
		for _, r := range rows {
			q.After = r.ID
			a := articleOf(r)
			if err := list.add(a, a.ID.String(), notes.FormatDay(a.Published), a.Source, a.Status,
				strconv.Itoa(a.Statements), strconv.Itoa(a.Positions), cut(a.Title, 60)); err != nil {
				return 0, err
			}
		}
		return len(rows), err
	})
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) actors(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "NAME", "KIND", "MENTIONS", "STATEMENTS", "POSITIONS", "CARRIED")
	in, err := c.filter(e.ctx, p)
	if err != nil {
		return err
	}
	err = eachPage(0, func(page store.Page) (int, error) {
		rows, _, err := p.Actors(e.ctx, store.ActorQuery{In: in, Page: page})
		for _, r := range rows {
			if err := list.add(actorOf(r), r.ID.String(), r.Name, string(r.Kind), strconv.Itoa(r.Mentions),
				strconv.Itoa(r.Statements), strconv.Itoa(r.Positions), strconv.Itoa(r.Carried)); err != nil {
				return 0, err
			}
		}
		return len(rows), err
	})
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) issues(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "NAME", "STATEMENTS", "POSITIONS")
	in, err := c.filter(e.ctx, p)
	if err != nil {
		return err
	}
	err = eachPage(0, func(page store.Page) (int, error) {
		rows, _, err := p.Issues(e.ctx, store.IssueQuery{In: in, Page: page})
		for _, r := range rows {
			value := issueJSON{r.ID, r.Name, r.Description, r.Colour, r.Parent, r.Statements, r.Positions}
			if err := list.add(value, r.ID.String(), r.Name, strconv.Itoa(r.Statements), strconv.Itoa(r.Positions)); err != nil {
				return 0, err
			}
		}
		return len(rows), err
	})
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) tags(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "NAME", "ANNOTATIONS", "ARTICLES")
	err := eachPage(0, func(page store.Page) (int, error) {
		rows, _, err := p.Tags(e.ctx, store.TagQuery{Page: page})
		for _, r := range rows {
			if err := list.add(tagJSON{r.ID, r.Name, r.Colour, r.Parent, r.Annotations, r.Articles}, r.ID.String(), r.Name,
				strconv.Itoa(r.Annotations), strconv.Itoa(r.Articles)); err != nil {
				return 0, err
			}
		}
		return len(rows), err
	})
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) collections(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "NAME", "ARTICLES", "DONE")
	all, err := p.Collections(e.ctx)
	for _, r := range all {
		if err := list.add(collectionJSON{r.ID, r.Name, r.Sample, r.Seed, r.Articles, r.Done}, r.ID.String(), r.Name,
			strconv.Itoa(r.Articles), strconv.Itoa(r.Done)); err != nil {
			return err
		}
	}
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) searches(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "NAME", "FILTER")
	all, err := p.SavedSearches(e.ctx)
	for _, s := range all {
		if err := list.add(searchJSON{s.ID, s.Name, json.RawMessage(s.Filter)}, s.ID.String(), s.Name, s.Filter); err != nil {
			return err
		}
	}
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) presets(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "NAME", "OPTIONS")
	all, err := p.Presets(e.ctx)
	for _, s := range all {
		if err := list.add(presetJSON{s.ID, s.Name, json.RawMessage(s.Options)}, s.ID.String(), s.Name, s.Options); err != nil {
			return err
		}
	}
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) filters(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "NAME", "FILTER")
	all, err := p.SavedFilters(e.ctx)
	for _, f := range all {
		if err := list.add(searchJSON{f.ID, f.Name, json.RawMessage(f.Filter)}, f.ID.String(), f.Name, f.Filter); err != nil {
			return err
		}
	}
	if err != nil {
		return err
	}
	return list.end()
}

func (c *listCommand) reports(e *environment, p *store.Project) error {
	list := newRows(e.stdout, c.JSON, "ID", "PARTS", "TITLE")
	all, err := p.Reports(e.ctx)
	for _, r := range all {
		if err := list.add(reportJSON{r.ID, r.Title, r.Items}, r.ID.String(), strconv.Itoa(r.Items), r.Title); err != nil {
			return err
		}
	}
	if err != nil {
		return err
	}
	return list.end()
}

// annotations lists article by article, oldest first, in text order.
func (c *listCommand) annotations(e *environment, p *store.Project) error {
	articles, err := c.chosen(e, p)
	if err != nil {
		return err
	}
	list := newRows(e.stdout, c.JSON, "ID", "KIND", "WORDS", "ARTICLE")
	for _, a := range articles {
		annotations, err := p.Annotations(e.ctx, a.ID)
		if err != nil {
			return err
		}
		for _, x := range annotations {
			if err := list.add(annotationOf(x, a), x.ID.String(), string(x.Kind), cut(x.Anchor.Exact(), 60), cut(a.Title, 40)); err != nil {
				return err
			}
		}
	}
	return list.end()
}

// chosen returns the article that was asked for, or all.
func (c *listCommand) chosen(e *environment, p *store.Project) ([]store.Article, error) {
	if c.Article != (store.ID{}) {
		a, err := p.Article(e.ctx, c.Article)
		return []store.Article{a}, err
	}
	rows, _, err := p.Articles(e.ctx, store.ArticleQuery{})
	articles := make([]store.Article, len(rows))
	for i, r := range rows {
		articles[i] = r.Article
	}
	slices.SortFunc(articles, func(a, b store.Article) int { return a.Published.Compare(b.Published) })
	return articles, err
}

func (c *listCommand) statements(e *environment, p *store.Project) error {
	tags, err := tagNames(e, p)
	if err != nil {
		return err
	}
	in, err := c.filter(e.ctx, p)
	if err != nil {
		return err
	}
	list := newRows(e.stdout, c.JSON, "DATE", "SPEAKER", "ACT", "THROUGH", "WORDS")
	err = eachPage(0, func(page store.Page) (int, error) {
		rows, _, err := p.Statements(e.ctx, store.StatementQuery{Article: c.Article, In: in, Actor: c.actor, Issue: c.issue, Page: page})
		for _, r := range rows {
			if err := list.add(statementOf(r, tags), notes.FormatDay(r.Date), names(r.Speakers), string(r.Act), names(r.Carriers),
				cut(r.Quote, 80)); err != nil {
				return 0, err
			}
		}
		return len(rows), err
	})
	if err != nil {
		return err
	}
	return list.end()
}

// positions lists each position once, under the first of its holders.
func (c *listCommand) positions(e *environment, p *store.Project) error {
	tags, err := tagNames(e, p)
	if err != nil {
		return err
	}
	in, err := c.filter(e.ctx, p)
	if err != nil {
		return err
	}
	seen := map[store.ID]bool{}
	list := newRows(e.stdout, c.JSON, "DATE", "HOLDER", "STANCE", "TARGET", "CONDITION", "THROUGH", "WORDS")
	err = eachPage(0, func(page store.Page) (int, error) {
		rows, _, err := p.Positions(e.ctx, store.PositionQuery{Article: c.Article, In: in, Actor: c.actor, Issue: c.issue, Page: page})
		for _, r := range rows {
			if seen[r.ID] {
				continue
			}
			seen[r.ID] = true
			if err := list.add(positionOf(r, tags), notes.FormatDay(r.Date), names(r.Holders), string(r.Stance), r.TargetRef.Label(),
				cut(r.Condition, 40), names(r.Carriers), cut(r.Quote, 60)); err != nil {
				return 0, err
			}
		}
		return len(rows), err
	})
	if err != nil {
		return err
	}
	return list.end()
}

// names joins the names of parties.
func names(refs []store.PartyRef) string {
	labels := make([]string, len(refs))
	for i, r := range refs {
		labels[i] = r.Label()
	}
	return strings.Join(labels, ", ")
}

// tagNames returns the names of all tags.
func tagNames(e *environment, p *store.Project) (map[store.ID]string, error) {
	list, err := p.Names(e.ctx, store.EntityTag)
	names := make(map[store.ID]string, len(list))
	for _, n := range list {
		names[n.ID] = n.Name
	}
	return names, err
}
