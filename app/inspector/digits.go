package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/text"
)

// digitGap is between two actors with their digits, in pixels.
const digitGap = 12

// byDigit are the actors that the digits pick in a form for some words: those used lately by the digits that they have anywhere, and then
// those whom the text names nearest.
func (f *stage) byDigit(at text.Span) []store.ID {
	d := f.desk
	if !d.CanWrite() {
		return nil
	}
	all := slices.Clone(d.RecentActors[:min(len(d.RecentActors), names.MostRecentActors)])
	if f.reading.Body() == nil || len(all) == names.MostRecentActors {
		return all
	}
	for _, id := range f.text().Nearby(at, names.MostRecentActors) {
		if len(all) < names.MostRecentActors && !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// digitHints are actors, each with its digit, below a sentence; none if there are none.
func (f *stage) digitHints(sentence string, actors []store.ID) []fyne.CanvasObject {
	if len(actors) == 0 || !f.desk.CanWrite() {
		return nil
	}
	hints := make([]fyne.CanvasObject, len(actors))
	for n, id := range actors {
		hints[n] = control.NewKeyHint(desk.KeyRecent(n).String(), f.desk.Names.Told(id))
	}
	return []fyne.CanvasObject{control.Muted(sentence), control.NewWrap(digitGap, hints...)}
}

// digitPicks is what a field picks by a digit, of actors that its page shows with their digits.
func (f *stage) digitPicks(actors []store.ID) func(n int) (control.Item, bool) {
	return func(n int) (control.Item, bool) {
		if n > len(actors) {
			return control.Item{}, false
		}
		return f.desk.NameItem(f.desk.Names.Actor(actors[n-1])), true
	}
}
