package desk

import (
	"slices"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/store"
)

// Prefs remembers what belongs to this user and computer rather than to a
// project: recent projects, the window's size, the appearance, the coder.
type Prefs struct{ fyne.Preferences }

const mostRecent = 9

// Recent are the paths of the projects that were open, the latest first.
func (p Prefs) Recent() []string { return p.StringList("recent") }

// AddRecent puts a project before the others that were open.
func (p Prefs) AddRecent(path string) {
	list := append([]string{path}, slices.DeleteFunc(p.Recent(), func(s string) bool { return s == path })...)
	p.SetStringList("recent", list[:min(len(list), mostRecent)])
}

// DropRecent forgets a project, as it is not there any more.
func (p Prefs) DropRecent(path string) {
	p.SetStringList("recent", slices.DeleteFunc(p.Recent(), func(s string) bool { return s == path }))
}

// Last is the path of the project that the next start opens; "" at the first start.
func (p Prefs) Last() string { return p.String("last") }

// SetLast says which project the next start opens.
func (p Prefs) SetLast(path string) { p.SetString("last", path) }

// The appearance is one of these.
const (
	AppearanceSystem = ""
	AppearanceLight  = "light"
	AppearanceDark   = "dark"
)

// Appearance is whether the window is light or dark.
func (p Prefs) Appearance() string { return p.String("appearance") }

// SetAppearance keeps whether the window is light or dark.
func (p Prefs) SetAppearance(a string) { p.SetString("appearance", a) }

// HasDenseLists reports whether each row of a list is one line.
func (p Prefs) HasDenseLists() bool { return p.Bool("dense lists") }

// UnreadRow is the height of a row of a list that has not been read yet, in pixels: tall, or that of one line.
func (p Prefs) UnreadRow(tall float32) float32 {
	const line = 18
	if p.HasDenseLists() {
		return line
	}
	return tall
}

// SetDenseLists keeps whether each row of a list is one line.
func (p Prefs) SetDenseLists(dense bool) { p.SetBool("dense lists", dense) }

// Watched is the folder from which what arrives waits to be imported into the project at a path; "" if there is none.
func (p Prefs) Watched(project string) string { return p.String("watched for " + project) }

// SetWatched keeps from which folder what arrives waits to be imported into the project at a path; "" for none.
func (p Prefs) SetWatched(project, folder string) {
	if folder == "" {
		p.RemoveValue("watched for " + project)
		return
	}
	p.SetString("watched for "+project, folder)
}

// Standings is how who stands where is shown of the project at a path, as its view wrote it; "" if it was never shown in another way.
func (p Prefs) Standings(project string) string { return p.String("standings of " + project) }

// SetStandings keeps how who stands where is shown of the project at a path.
func (p Prefs) SetStandings(project, kept string) { p.SetString("standings of "+project, kept) }

// LastKind is of what kind the actor was who was made last; "" if none was.
func (p Prefs) LastKind() store.ActorKind {
	kind := store.ActorKind(p.String("last kind"))
	if !slices.ContainsFunc(ActorKinds(), func(k control.Kind) bool { return k.Key == string(kind) }) { // of a later version
		return ""
	}
	return kind
}

// SetLastKind remembers of what kind the actor was who was made last.
func (p Prefs) SetLastKind(k store.ActorKind) { p.SetString("last kind", string(k)) }

// ArticleSort is the key of the order in which articles are listed.
func (p Prefs) ArticleSort() string { return p.StringWithFallback("order of articles", "published") }

// SetArticleSort keeps the order in which articles are listed.
func (p Prefs) SetArticleSort(order string) { p.SetString("order of articles", order) }

// Language is the code of the language that the window speaks; "" is the system's.
func (p Prefs) Language() string { return p.String("language") }

// SetLanguage keeps the code of the language that the window speaks from the next start; "" for that of the system.
func (p Prefs) SetLanguage(code string) { p.SetString("language", code) }

// Scale is how large all that is in the window is, in per cent; 0 if nothing was chosen.
func (p Prefs) Scale() int { return p.Int("scale") }

// SetScale keeps how large all that is in the window is, in per cent.
func (p Prefs) SetScale(percent int) { p.SetInt("scale", percent) }

// WindowSize is how large the window was when it was closed last, in pixels.
func (p Prefs) WindowSize() fyne.Size {
	return fyne.NewSize(float32(p.FloatWithFallback("width", 1280)), float32(p.FloatWithFallback("height", 820)))
}

// SetWindowSize keeps how large the window is, in pixels.
func (p Prefs) SetWindowSize(s fyne.Size) {
	p.SetFloat("width", float64(s.Width))
	p.SetFloat("height", float64(s.Height))
}

// IsMaximised reports whether the window filled the screen when it was closed last.
func (p Prefs) IsMaximised() bool { return p.Bool("maximised") }

// SetMaximised keeps whether the window fills the screen.
func (p Prefs) SetMaximised(is bool) { p.SetBool("maximised", is) }

// Pane is what somebody made of a pane, by its name.
func (p Prefs) Pane(name string) control.Kept {
	return control.Kept{Width: float32(p.Float("pane " + name)), Folded: p.Bool("pane " + name + " folded")}
}

// KeepPane keeps what somebody made of a pane.
func (p Prefs) KeepPane(name string, k control.Kept) {
	p.SetFloat("pane "+name, float64(k.Width))
	p.SetBool("pane "+name+" folded", k.Folded)
}

// usualConfidence is how sure a proposal is at least that is shown, unless somebody says otherwise.
const usualConfidence = 0.5

// LeastConfidence is how sure a proposal is at least that is shown, from 0 to 1.
func (p Prefs) LeastConfidence() float64 {
	return p.FloatWithFallback("least confidence", usualConfidence)
}

// SetLeastConfidence keeps how sure a proposal is at least that is shown.
func (p Prefs) SetLeastConfidence(least float64) { p.SetFloat("least confidence", least) }

// IsNotProposed reports whether annotations of a kind are not to be proposed.
func (p Prefs) IsNotProposed(k store.Kind) bool { return p.Bool("not proposed: " + string(k)) }

// SetNotProposed keeps whether annotations of a kind are not to be proposed.
func (p Prefs) SetNotProposed(k store.Kind, not bool) { p.SetBool("not proposed: "+string(k), not) }

// ProposesNothing reports whether annotations of no kind are to be proposed.
func (p Prefs) ProposesNothing() bool {
	return !slices.ContainsFunc(proposable, func(k store.Kind) bool { return !p.IsNotProposed(k) })
}

// ProposeNothing keeps that annotations of no kind are to be proposed, or of all.
func (p Prefs) ProposeNothing(nothing bool) {
	for _, k := range proposable {
		p.SetNotProposed(k, nothing)
	}
}

// proposable are the kinds of annotations that may be proposed.
var proposable = []store.Kind{store.KindMention, store.KindStatement, store.KindPosition}
