package exchange

import (
	"reflect"
	"strings"

	"standpoint/store"
)

// The rows of a document. The tags name their fields, in our JSON and in what is said of a row, and last for ever; a field
// without omitempty or omitzero must be given.

// Coder is who wrote a note.
type Coder struct {
	ID   store.ID `json:"id"`
	Name string   `json:"name"`
}

// Article is an article with its text.
type Article struct {
	ID        store.ID       `json:"id"`
	Title     string         `json:"title"`
	Source    string         `json:"source,omitempty"`
	Author    string         `json:"author,omitempty"`
	Published store.Date     `json:"published,omitempty"`
	URL       string         `json:"url,omitempty"`
	Section   string         `json:"section,omitempty"`
	Language  string         `json:"language,omitempty"`
	Status    string         `json:"status,omitempty"`   // as in the store, but "unread" has a name; "" is unread, too
	File      string         `json:"file,omitempty"`     // of which it was imported
	Original  store.FileHash `json:"original,omitempty"` // of that file, which is in no document itself

	Attachment     string         `json:"attachment,omitempty"`      // the file that the text came of, if the fields came of another
	AttachmentHash store.FileHash `json:"attachment_hash,omitempty"` // of that file

	Tags []store.ID `json:"tags,omitempty"` // that it carries itself

	Body string `json:"body"` // as text.NewBody takes it

	EarlierBodies []string `json:"earlier_bodies,omitempty"` // in which annotations stand that have not been moved
}

// Actor is an actor with all that belongs to it alone.
type Actor struct {
	ID           store.ID        `json:"id"`
	Name         string          `json:"name"`
	Kind         store.ActorKind `json:"kind,omitempty"`
	Description  string          `json:"description,omitempty"`
	Colour       string          `json:"colour,omitempty"`
	Aliases      []string        `json:"aliases,omitempty"`
	Affiliations []Affiliation   `json:"affiliations,omitempty"`
	ExternalIDs  []ExternalID    `json:"external_ids,omitempty"`
}

// Affiliation is what an actor is to an organisation or state.
type Affiliation struct {
	ID           store.ID   `json:"id"`
	Organisation store.ID   `json:"organisation"`
	Role         string     `json:"role,omitempty"`
	From         store.Date `json:"from,omitempty"`
	To           store.Date `json:"to,omitempty"`
}

// ExternalID is what others call an actor by, such as a number in a catalogue.
type ExternalID struct {
	Scheme string `json:"scheme"`
	Value  string `json:"value"`
}

// Issue is what positions are about.
type Issue struct {
	ID          store.ID `json:"id"`
	Name        string   `json:"name"`
	Description string   `json:"description,omitempty"`
	Colour      string   `json:"colour,omitempty"`
	Parent      store.ID `json:"parent,omitzero"`
}

// Tag is a label of articles and annotations.
type Tag struct {
	ID     store.ID `json:"id"`
	Name   string   `json:"name"`
	Colour string   `json:"colour,omitempty"`
	Parent store.ID `json:"parent,omitzero"`
}

// Annotation is an annotation of any kind. Which fields one of a kind can have is in fieldsOfKind.
type Annotation struct {
	ID           store.ID        `json:"id"`
	Article      store.ID        `json:"article"`
	Kind         store.Kind      `json:"kind"`
	Body         string          `json:"body,omitempty"` // hash of the earlier body in which spans and cue are
	Spans        []Span          `json:"spans,omitempty"`
	Actor        store.ID        `json:"actor,omitzero"`
	Quotation    store.Quotation `json:"quotation,omitempty"`
	Act          store.Act       `json:"act,omitempty"`
	Cue          []Span          `json:"cue,omitempty"`
	On           store.Date      `json:"on,omitempty"`
	Translation  string          `json:"translation,omitempty"`
	Statement    store.ID        `json:"statement,omitzero"`
	Target       Target          `json:"target,omitzero"`
	Stance       store.Stance    `json:"stance,omitempty"`
	Condition    string          `json:"condition,omitempty"`
	Participants []Participant   `json:"participants,omitempty"`
	Tags         []store.ID      `json:"tags,omitempty"`
}

// Span is a span in code points of the article's body. Start and End are both given or both left out; left out, the exact
// text must stand once in the body.
type Span struct {
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	Exact string `json:"exact"`
}

// Target is what a position is on: an issue, an actor, or nothing yet.
type Target struct {
	Issue store.ID `json:"issue,omitzero"`
	Actor store.ID `json:"actor,omitzero"`
}

// Participant is somebody's part in a statement or position: an actor, words, or both.
type Participant struct {
	Role  store.Role `json:"role"`
	Actor store.ID   `json:"actor,omitzero"`
	Words string     `json:"words,omitempty"`
}

// Note is a coder's note on an article, actor, issue or annotation. There is one for each of them and coder.
type Note struct {
	On      store.Entity `json:"on"`
	Subject store.ID     `json:"subject"`
	Coder   store.ID     `json:"coder"`
	Text    string       `json:"text"`
}

// Collection is a set of articles that was put together by hand, or drawn by lot.
type Collection struct {
	ID       store.ID   `json:"id"`
	Name     string     `json:"name"`
	Sample   int        `json:"sample,omitempty"` // how many articles were to be drawn
	Seed     int        `json:"seed,omitempty"`   // with which they were drawn
	Articles []store.ID `json:"articles,omitempty"`
}

// SavedSearch is a filter of articles that is kept under a name.
type SavedSearch struct {
	ID     store.ID            `json:"id"`
	Name   string              `json:"name"`
	Filter store.ArticleFilter `json:"filter"`
}

// Preset is the choices of an export that are kept under a name, whatever whoever exports makes of them.
type Preset struct {
	ID      store.ID       `json:"id"`
	Name    string         `json:"name"`
	Options map[string]any `json:"options"`
}

// Report is a page of one's own with its parts in their order.
type Report struct {
	ID    store.ID     `json:"id"`
	Title string       `json:"title"`
	Items []ReportItem `json:"items,omitempty"`
}

// ReportItem is a part of a report. Which fields one of a kind can have is said in store.ReportItem. What it names need not be there.
type ReportItem struct {
	ID    store.ID       `json:"id"`
	Kind  store.ItemKind `json:"kind"`
	Level int            `json:"level,omitempty"` // 0 is 2 of a heading
	Text  string         `json:"text,omitempty"`
	Of    store.ID       `json:"of,omitzero"` // the annotation of a quote
	Words string         `json:"words,omitempty"`
	Facts store.Facts    `json:"facts,omitzero"`
	About Target         `json:"about,omitzero"`
	Form  store.ItemForm `json:"form,omitempty"` // "" is a list
}

// Explanation says that a coder has explained a change between two positions, and what these held then. There is one for each pair and
// coder.
type Explanation struct {
	Earlier     store.ID   `json:"earlier"`
	Later       store.ID   `json:"later"`
	Coder       store.ID   `json:"coder"`
	EarlierHeld store.Held `json:"earlier_held"`
	LaterHeld   store.Held `json:"later_held"`
	Note        string     `json:"note,omitempty"`
}

// SavedFilter is what is asked of positions, kept under a name, whatever whoever counts them makes of it.
type SavedFilter struct {
	ID     store.ID       `json:"id"`
	Name   string         `json:"name"`
	Filter map[string]any `json:"filter"`
}

func (Coder) entity() store.Entity      { return store.EntityCoder }
func (Article) entity() store.Entity    { return store.EntityArticle }
func (Actor) entity() store.Entity      { return store.EntityActor }
func (Issue) entity() store.Entity      { return store.EntityIssue }
func (Tag) entity() store.Entity        { return store.EntityTag }
func (Annotation) entity() store.Entity { return store.EntityAnnotation }
func (Note) entity() store.Entity       { return store.EntityNote }

func (Collection) entity() store.Entity  { return store.EntityCollection }
func (SavedSearch) entity() store.Entity { return store.EntitySavedSearch }
func (Preset) entity() store.Entity      { return store.EntityPreset }
func (Report) entity() store.Entity      { return store.EntityReport }
func (Explanation) entity() store.Entity { return store.EntityExplanation }
func (SavedFilter) entity() store.Entity { return store.EntitySavedFilter }

func (r Coder) id() store.ID      { return r.ID }
func (r Article) id() store.ID    { return r.ID }
func (r Actor) id() store.ID      { return r.ID }
func (r Issue) id() store.ID      { return r.ID }
func (r Tag) id() store.ID        { return r.ID }
func (r Annotation) id() store.ID { return r.ID }
func (Note) id() store.ID         { return store.ID{} }

func (r Collection) id() store.ID  { return r.ID }
func (r SavedSearch) id() store.ID { return r.ID }
func (r Preset) id() store.ID      { return r.ID }
func (r Report) id() store.ID      { return r.ID }
func (Explanation) id() store.ID   { return store.ID{} }
func (r SavedFilter) id() store.ID { return r.ID }

// noteKey is what there is one note for.
type noteKey struct {
	on             store.Entity
	subject, coder store.ID
}

func (r Note) key() noteKey { return noteKey{r.On, r.Subject, r.Coder} }

// own returns a row whose lists are its own: what is done with it is not done with what the document holds.
func own[T Row](r T) T {
	v := reflect.ValueOf(&r).Elem()
	for i := range v.NumField() {
		if list := v.Field(i); list.Kind() == reflect.Slice && list.Len() > 0 {
			list.Set(reflect.AppendSlice(reflect.MakeSlice(list.Type(), 0, list.Len()), list))
		}
	}
	return r
}

// fieldName returns the name of a field of a row.
func fieldName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
