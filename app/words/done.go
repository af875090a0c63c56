package words

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/store"
	"standpoint/store/text"
)

// LongestTold is how many code points of a name or a quotation the status line tells.
const LongestTold = 60

// told is what an action was about, as sentences name it: names and words of texts, which stand in any language as they are.
type told struct {
	name, who, target, words string
	positions                int
}

func toldOf(a store.About) told {
	return told{
		name: shortened(a.Name), who: shortened(Joined(a.Parties)), target: shortened(a.Target), words: shortened(a.Words),
		positions: a.Positions,
	}
}

func shortened(s string) string { return text.Title(s, LongestTold) }

// Done says what an action did, to what, and by which key it is brought back if it took something away. The title is that of the
// action, and about what that was about.
func Done(title store.Title, about store.About, back fmt.Stringer) string {
	t := toldOf(about)
	verb, kind, _ := strings.Cut(string(title.Code), "_")
	switch k := store.Kind(kind); {
	case verb == "delete" && title.Count > 0:
		return severalDeleted(title, back)
	case title.Code == store.TitleExplainChanges && title.Count > 1:
		return Counted(title.Count, "{{.Count}} change is explained. %s opens it again.", back)
	case title.Code == store.TitleReopenChanges && title.Count > 1:
		return Counted(title.Count, "{{.Count}} change is open again. %s brings back how it was explained.", back)
	case about.Others > 0:
		return Sentence("Done: %s.", Title(title))
	case about.Entity != store.EntityAnnotation || about.Kind != k:
		return doneElsewhere(title, about, back)
	case verb == "add":
		return t.added(k)
	case verb == "edit":
		return t.saved(k)
	case verb == "adjust":
		return t.adjusted(k)
	case verb == "delete":
		return t.deleted(k, back)
	}
	return doneElsewhere(title, about, back)
}

// severalDeleted says how many rows were deleted, and what key brings them back.
func severalDeleted(title store.Title, back fmt.Stringer) string {
	switch title.Code {
	case store.TitleDeleteActors:
		return Counted(title.Count, "Deleted: {{.Count}} actor. %s brings all back.", back)
	case store.TitleDeleteIssues:
		return Counted(title.Count, "Deleted: {{.Count}} issue. %s brings all back.", back)
	case store.TitleDeleteRows:
		return Counted(title.Count, "Deleted: {{.Count}} row. %s brings all back.", back)
	case store.TitleDeleteAnnotations:
		return Counted(title.Count, "Deleted: {{.Count}} annotation. %s brings all back.", back)
	case store.TitleDeleteFromReport:
		return Counted(title.Count, "Deleted: {{.Count}} part of the report. %s brings all back.", back)
	}
	return Counted(title.Count, "Deleted: {{.Count}} article. %s brings all back.", back)
}

func (t told) added(k store.Kind) string {
	switch {
	case k == store.KindMention && t.who != "":
		return Sentence("Added: mention of %s.", t.who)
	case k == store.KindMention:
		return Sentence("Added: mention “%s”.", t.words)
	case k == store.KindStatement && t.who != "" && t.positions > 0:
		return Counted(t.positions, "Added: statement by %s with {{.Count}} position.", t.who)
	case k == store.KindStatement && t.who != "":
		return Sentence("Added: statement by %s.", t.who)
	case k == store.KindStatement:
		return Sentence("Added: statement “%s”.", t.words)
	case k == store.KindPosition && t.who != "" && t.target != "":
		return Sentence("Added: position of %s on %s.", t.who, t.target)
	case k == store.KindPosition:
		return Sentence("Added: position “%s”.", t.words)
	}
	return Sentence("Added: highlight “%s”.", t.words)
}

func (t told) saved(k store.Kind) string {
	switch {
	case k == store.KindMention && t.who != "":
		return Sentence("Saved: mention of %s.", t.who)
	case k == store.KindMention:
		return Sentence("Saved: mention “%s”.", t.words)
	case k == store.KindStatement && t.who != "" && t.positions > 0:
		return Counted(t.positions, "Saved: statement by %s with {{.Count}} position.", t.who)
	case k == store.KindStatement && t.who != "":
		return Sentence("Saved: statement by %s.", t.who)
	case k == store.KindStatement:
		return Sentence("Saved: statement “%s”.", t.words)
	case k == store.KindPosition && t.who != "" && t.target != "":
		return Sentence("Saved: position of %s on %s.", t.who, t.target)
	case k == store.KindPosition:
		return Sentence("Saved: position “%s”.", t.words)
	}
	return Sentence("Saved: highlight “%s”.", t.words)
}

func (t told) adjusted(k store.Kind) string {
	switch k {
	case store.KindMention:
		return Sentence("The mention is now on “%s”.", t.words)
	case store.KindStatement:
		return Sentence("The statement is now on “%s”.", t.words)
	case store.KindPosition:
		return Sentence("The position is now on “%s”.", t.words)
	}
	return Sentence("The highlight is now on “%s”.", t.words)
}

func (t told) deleted(k store.Kind, back fmt.Stringer) string {
	switch {
	case k == store.KindMention && t.who != "":
		return Sentence("Deleted: mention of %s. %s brings it back.", t.who, back)
	case k == store.KindMention:
		return Sentence("Deleted: mention “%s”. %s brings it back.", t.words, back)
	case k == store.KindStatement && t.who != "" && t.positions > 0:
		return Counted(t.positions, "Deleted: statement by %s and its {{.Count}} position. %s brings it back.", t.who, back)
	case k == store.KindStatement && t.who != "":
		return Sentence("Deleted: statement by %s. %s brings it back.", t.who, back)
	case k == store.KindStatement && t.positions > 0:
		return Counted(t.positions, "Deleted: statement “%s” and its {{.Count}} position. %s brings it back.", t.words, back)
	case k == store.KindStatement:
		return Sentence("Deleted: statement “%s”. %s brings it back.", t.words, back)
	case k == store.KindPosition && t.who != "" && t.target != "":
		return Sentence("Deleted: position of %s on %s. %s brings it back.", t.who, t.target, back)
	case k == store.KindPosition:
		return Sentence("Deleted: position “%s”. %s brings it back.", t.words, back)
	}
	return Sentence("Deleted: highlight “%s”. %s brings it back.", t.words, back)
}

// doneElsewhere says what an action did to something other than an annotation.
func doneElsewhere(title store.Title, about store.About, back fmt.Stringer) string {
	switch title.Code {
	case store.TitleExplainChanges:
		return Sentence("The change is explained. %s opens it again.", back)
	case store.TitleReopenChanges:
		return Sentence("The change is open again. %s brings back how it was explained.", back)
	}
	name := toldOf(about).name
	if name == "" {
		return Sentence("Done: %s.", Title(title))
	}
	switch title.Code {
	case store.TitleAddActor:
		return Sentence("Added: actor “%s”.", name)
	case store.TitleEditActor:
		return Sentence("Saved: actor “%s”.", name)
	case store.TitleAddIssue:
		return Sentence("Added: issue “%s”.", name)
	case store.TitleEditIssue:
		return Sentence("Saved: issue “%s”.", name)
	case store.TitleMergeActors, store.TitleMergeIssues:
		return Sentence("Merged into “%s”. %s parts them again.", name, back)
	case store.TitleDeleteActor:
		return Sentence("Deleted: actor “%s”. %s brings it back.", name, back)
	case store.TitleDeleteIssue:
		return Sentence("Deleted: issue “%s”. %s brings it back.", name, back)
	case store.TitleDeleteArticle:
		return Sentence("Deleted: article “%s”. %s brings it back.", name, back)
	case store.TitlePasteArticle:
		return Sentence("Added: article “%s”.", name)
	case store.TitleEditArticle:
		return Sentence("Saved: details of “%s”.", name)
	case store.TitleEditText:
		return Sentence("Saved: text of “%s”.", name)
	case store.TitleKeepLines:
		return Sentence("“%s” has all its lines again.", name)
	case store.TitleSetStatus:
		return Sentence("Saved: status of “%s”.", name)
	}
	return Sentence("Done: %s.", Title(title))
}

// Undoing says what is being undone.
func Undoing(t store.Title) string { return Sentence("Undo: %s", Title(t)) }

// Redoing says what is being done again.
func Redoing(t store.Title) string { return Sentence("Redo: %s", Title(t)) }

// Undone says what Undo took back.
func Undone(r store.UndoResult) string {
	if about := describedAs(r.About); about != "" {
		return andKept(Sentence("Undone: %s (%s).", Title(r.Title), about), r)
	}
	return andKept(Sentence("Undone: %s.", Title(r.Title)), r)
}

// Redone says what Redo did again.
func Redone(r store.UndoResult) string {
	if about := describedAs(r.About); about != "" {
		return andKept(Sentence("Redone: %s (%s).", Title(r.Title), about), r)
	}
	return andKept(Sentence("Redone: %s.", Title(r.Title)), r)
}

// TakenBack says what was taken back from a history.
func TakenBack(r store.UndoResult) string {
	if about := describedAs(r.About); about != "" {
		return andKept(Sentence("Taken back: %s (%s).", Title(r.Title), about), r)
	}
	return andKept(Sentence("Taken back: %s.", Title(r.Title)), r)
}

// andKept adds to a sentence how many changes by others stayed.
func andKept(sentence string, r store.UndoResult) string {
	if len(r.Kept) == 0 {
		return sentence
	}
	return Together(sentence, Counted(len(r.Kept), "({{.Count}} later change by others was kept)"))
}

// describedAs is what an action was about, in names and quotations alone: "Mara Ellin · Open harbour · “We will keep …”". It is "" of
// what was about several things.
func describedAs(a store.About) string {
	if a.Others > 0 {
		return ""
	}
	t := toldOf(a)
	facts := []string{t.name, t.who, t.target}
	if t.words != "" && a.Kind != store.KindMention { // whose words are a name
		facts = append(facts, lang.L("“{{.Words}}”", map[string]any{"Words": t.words}))
	}
	return Dotted(facts...)
}
