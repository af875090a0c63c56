package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// The fields of a HistoryLine that are not fields of a row: what became of the row itself.
const (
	HistoryDeleted  = "deleted"
	HistoryRestored = "restored"
	HistoryMoved    = "moved"       // a part of a report, which After tells
	HistoryProposed = "proposed by" // what found a proposal that became the annotation

	HistoryExplained = "explained"    // the change to this position; Before and After are notes
	HistoryReopened  = "opened again" // a change that was explained
)

// HistoryLine is one thing that an action did, for people: names stand for ids, exact words for anchors. Dates and the few
// words that the file format knows, such as a stance, are as recorded.
type HistoryLine struct {
	Of            string // the row it is about, by name or words; "" if that is the row asked for
	Field         string // of the row; the role of a participant; "tag", "alias", "note" …; HistoryDeleted or HistoryRestored
	Before, After string // "" is nothing
	Member        bool   // something was added to the row or taken from it
}

// Word returns the name of the field in words, in English.
func (l HistoryLine) Word() string {
	switch l.Field {
	case "anchor":
		return "exact words"
	case "body":
		return "text"
	case "cue":
		return "verb"
	case "confidence":
		return "how sure"
	case HistoryExplained:
		return "change explained"
	case HistoryReopened:
		return "change opened again"
	case "earlier_held":
		return "what the earlier position held"
	case "later_held":
		return "what the later position held"
	case fieldFacts:
		return "what was said"
	case "on":
		return "said on"
	case fieldOptions:
		return "choices"
	case "original":
		return "hash of the file"
	case "statement":
		return "rests on"
	case "target":
		return "about"
	case "url":
		return "address"
	case "verdict":
		return "decision"
	}
	return strings.ReplaceAll(l.Field, "_", " ")
}

// IsDate reports whether the values are dates.
func (l HistoryLine) IsDate() bool { return l.Field == "on" || l.Field == "published" }

// Change returns what became of the value: "support → oppose", "+ Mara Ellin", "− press". show turns a value into what is
// shown. What became of the row itself has no value.
func (l HistoryLine) Change(show func(string) string) string {
	switch {
	case l.Before == "" && l.After == "":
		return ""
	case l.After == "":
		return "− " + show(l.Before)
	case l.Before != "":
		return show(l.Before) + " → " + show(l.After)
	case l.Member:
		return "+ " + show(l.After)
	default:
		return show(l.After)
	}
}

// setOnce are fields whose values a history leaves out: they are set when the row is made, and never again; and a rank, which says nothing
// to people.
var setOnce = map[Entity][]string{
	EntityAnnotation: {"article", "kind"}, EntityReportItem: {"report", "rank"},
	EntityDecision: {"article", "kind", "rule", "confidence", "annotation"},
}

// historian puts changes into words. It remembers the names that it has looked up.
type historian struct {
	src    sqlite.Source
	bodies *bodies
	self   ID // the row whose history it is; none: that of the project
	names  map[rowKey]string
}

func newHistorian(src sqlite.Source, bodies *bodies, self ID) *historian {
	return &historian{src: src, bodies: bodies, self: self, names: map[rowKey]string{}}
}

// lines returns what each action did to the row that the changes make.
func (h *historian) lines(row rowKey, changes []journal.Change) (map[ID][]HistoryLine, error) {
	t := tableFor(row.entity)
	if t == nil {
		return nil, nil
	}
	type states struct{ before, after journal.Row }
	var now journal.Row
	byAction := map[ID]*states{}
	for _, c := range changes {
		s := byAction[c.Action]
		if s == nil {
			s = &states{before: now, after: now}
			s.before.Fields, s.after.Fields = maps.Clone(now.Fields), maps.Clone(now.Fields)
			byAction[c.Action] = s
		}
		s.after.Apply(c)
		now.Apply(c)
	}
	lines := map[ID][]HistoryLine{}
	for action, s := range byAction {
		list, err := h.compare(t, t.fold(s.before, nil), t.fold(s.after, nil))
		if err != nil {
			return nil, err
		}
		lines[action] = list
	}
	return lines, nil
}

// compare returns what made a row another one. Either may be nil.
func (h *historian) compare(t *table, before, after *folded) ([]HistoryLine, error) {
	if after == nil || before == nil && (!after.live() || t.entity == EntityCoder) {
		return nil, nil // a coder is introduced with what that coder did first
	}
	if d, is := after.row.(*Decision); is && h.self != (ID{}) && h.self != d.ID {
		return decidedOnce(before, after), nil
	}
	if owner := ownerOf(t.entity, after.row); owner != (rowKey{}) {
		return h.compareMembers(owner, before, after)
	}
	of, err := h.of(rowKey{t.entity, rowID(after.row)})
	if err != nil {
		return nil, err
	}
	if before.live() && !after.live() {
		return []HistoryLine{{Of: of, Field: HistoryDeleted}}, nil
	}
	var list []HistoryLine
	was := newRow(t)
	if before != nil {
		was = before.row
		if !before.live() && after.live() {
			list = append(list, HistoryLine{Of: of, Field: HistoryRestored})
		}
	}
	fields, err := h.compareFields(t, of, was, after.row)
	return append(list, fields...), err
}

func (h *historian) compareFields(t *table, of string, before, after any) ([]HistoryLine, error) {
	changed := t.diff(before, after)
	for _, name := range setOnce[t.entity] {
		delete(changed, name)
	}
	var list []HistoryLine
	for _, f := range t.fields {
		if _, ok := changed[f.name]; !ok || movedAlong(f, before, after) {
			continue
		}
		l := HistoryLine{Of: of, Field: f.name}
		var err error
		if hashes, isBody := bodiesOf(f, before, after); isBody {
			if l.Before, l.After, err = h.told(hashes); err != nil {
				return nil, err
			}
			list = append(list, l)
			continue
		}
		if l.Before, err = h.value(t, f, before); err != nil {
			return nil, err
		}
		if l.After, err = h.value(t, f, after); err != nil {
			return nil, err
		}
		list = append(list, l)
	}
	return list, nil
}

// movedAlong reports whether a field is an anchor that an edit of the text took along with its words: that tells nothing.
func movedAlong(f field, before, after any) bool {
	was, isAnchor := reflect.ValueOf(before).Elem().Field(f.index).Interface().(text.Anchor)
	if !isAnchor {
		return false
	}
	is := reflect.ValueOf(after).Elem().Field(f.index).Interface().(text.Anchor)
	return was.Body != is.Body && was.Exact() == is.Exact()
}

// compareMembers returns what happened to something that belongs to the owner: it was added, changed or taken away.
func (h *historian) compareMembers(owner rowKey, before, after *folded) ([]HistoryLine, error) {
	of, err := h.of(owner)
	if err != nil {
		return nil, err
	}
	if is, isExplanation := after.row.(*explanation); isExplanation {
		return explainedOnce(of, is, before, after), nil
	}
	l := HistoryLine{Of: of, Member: after.table.entity != EntityNote}
	if before.live() {
		if l.Field, l.Before, err = h.member(before.row); err != nil {
			return nil, err
		}
	}
	if after.live() {
		if l.Field, l.After, err = h.member(after.row); err != nil {
			return nil, err
		}
	}
	if l.Before == l.After {
		return h.compareWithin(of, before, after)
	}
	return []HistoryLine{l}, nil
}

// decidedOnce tells, of an annotation, that it was proposed, or, where copies differed, that somebody rejected the proposal.
func decidedOnce(before, after *folded) []HistoryLine {
	verdict := func(f *folded) Verdict {
		if !f.live() {
			return ""
		}
		return f.row.(*Decision).Verdict
	}
	was, is := verdict(before), verdict(after)
	rule := after.row.(*Decision).Rule
	switch {
	case was == is:
		return nil
	case is == VerdictRejected:
		return []HistoryLine{{Field: "verdict", After: string(is)}}
	case is == VerdictAccepted:
		return []HistoryLine{{Field: HistoryProposed, After: rule, Member: true}}
	}
	return []HistoryLine{{Field: HistoryProposed, Before: rule, Member: true}}
}

// explainedOnce tells that a change was explained, perhaps anew, or opened again.
func explainedOnce(of string, is *explanation, before, after *folded) []HistoryLine {
	l := HistoryLine{Of: of, Field: HistoryExplained, After: is.Note}
	switch {
	case !after.live():
		l = HistoryLine{Of: of, Field: HistoryReopened}
	case before.live():
		if was := before.row.(*explanation); was.Note != is.Note {
			l.Before = was.Note
		}
	}
	return []HistoryLine{l}
}

// compareWithin tells what became of a part of a report that has the words that it had: it was moved, is set otherwise, or says what
// its annotation says now.
func (h *historian) compareWithin(of string, before, after *folded) ([]HistoryLine, error) {
	is, isItem := after.row.(*reportItem)
	if !isItem || !before.live() || !after.live() {
		return nil, nil
	}
	was, _ := before.row.(*reportItem)
	var moved []HistoryLine
	if was.Rank != is.Rank {
		value, err := h.reportItem(is)
		if err != nil {
			return nil, err
		}
		moved = []HistoryLine{{Of: of, Field: HistoryMoved, After: value}}
	}
	fields, err := h.compareFields(after.table, of, was, is)
	return append(moved, fields...), err
}

// reportItem returns a part of a report in words: its own, those that it quotes, or the name of what it is about.
func (h *historian) reportItem(r *reportItem) (string, error) {
	switch {
	case r.Kind == ItemQuote:
		return quoted(text.Title(r.Words, titleLength)), nil
	case r.About.Issue != (ID{}):
		return h.name(rowKey{EntityIssue, r.About.Issue})
	case r.About.Actor != (ID{}):
		return h.name(rowKey{EntityActor, r.About.Actor})
	}
	return r.Text, nil
}

// member returns what a membership or note is, and its value in words.
func (h *historian) member(row any) (field, value string, err error) {
	switch r := row.(type) {
	case *participant:
		value, err = h.name(rowKey{EntityActor, r.Actor})
		if value != "" && r.Words != "" {
			value += " (" + r.Words + ")"
		} else {
			value += r.Words
		}
		return string(r.Role), value, err
	case *tagging:
		value, err = h.name(rowKey{EntityTag, r.Tag})
		return "tag", value, err
	case *articleTag:
		value, err = h.name(rowKey{EntityTag, r.Tag})
		return "tag", value, err
	case *collected:
		value, err = h.name(rowKey{EntityArticle, r.Article})
		return "article", value, err
	case *Alias:
		return "alias", r.Name, nil
	case *Affiliation:
		value, err = h.name(rowKey{EntityActor, r.Organisation})
		if r.Role != "" {
			value = r.Role + ", " + value
		}
		if r.From != "" || r.To != "" {
			value += " (" + string(r.From) + "–" + string(r.To) + ")"
		}
		return "affiliation", value, err
	case *ExternalID:
		return "external_id", r.Scheme + ": " + r.Value, nil
	case *Note:
		return "note", r.Text, nil
	case *Decision:
		return HistoryProposed, r.Rule, nil
	case *reportItem:
		value, err = h.reportItem(r)
		return string(r.Kind), value, err
	}
	return "", "", nil
}

// value returns a field of the row in words.
func (h *historian) value(t *table, f field, row any) (string, error) {
	v := reflect.ValueOf(row).Elem().Field(f.index)
	switch x := v.Interface().(type) {
	case ID, Target:
		for _, r := range relationsOf[t.entity] {
			if named := r.names(row); r.field == f.name && named != (rowKey{}) {
				return h.name(named)
			}
		}
		return "", nil
	case text.Anchor:
		return quoted(x.Exact()), nil
	case int:
		if x == 0 {
			return "", nil
		}
		return strconv.Itoa(x), nil
	default:
		if t.entity == EntityExplanation && f.name != fieldNote {
			return heldInWords(v.String()), nil
		}
		if isChoices(t.entity, f.name) {
			return h.choices(v.String())
		}
		return v.String(), nil
	}
}

// heldInWords returns what a position held, as it is recorded of a change that was explained, without what are only ids.
func heldInWords(encoded string) string {
	var held Held
	if encoded == "" || json.Unmarshal([]byte(encoded), &held) != nil {
		return ""
	}
	words := []string{string(held.Stance), string(held.Date)}
	if held.Conditional {
		words = slices.Insert(words, 1, "conditional")
	}
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), ", ")
}

// isChoices reports whether a field holds an object as JSON: what a saved search or filter asks, the choices of a preset, the facts of a
// quote.
func isChoices(e Entity, field string) bool {
	return (e == EntitySavedSearch || e == EntitySavedFilter) && field == fieldFilter || e == EntityPreset && field == fieldOptions ||
		e == EntityReportItem && field == fieldFacts
}

// choices returns what a JSON object of choices says, in the words of the file format, with names in place of ids.
func (h *historian) choices(object string) (string, error) {
	var chosen map[string]any
	switch {
	case object == "":
		return "", nil
	case json.Unmarshal([]byte(object), &chosen) != nil:
		return unnamed, nil //nolint:nilerr // of a later version: it is named all the same
	}
	parts, err := h.chosen(chosen)
	return strings.Join(parts, ", "), err
}

func (h *historian) chosen(choices map[string]any) (parts []string, err error) {
	for _, name := range slices.Sorted(maps.Keys(choices)) {
		if within, nested := choices[name].(map[string]any); nested {
			more, err := h.chosen(within)
			if err != nil {
				return nil, err
			}
			parts = append(parts, more...)
			continue
		}
		list, several := choices[name].([]any)
		if !several {
			list = []any{choices[name]}
		}
		values := make([]string, len(list))
		for i, value := range list {
			if values[i], err = h.choice(name, fmt.Sprint(value)); err != nil {
				return nil, err
			}
		}
		parts = append(parts, name+": "+strings.Join(values, ", "))
	}
	return parts, nil
}

// choice returns one thing that was chosen. An id is called as what it is of, or as several of these.
func (h *historian) choice(name, value string) (string, error) {
	id, err := uuid.Parse(value)
	if err != nil {
		return quoted(value), nil //nolint:nilerr // it is no id
	}
	e := Entity(name)
	if tableFor(e) == nil {
		e = Entity(strings.TrimSuffix(name, "s"))
	}
	value, err = h.name(rowKey{e, id})
	return quoted(value), err
}

// bodiesOf returns the hashes of the bodies before and after, if the field holds such.
func bodiesOf(f field, before, after any) (hashes [2]text.Hash, isBody bool) {
	for i, row := range []any{before, after} {
		if hashes[i], isBody = reflect.ValueOf(row).Elem().Field(f.index).Interface().(text.Hash); !isBody {
			return hashes, false
		}
	}
	return hashes, true
}

// told returns the words that make one body another, and of a new body its beginning.
func (h *historian) told(hashes [2]text.Hash) (before, after string, err error) {
	var bodies [2]*text.Body
	for i, hash := range hashes {
		if hash.IsZero() {
			continue
		}
		bodies[i], err = h.bodies.load(h.src, hash)
		if code := CodeOf(err); code == CodeNotFound || code == CodeDamaged {
			return unnamed, unnamed, nil
		}
		if err != nil {
			return "", "", err
		}
	}
	switch {
	case bodies[1] == nil:
		return "", "", nil
	case bodies[0] == nil:
		return "", text.Title(bodies[1].String(), titleLength), nil
	default:
		before, after = text.NewEdit(bodies[0], bodies[1]).Told()
		return quoted(before), quoted(after), nil
	}
}

// unnamed stands for what is not in the project.
const unnamed = "?"

// of returns what a line says it is about: nothing for the row whose history it is.
func (h *historian) of(row rowKey) (string, error) {
	if row.id == h.self {
		return "", nil
	}
	return h.name(row)
}

// name returns by what people know a row, be it deleted or not.
func (h *historian) name(row rowKey) (string, error) {
	if name, ok := h.names[row]; ok || row.id == (ID{}) {
		return name, nil
	}
	t := tableFor(row.entity)
	if t == nil {
		return unnamed, nil
	}
	f, err := t.get(h.src, row.id)
	if err != nil {
		return "", err
	}
	h.names[row] = unnamed // also for a statement that, by changes made elsewhere, rests on itself
	if f == nil {
		return unnamed, nil
	}
	name, err := h.nameOf(f.row)
	if err != nil {
		return "", err
	}
	h.names[row] = name
	return name, nil
}

func (h *historian) nameOf(row any) (string, error) {
	switch r := row.(type) {
	case *Article:
		return r.Title, nil
	case *Actor:
		return r.Name, nil
	case *Issue:
		return r.Name, nil
	case *Tag:
		return r.Name, nil
	case *Coder:
		return r.Name, nil
	case *Collection:
		return r.Name, nil
	case *SavedSearch:
		return r.Name, nil
	case *Preset:
		return r.Name, nil
	case *SavedFilter:
		return r.Name, nil
	case *explanation:
		if note := text.Title(r.Note, titleLength); note != "" {
			return note, nil
		}
		return h.name(rowKey{EntityAnnotation, r.Later})
	case *Report:
		return r.Title, nil
	case *reportItem:
		return h.reportItem(r)
	case *Decision:
		return quoted(text.Title(r.Anchor.Exact(), titleLength)), nil
	case *Annotation:
		if r.Target.Issue != (ID{}) {
			return h.name(rowKey{EntityIssue, r.Target.Issue})
		}
		if r.Target.Actor != (ID{}) {
			return h.name(rowKey{EntityActor, r.Target.Actor})
		}
		if r.Anchor.IsZero() && r.Statement != (ID{}) {
			return h.name(rowKey{EntityAnnotation, r.Statement})
		}
		return quoted(text.Title(r.Anchor.Exact(), titleLength)), nil
	}
	return unnamed, nil
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

// rowID returns the id of a table's struct.
func rowID(row any) ID { return reflect.ValueOf(row).Elem().FieldByName("ID").Interface().(ID) }
