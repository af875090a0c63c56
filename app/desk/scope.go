package desk

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/words"
	"standpoint/store"
)

// Scope is a set of articles that has a name: those of a saved search, or of a collection. A list can be of what is in them.
type Scope struct {
	ID       store.ID
	Name     string
	Articles store.ArticleFilter
}

// Scopes are those of a project, saved searches first. A search of a later version, which this program cannot read, is left out.
func Scopes(ctx context.Context, p *store.Project) ([]Scope, error) {
	searches, err := p.SavedSearches(ctx)
	if err != nil {
		return nil, err
	}
	var list []Scope
	for _, s := range searches {
		if articles, err := s.Articles(); err == nil {
			list = append(list, Scope{s.ID, words.Sentence("search: %s", s.Name), articles})
		}
	}
	collections, err := p.Collections(ctx)
	for _, c := range collections {
		list = append(list, Scope{c.ID, words.Sentence("collection: %s", c.Name), store.ArticleFilter{Collection: c.ID}})
	}
	return list, err
}

// scopeAll is the key of all articles, where one of the scopes can be chosen.
const scopeAll = "all"

// ScopeOptions offer all articles, and the scopes.
func ScopeOptions(all string, scopes []Scope) []control.Option {
	options := []control.Option{{Key: scopeAll, Word: all}}
	for _, s := range scopes {
		options = append(options, control.Option{Key: s.ID.String(), Word: s.Name})
	}
	return options
}

// ScopeOf is what the choice with a key asks of articles.
func ScopeOf(key string, scopes []Scope) store.ArticleFilter {
	for _, s := range scopes {
		if s.ID.String() == key {
			return s.Articles
		}
	}
	return store.ArticleFilter{}
}

// TouchesScopes reports whether a write may have changed what scopes there are.
func TouchesScopes(e store.Event) bool {
	return e.Touches(store.EntitySavedSearch) || e.Touches(store.EntityCollection)
}

// ScopeChoice is the choice of the articles that a list is of. It is not there where there is nothing but all articles to choose.
type ScopeChoice struct {
	*control.Select
	desk    *Desk
	changed func(store.ArticleFilter)
	resized func()
	scopes  []Scope
	reading background.Latest
}

// NewScopeChoice makes a choice that stands at all articles. changed is called when another is chosen, or the chosen one asks something
// else now; resized, when it comes or goes.
func NewScopeChoice(d *Desk, changed func(store.ArticleFilter), resized func()) *ScopeChoice {
	c := &ScopeChoice{Select: control.NewSelect("", nil), desk: d, changed: changed, resized: func() {}}
	c.Name = lang.L("In which articles")
	c.OnKey = d.TypedKey
	c.OnChanged = func(key string) { c.changed(ScopeOf(key, c.scopes)) }
	c.offer(nil)
	c.resized = resized
	return c
}

// ShowAll has it stand at all articles, without telling.
func (c *ScopeChoice) ShowAll() { c.SetValue(scopeAll) }

// Renew reads what there is to choose. One that asks something else than before is asked anew; one that is gone gives way to all articles.
func (c *ScopeChoice) Renew() {
	if c.desk.Project == nil {
		c.offer(nil)
		return
	}
	Query(c.desk, &c.reading, Scopes, func(scopes []Scope) {
		key, before := c.Value(), ScopeOf(c.Value(), c.scopes)
		c.offer(scopes)
		if now := ScopeOf(key, scopes); now != before {
			c.changed(now)
		}
	})
}

func (c *ScopeChoice) offer(scopes []Scope) {
	key := c.Value()
	c.scopes = scopes
	c.SetOptions(ScopeOptions(lang.L("in all articles"), scopes))
	if ScopeOf(key, scopes).IsZero() {
		key = scopeAll
	}
	c.SetValue(key)
	c.Hidden = len(scopes) == 0
	c.resized()
}
