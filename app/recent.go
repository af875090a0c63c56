package app

import (
	"bytes"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// recentActors are the actors that the keys 1 to 9 link the selection to.
type recentActors []store.ID

const mostRecentActors = 9

// renewed returns the actors used last. One that was among them keeps its key;
// one that is new takes the key of one that no longer is.
func (r recentActors) renewed(actors map[store.ID]store.Name) recentActors {
	latest := latestActors(actors)
	var renewed recentActors
	for _, id := range r {
		if !slices.Contains(latest, id) {
			id = store.ID{}
		}
		renewed = append(renewed, id)
	}
	for _, id := range latest {
		if slices.Contains(renewed, id) {
			continue
		}
		if free := slices.Index(renewed, store.ID{}); free >= 0 {
			renewed[free] = id
		} else {
			renewed = append(renewed, id)
		}
	}
	return slices.DeleteFunc(renewed, func(id store.ID) bool { return id == store.ID{} })
}

// latestActors are the actors used last, the latest first. There may be many
// to choose from, so they are not all sorted.
func latestActors(actors map[store.ID]store.Name) []store.ID {
	before := func(a, b store.ID) bool {
		if x, y := actors[a].LastUsed, actors[b].LastUsed; x != y {
			return x > y
		}
		return bytes.Compare(a[:], b[:]) > 0
	}
	var latest []store.ID
	for id := range actors {
		at := len(latest)
		for at > 0 && before(id, latest[at-1]) {
			at--
		}
		if at < mostRecentActors {
			latest = slices.Insert(latest, at, id)
			latest = latest[:min(len(latest), mostRecentActors)]
		}
	}
	return latest
}

// setNames takes over what can be picked by typing, and by the keys 1 to 9.
func (a *App) setNames(n names) {
	a.names = n
	a.articles.panel.filters.named(len(n.coders))
	a.recentActors = a.recentActors.renewed(n.actors)
}

// recentLabel says whom a key links to, in the menu.
func (a *App) recentLabel(n int) func() string {
	return func() string {
		if n >= len(a.recentActors) {
			return lang.L("No recent actor")
		}
		return sentence("Link to %s", a.names.actor(a.recentActors[n]).Name)
	}
}

// linkRecent records that the selected words name one of the recent actors.
func (a *App) linkRecent(n int) func() {
	return func() {
		f := newForm(store.KindMention, a.articles.article.ID, a.articles.reader.view.Body(), a.articles.reader.selection())
		f.Actor = a.names.party(store.Participant{Actor: a.recentActors[n]})
		a.articles.inspector.keepDraft()
		a.articles.inspector.write(f, func(err error) { a.failed(err) })
	}
}
