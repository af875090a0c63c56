package panel

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
)

// scopeOptions are what the lists can be of: the open article, the project, or the articles of a saved search or a collection.
func (p *Panel) scopeOptions() []control.Option {
	whole := desk.ScopeOptions(lang.L("Whole project"), p.scopes)
	whole[0].Key = scopeProject
	return append([]control.Option{{Key: scopeArticle, Word: lang.L("This article")}}, whole...)
}

// setScope lists what is of other articles.
func (p *Panel) setScope(key string) {
	p.whole, p.in = key != scopeArticle, desk.ScopeOf(key, p.scopes)
	p.narrowed()
}

// RenewScopes reads which saved searches and collections there are.
func (p *Panel) RenewScopes() {
	if p.desk.Project == nil {
		return
	}
	before := p.in
	desk.Query(p.desk, &p.scoping, desk.Scopes, func(scopes []desk.Scope) {
		if p.offerScopes(scopes); p.in != before {
			p.narrowed()
		}
	})
}

// offerScopes offers other scopes. The chosen one lists what it asks now; if it is gone, the lists are of the whole project.
func (p *Panel) offerScopes(scopes []desk.Scope) {
	key := p.scope.Value()
	p.scopes = scopes
	options := p.scopeOptions()
	if !slices.ContainsFunc(options, func(o control.Option) bool { return o.Key == key }) {
		key = scopeProject
	}
	p.scope.SetOptions(options)
	p.scope.SetValue(key)
	p.in = desk.ScopeOf(key, scopes)
}
