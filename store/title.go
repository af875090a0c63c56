package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"standpoint/store/journal"
	"standpoint/store/text"
)

// TitleCode says what an action was, in the word that the journal keeps. Codes last for ever, as fields do: what one of them means never
// changes, and none is used again for something else.
type TitleCode string

// The codes of titles. docs/file-format.md lists them, too.
const (
	TitleAddHighlight TitleCode = "add_highlight"
	TitleAddMention   TitleCode = "add_mention"
	TitleAddStatement TitleCode = "add_statement"
	TitleAddPosition  TitleCode = "add_position"

	TitleEditHighlight TitleCode = "edit_highlight"
	TitleEditMention   TitleCode = "edit_mention"
	TitleEditStatement TitleCode = "edit_statement"
	TitleEditPosition  TitleCode = "edit_position"

	TitleAdjustHighlight TitleCode = "adjust_highlight"
	TitleAdjustMention   TitleCode = "adjust_mention"
	TitleAdjustStatement TitleCode = "adjust_statement"
	TitleAdjustPosition  TitleCode = "adjust_position"

	TitleDeleteHighlight TitleCode = "delete_highlight"
	TitleDeleteMention   TitleCode = "delete_mention"
	TitleDeleteStatement TitleCode = "delete_statement"
	TitleDeletePosition  TitleCode = "delete_position"

	TitleLinkAll TitleCode = "link_all"

	TitleAcceptMention   TitleCode = "accept_mention"
	TitleAcceptStatement TitleCode = "accept_statement"
	TitleAcceptPosition  TitleCode = "accept_position"
	TitleAcceptProposals TitleCode = "accept_proposals"
	TitleRejectProposals TitleCode = "reject_proposals"
	TitleReopenProposals TitleCode = "reopen_proposals"

	TitleExplainChanges  TitleCode = "explain_changes"
	TitleEditExplanation TitleCode = "edit_explanation"
	TitleReopenChanges   TitleCode = "reopen_changes"

	TitleAddActor    TitleCode = "add_actor"
	TitleEditActor   TitleCode = "edit_actor"
	TitleMergeActors TitleCode = "merge_actors"
	TitleDeleteActor TitleCode = "delete_actor"

	TitleAddIssue    TitleCode = "add_issue"
	TitleEditIssue   TitleCode = "edit_issue"
	TitleMergeIssues TitleCode = "merge_issues"
	TitleDeleteIssue TitleCode = "delete_issue"

	TitlePasteArticle   TitleCode = "paste_article"
	TitleImportArticles TitleCode = "import_articles"
	TitleImportFile     TitleCode = "import_file"
	TitleEditArticle    TitleCode = "edit_article"
	TitleEditText       TitleCode = "edit_text"
	TitleKeepLines      TitleCode = "keep_lines"
	TitleSetStatus      TitleCode = "set_status"
	TitleDeleteArticle  TitleCode = "delete_article"

	TitleDeleteArticles    TitleCode = "delete_articles"
	TitleDeleteAnnotations TitleCode = "delete_annotations"
	TitleDeleteActors      TitleCode = "delete_actors"
	TitleDeleteIssues      TitleCode = "delete_issues"
	TitleDeleteRows        TitleCode = "delete_rows"

	TitleRenameCoder TitleCode = "rename_coder"
	TitleTakeOver    TitleCode = "take_over_work"

	TitleSetBack    TitleCode = "set_back"
	TitleTakeBack   TitleCode = "take_back"
	TitleRestore    TitleCode = "restore"
	TitleEmptyTrash TitleCode = "empty_trash"

	TitleMergeCopy      TitleCode = "merge_copy"
	TitleJoinLookalikes TitleCode = "join_lookalikes"

	TitleSetArticles      TitleCode = "set_articles"
	TitleSetStatuses      TitleCode = "set_statuses"
	TitleTagAnnotations   TitleCode = "tag_annotations"
	TitleTagArticles      TitleCode = "tag_articles"
	TitleUntagArticles    TitleCode = "untag_articles"
	TitleSetStances       TitleCode = "set_stances"
	TitleSetIssues        TitleCode = "set_issues"
	TitleEditCollection   TitleCode = "edit_collection"
	TitleDeleteCollection TitleCode = "delete_collection"
	TitleCollect          TitleCode = "collect"
	TitleTakeOut          TitleCode = "take_out"
	TitleDrawSample       TitleCode = "draw_sample"
	TitleSaveSearch       TitleCode = "save_search"
	TitleEditSearch       TitleCode = "edit_search"
	TitleDeleteSearch     TitleCode = "delete_search"
	TitleSavePreset       TitleCode = "save_preset"
	TitleEditPreset       TitleCode = "edit_preset"
	TitleDeletePreset     TitleCode = "delete_preset"
	TitleSaveFilter       TitleCode = "save_filter"
	TitleEditFilter       TitleCode = "edit_filter"
	TitleDeleteFilter     TitleCode = "delete_filter"

	TitleAddReport        TitleCode = "add_report"
	TitleRenameReport     TitleCode = "rename_report"
	TitleDeleteReport     TitleCode = "delete_report"
	TitleAddToReport      TitleCode = "add_to_report"
	TitleEditInReport     TitleCode = "edit_in_report"
	TitleMoveInReport     TitleCode = "move_in_report"
	TitleDeleteFromReport TitleCode = "delete_from_report"
	TitleAcceptQuotes     TitleCode = "accept_quotes"

	TitleRecover       TitleCode = "recover"
	TitleRecoverTables TitleCode = "recover_tables"
)

// titleUnreadable is what stands for the title of an action of another program that is none. It is never written.
const titleUnreadable TitleCode = "unreadable"

// Title says what an action was, for whoever reads of it, in whatever language: a code, and what the code asks for beside it.
// No other argument is set.
type Title struct {
	Code  TitleCode
	Name  string    // of an actor, a file or another copy, as it was given
	Count int       // of articles, annotations, actors or issues
	At    time.Time // set_back: when what it set back to was done
	Of    *Title    // take_back: that of what it took back
}

// The names of a title's fields in the journal: its code, and the argument that some codes have.
const (
	fieldCode     = "code"
	argumentName  = "name"
	argumentCount = "count"
	argumentAt    = "at"
	argumentOf    = "of"
)

// titleForm is how a code is written and told.
type titleForm struct {
	code     TitleCode
	argument string // "" if there is none
	english  string // {{.Name}}, {{.Count}}, {{.At}} and {{.Of}} stand where the argument goes
	several  string // the same for a count that is not one
	about    Entity // of which it speaks; "" where that may be any, or an annotation of the kind in its code
}

var titleForms = []titleForm{
	{code: TitleAddHighlight, english: "Add highlight"},
	{code: TitleAddMention, english: "Add mention"},
	{code: TitleAddStatement, english: "Add statement"},
	{code: TitleAddPosition, english: "Add position"},
	{code: TitleEditHighlight, english: "Edit highlight"},
	{code: TitleEditMention, english: "Edit mention"},
	{code: TitleEditStatement, english: "Edit statement"},
	{code: TitleEditPosition, english: "Edit position"},
	{code: TitleAdjustHighlight, english: "Adjust highlight"},
	{code: TitleAdjustMention, english: "Adjust mention"},
	{code: TitleAdjustStatement, english: "Adjust statement"},
	{code: TitleAdjustPosition, english: "Adjust position"},
	{code: TitleDeleteHighlight, english: "Delete highlight"},
	{code: TitleDeleteMention, english: "Delete mention"},
	{code: TitleDeleteStatement, english: "Delete statement"},
	{code: TitleDeletePosition, english: "Delete position"},
	{code: TitleLinkAll, argument: argumentName, english: "Link all to {{.Name}}", about: EntityAnnotation},
	{code: TitleAcceptMention, english: "Accept proposed mention"},
	{code: TitleAcceptStatement, english: "Accept proposed statement"},
	{code: TitleAcceptPosition, english: "Accept proposed position"},
	{
		code: TitleAcceptProposals, argument: argumentCount, about: EntityAnnotation,
		english: "Accept {{.Count}} proposal", several: "Accept {{.Count}} proposals",
	},
	{
		code: TitleRejectProposals, argument: argumentCount, about: EntityDecision,
		english: "Reject {{.Count}} proposal", several: "Reject {{.Count}} proposals",
	},
	{
		code: TitleReopenProposals, argument: argumentCount, about: EntityDecision,
		english: "Offer {{.Count}} rejected proposal again", several: "Offer {{.Count}} rejected proposals again",
	},
	{
		code: TitleExplainChanges, argument: argumentCount, about: EntityExplanation,
		english: "Explain {{.Count}} change", several: "Explain {{.Count}} changes",
	},
	{code: TitleEditExplanation, english: "Edit explanation", about: EntityExplanation},
	{
		code: TitleReopenChanges, argument: argumentCount, about: EntityExplanation,
		english: "Open {{.Count}} explained change again", several: "Open {{.Count}} explained changes again",
	},
	{code: TitleAddActor, english: "Add actor", about: EntityActor},
	{code: TitleEditActor, english: "Edit actor", about: EntityActor},
	{code: TitleMergeActors, english: "Merge actors", about: EntityActor},
	{code: TitleDeleteActor, english: "Delete actor", about: EntityActor},
	{code: TitleAddIssue, english: "Add issue", about: EntityIssue},
	{code: TitleEditIssue, english: "Edit issue", about: EntityIssue},
	{code: TitleMergeIssues, english: "Merge issues", about: EntityIssue},
	{code: TitleDeleteIssue, english: "Delete issue", about: EntityIssue},
	{code: TitlePasteArticle, english: "Paste article", about: EntityArticle},
	{
		code: TitleImportArticles, argument: argumentCount, english: "Import {{.Count}} article", several: "Import {{.Count}} articles",
		about: EntityArticle,
	},
	{code: TitleImportFile, argument: argumentName, english: "Import {{.Name}}", about: EntityArticle},
	{code: TitleEditArticle, english: "Edit article details", about: EntityArticle},
	{code: TitleEditText, english: "Edit text", about: EntityArticle},
	{code: TitleKeepLines, english: "Keep lines", about: EntityArticle},
	{code: TitleSetStatus, english: "Set status", about: EntityArticle},
	{code: TitleDeleteArticle, english: "Delete article", about: EntityArticle},
	{
		code: TitleDeleteArticles, argument: argumentCount, about: EntityArticle,
		english: "Delete {{.Count}} article", several: "Delete {{.Count}} articles",
	},
	{
		code: TitleDeleteAnnotations, argument: argumentCount, about: EntityAnnotation,
		english: "Delete {{.Count}} annotation", several: "Delete {{.Count}} annotations",
	},
	{
		code: TitleDeleteActors, argument: argumentCount, about: EntityActor,
		english: "Delete {{.Count}} actor", several: "Delete {{.Count}} actors",
	},
	{
		code: TitleDeleteIssues, argument: argumentCount, about: EntityIssue,
		english: "Delete {{.Count}} issue", several: "Delete {{.Count}} issues",
	},
	{code: TitleDeleteRows, argument: argumentCount, english: "Delete {{.Count}} row", several: "Delete {{.Count}} rows"},
	{code: TitleRenameCoder, english: "Rename coder"},
	{code: TitleTakeOver, english: "Take over work"},
	{code: TitleSetBack, argument: argumentAt, english: "Set back to {{.At}}"},
	{code: TitleTakeBack, argument: argumentOf, english: "Take back: {{.Of}}"},
	{code: TitleRestore, english: "Restore from the trash"},
	{code: TitleEmptyTrash, english: "Empty the trash"},
	{code: TitleMergeCopy, argument: argumentName, english: "Merge {{.Name}}"},
	{code: TitleJoinLookalikes, english: "Join what looks the same"},
	{
		code: TitleSetArticles, argument: argumentCount, about: EntityArticle,
		english: "Set details of {{.Count}} article", several: "Set details of {{.Count}} articles",
	},
	{
		code: TitleSetStatuses, argument: argumentCount, about: EntityArticle,
		english: "Set status of {{.Count}} article", several: "Set status of {{.Count}} articles",
	},
	{
		code: TitleTagAnnotations, argument: argumentCount, about: EntityAnnotation,
		english: "Tag {{.Count}} annotation", several: "Tag {{.Count}} annotations",
	},
	{
		code: TitleTagArticles, argument: argumentCount, about: EntityArticle,
		english: "Tag {{.Count}} article", several: "Tag {{.Count}} articles",
	},
	{
		code: TitleUntagArticles, argument: argumentCount, about: EntityArticle,
		english: "Take a tag off {{.Count}} article", several: "Take a tag off {{.Count}} articles",
	},
	{
		code: TitleSetStances, argument: argumentCount, about: EntityAnnotation,
		english: "Set stance of {{.Count}} position", several: "Set stance of {{.Count}} positions",
	},
	{
		code: TitleSetIssues, argument: argumentCount, about: EntityAnnotation,
		english: "Set issue of {{.Count}} position", several: "Set issue of {{.Count}} positions",
	},
	{code: TitleEditCollection, english: "Rename collection", about: EntityCollection},
	{code: TitleDeleteCollection, english: "Delete collection", about: EntityCollection},
	{
		code: TitleCollect, argument: argumentCount, about: EntityCollection,
		english: "Put {{.Count}} article into a collection", several: "Put {{.Count}} articles into a collection",
	},
	{
		code: TitleTakeOut, argument: argumentCount, about: EntityCollection,
		english: "Take {{.Count}} article out of a collection", several: "Take {{.Count}} articles out of a collection",
	},
	{
		code: TitleDrawSample, argument: argumentCount, about: EntityCollection,
		english: "Draw {{.Count}} article by lot", several: "Draw {{.Count}} articles by lot",
	},
	{code: TitleSaveSearch, argument: argumentName, english: "Save search {{.Name}}", about: EntitySavedSearch},
	{code: TitleEditSearch, english: "Change saved search", about: EntitySavedSearch},
	{code: TitleDeleteSearch, english: "Delete saved search", about: EntitySavedSearch},
	{code: TitleSavePreset, argument: argumentName, english: "Save preset {{.Name}}", about: EntityPreset},
	{code: TitleEditPreset, english: "Change preset", about: EntityPreset},
	{code: TitleDeletePreset, english: "Delete preset", about: EntityPreset},
	{code: TitleSaveFilter, argument: argumentName, english: "Save filter {{.Name}}", about: EntitySavedFilter},
	{code: TitleEditFilter, english: "Change saved filter", about: EntitySavedFilter},
	{code: TitleDeleteFilter, english: "Delete saved filter", about: EntitySavedFilter},
	{code: TitleAddReport, english: "Add report", about: EntityReport},
	{code: TitleRenameReport, english: "Rename report", about: EntityReport},
	{code: TitleDeleteReport, english: "Delete report", about: EntityReport},
	{
		code: TitleAddToReport, argument: argumentCount, about: EntityReport,
		english: "Add {{.Count}} part to a report", several: "Add {{.Count}} parts to a report",
	},
	{code: TitleEditInReport, english: "Edit part of a report", about: EntityReport},
	{
		code: TitleMoveInReport, argument: argumentCount, about: EntityReport,
		english: "Move {{.Count}} part of a report", several: "Move {{.Count}} parts of a report",
	},
	{
		code: TitleDeleteFromReport, argument: argumentCount, about: EntityReport,
		english: "Delete {{.Count}} part of a report", several: "Delete {{.Count}} parts of a report",
	},
	{
		code: TitleAcceptQuotes, argument: argumentCount, about: EntityReport,
		english: "Accept {{.Count}} changed quote", several: "Accept {{.Count}} changed quotes",
	},
	{code: TitleRecover, english: "Recovered"},
	{code: TitleRecoverTables, english: "Recovered from the tables"},
}

// otherTitle tells of a code that this version does not know.
const otherTitle = "Some other action ({{.Code}})"

// longestCode is how many code points of an unknown code are shown.
const longestCode = 60

// TitleForAdding returns the title of an action that adds an annotation of the kind.
func TitleForAdding(k Kind) Title { return Title{Code: TitleCode("add_" + k)} }

// TitleForAccepting returns the title of an action that accepts a proposed annotation of the kind.
func TitleForAccepting(k Kind) Title { return Title{Code: TitleCode("accept_" + k)} }

// TitleForEditing returns the title of an action that edits an annotation of the kind.
func TitleForEditing(k Kind) Title { return Title{Code: TitleCode("edit_" + k)} }

// TitleForAdjusting returns the title of an action that sets the spans of an annotation of the kind.
func TitleForAdjusting(k Kind) Title { return Title{Code: TitleCode("adjust_" + k)} }

// TitleForDeleting returns the title of an action that deletes an annotation of the kind.
func TitleForDeleting(k Kind) Title { return Title{Code: TitleCode("delete_" + k)} }

// TitleForDeletingSeveral is the title of an action that deletes so many rows of an entity, which is "" if they are of several.
func TitleForDeletingSeveral(e Entity, n int) Title {
	t := Title{Code: TitleCode("delete_" + string(e) + "s"), Count: n}
	if _, known := t.Code.form(); !known {
		t.Code = TitleDeleteRows
	}
	return t
}

// TitleCodes lists the codes that this version knows.
func TitleCodes() []TitleCode {
	codes := make([]TitleCode, len(titleForms))
	for i, f := range titleForms {
		codes[i] = f.code
	}
	return codes
}

// form returns how the code is written and told.
func (c TitleCode) form() (titleForm, bool) {
	i := slices.IndexFunc(titleForms, func(f titleForm) bool { return f.code == c })
	if i < 0 {
		return titleForm{code: c, english: otherTitle}, false
	}
	return titleForms[i], true
}

// English returns what the code says in English, of one if it counts: words with {{.Name}}, {{.Count}}, {{.At}} or {{.Of}} where the
// argument goes. Of a code that this version does not know they say that it is one, with {{.Code}}. Translations have them as their key.
func (c TitleCode) English() string {
	f, _ := c.form()
	return f.english
}

// HasCount reports whether its words depend on how many there are.
func (c TitleCode) HasCount() bool {
	f, _ := c.form()
	return f.argument == argumentCount
}

// Shown returns the code as it can be shown, whoever wrote it.
func (c TitleCode) Shown() string {
	return cmp.Or(text.Title(text.Shown(string(c)), longestCode), string(titleUnreadable))
}

// IsZero reports whether there is no title.
func (t Title) IsZero() bool { return t.Code == "" }

// String returns the title as the journal keeps it.
func (t Title) String() string { return t.encode() }

// English returns the title in English, with times as at writes them.
func (t Title) English(at func(time.Time) string) string {
	f, _ := t.Code.form()
	words := f.english
	if t.Count != 1 && f.several != "" {
		words = f.several
	}
	var of string
	if t.Of != nil {
		of = t.Of.English(at)
	}
	return strings.NewReplacer(
		"{{.Name}}", t.Name, "{{.Count}}", strconv.Itoa(t.Count), "{{.At}}", at(t.At), "{{.Of}}", of, "{{.Code}}", t.Code.Shown(),
	).Replace(words)
}

// check refuses what cannot be told of later: a code that is not in the list, or that only the store itself writes.
func (t Title) check() error {
	if f, known := t.Code.form(); !known || f.argument == argumentOf {
		return invalidf("There is no action with the title %q.", t.Code)
	}
	return nil
}

// encode returns the title as the journal keeps it: a JSON object written as the fields of a change are.
func (t Title) encode() string {
	f, _ := t.Code.form()
	fields := journal.Fields{fieldCode: encodeField(reflect.ValueOf(t.Code))}
	switch f.argument {
	case argumentName:
		fields[f.argument] = encodeField(reflect.ValueOf(t.Name))
	case argumentCount:
		fields[f.argument] = encodeField(reflect.ValueOf(t.Count))
	case argumentAt:
		fields[f.argument] = encodeField(reflect.ValueOf(t.At.Format(time.RFC3339)))
	case argumentOf:
		if t.Of != nil {
			fields[f.argument] = json.RawMessage(t.Of.encode())
		}
	}
	return encodeTitle(fields)
}

// takingBack returns the title, as the journal keeps it, of an action that takes back one with such a title. That stays in it as it
// is, since a later version may know its code.
func takingBack(title string) string {
	fields := journal.Fields{fieldCode: encodeField(reflect.ValueOf(TitleTakeBack)), argumentOf: json.RawMessage("null")}
	if _, err := journal.Decode([]byte(title)); err == nil {
		fields[argumentOf] = json.RawMessage(title)
	}
	return encodeTitle(fields)
}

func encodeTitle(fields journal.Fields) string {
	encoded, err := fields.Encode()
	if err != nil {
		panic(fmt.Sprintf("title does not encode: %v", err)) // JSON always does
	}
	return string(encoded)
}

// deepestTitle is how many titles within one another are read. What another program wrote may have any number.
const deepestTitle = 8

// decodeTitle reads a title from the journal. What is none is told of as some other action.
func decodeTitle(encoded string) Title { return decodeTitleTo(deepestTitle, []byte(encoded)) }

func decodeTitleTo(depth int, encoded []byte) Title {
	t := Title{Code: titleUnreadable}
	fields, err := journal.Decode(encoded)
	if err != nil || depth == 0 {
		return t
	}
	var code TitleCode
	if json.Unmarshal(fields[fieldCode], &code) == nil && code != "" {
		t.Code = code
	}
	f, _ := t.Code.form()
	raw := fields[f.argument]
	switch f.argument { // an argument that does not fit stays empty
	case argumentName:
		_ = json.Unmarshal(raw, &t.Name)
	case argumentCount:
		_ = json.Unmarshal(raw, &t.Count)
	case argumentAt:
		_ = json.Unmarshal(raw, &t.At)
	case argumentOf:
		of := decodeTitleTo(depth-1, raw)
		t.Of = &of
	}
	return t
}

// withoutNames returns an encoded title with … in place of the names, where they stand as whole words in an argument. It keeps the hash
// of what it was at first, by which a chain can still be followed.
func withoutNames(title string, names []string) string {
	fields := map[string]any{}
	d := json.NewDecoder(strings.NewReader(title))
	d.UseNumber() // so that numbers stay as they were written
	if d.Decode(&fields) != nil {
		fields = map[string]any{} // a stranger's title that is none may hold anything
	} else if !forgetIn(fields, names) {
		return title
	}
	fields[journal.FieldPurged] = fmt.Sprintf("%x", journal.TitleDigest([]byte(title)))
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(fields); err != nil {
		panic(fmt.Sprintf("title does not encode: %v", err)) // what was decoded always does
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// copied returns an encoded title for another action with the same one, which has a hash of its own.
func copied(title string) string {
	fields, err := journal.Decode([]byte(title))
	if err != nil || fields[journal.FieldPurged] == nil {
		return title
	}
	delete(fields, journal.FieldPurged)
	return encodeTitle(fields)
}

// forgetIn puts … in place of the names in all words within a value of JSON but codes, and reports whether there were any.
func forgetIn(value any, names []string) (found bool) {
	each := func(v any) (any, bool) {
		s, isText := v.(string)
		if !isText {
			return v, forgetIn(v, names)
		}
		without := forget(s, names)
		return without, without != s
	}
	switch v := value.(type) {
	case map[string]any:
		for name, inner := range v {
			if name == fieldCode || name == journal.FieldPurged {
				continue
			}
			without, had := each(inner)
			v[name], found = without, found || had
		}
	case []any:
		for i, inner := range v {
			without, had := each(inner)
			v[i], found = without, found || had
		}
	}
	return found
}

// forget puts … in place of the names in words, where they stand as whole words.
func forget(words string, names []string) string {
	body, err := text.NewBody(words)
	if err != nil {
		return "…"
	}
	for _, span := range slices.Backward(text.FindNames(body, names, text.NameOptions{})) {
		words = words[:body.ByteOffset(span.Start)] + "…" + words[body.ByteOffset(span.End):]
	}
	return words
}
