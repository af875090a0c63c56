package command

import (
	"cmp"
	"encoding/json"

	"standpoint/store"
	"standpoint/store/text"
)

// The rows that list --json prints. Their fields last: docs/commands.md describes them.
type (
	// headJSON is what is known of an article, in the project or before it comes into one.
	headJSON struct {
		Title     string     `json:"title"`
		Source    string     `json:"source"`
		Author    string     `json:"author"`
		Published store.Date `json:"published"`
		URL       string     `json:"url"`
		Section   string     `json:"section"`
		Language  string     `json:"language"`
	}
	articleJSON struct {
		ID store.ID `json:"id"`
		headJSON
		Status     string         `json:"status"`
		Tags       []string       `json:"tags"`
		File       string         `json:"file"`
		Original   store.FileHash `json:"original"`
		Attachment string         `json:"attachment"`
		Attached   store.FileHash `json:"attachment_hash"`
		Mentions   int            `json:"mentions"`
		Statements int            `json:"statements"`
		Positions  int            `json:"positions"`
		Highlights int            `json:"highlights"`
		Unplaced   int            `json:"unplaced"`
	}
	actorJSON struct {
		ID          store.ID         `json:"id"`
		Name        string           `json:"name"`
		Kind        store.ActorKind  `json:"kind"`
		Description string           `json:"description"`
		Colour      string           `json:"colour"`
		Aliases     []string         `json:"aliases"`
		Affiliation *affiliationJSON `json:"affiliation"`
		Mentions    int              `json:"mentions"`
		Statements  int              `json:"statements"`
		Positions   int              `json:"positions"`
		Carried     int              `json:"carried"`
		Addressed   int              `json:"addressed"`
		Targeted    int              `json:"targeted"`
	}
	affiliationJSON struct {
		Organisation store.ID   `json:"organisation"`
		Role         string     `json:"role"`
		From         store.Date `json:"from"`
		To           store.Date `json:"to"`
	}
	issueJSON struct {
		ID          store.ID `json:"id"`
		Name        string   `json:"name"`
		Description string   `json:"description"`
		Colour      string   `json:"colour"`
		Parent      store.ID `json:"parent,omitzero"`
		Statements  int      `json:"statements"`
		Positions   int      `json:"positions"`
	}
	collectionJSON struct {
		ID       store.ID `json:"id"`
		Name     string   `json:"name"`
		Sample   int      `json:"sample"`
		Seed     int      `json:"seed"`
		Articles int      `json:"articles"`
		Done     int      `json:"done"`
	}
	searchJSON struct {
		ID     store.ID        `json:"id"`
		Name   string          `json:"name"`
		Filter json.RawMessage `json:"filter"`
	}
	presetJSON struct {
		ID      store.ID        `json:"id"`
		Name    string          `json:"name"`
		Options json.RawMessage `json:"options"`
	}
	reportJSON struct {
		ID    store.ID `json:"id"`
		Title string   `json:"title"`
		Items int      `json:"items"`
	}
	tagJSON struct {
		ID          store.ID `json:"id"`
		Name        string   `json:"name"`
		Colour      string   `json:"colour"`
		Parent      store.ID `json:"parent,omitzero"`
		Annotations int      `json:"annotations"`
		Articles    int      `json:"articles"`
	}
	annotationJSON struct {
		ID        store.ID    `json:"id"`
		Article   store.ID    `json:"article"`
		Kind      store.Kind  `json:"kind"`
		Quote     string      `json:"quote"`
		Spans     []text.Span `json:"spans"`
		Placed    bool        `json:"placed"`
		Actor     store.ID    `json:"actor,omitzero"`
		Statement store.ID    `json:"statement,omitzero"`
	}
	partyJSON struct {
		ID    store.ID     `json:"id,omitzero"`
		Kind  store.Entity `json:"kind,omitempty"` // actor or issue
		Name  string       `json:"name,omitempty"`
		Words string       `json:"words,omitempty"`
	}
	statementJSON struct {
		ID           store.ID        `json:"id"`
		Article      store.ID        `json:"article"`
		ArticleTitle string          `json:"article_title"`
		Source       string          `json:"source"`
		Quote        string          `json:"quote"`
		Spans        []text.Span     `json:"spans"`
		Paragraph    int             `json:"paragraph"`
		Translation  string          `json:"translation"`
		Quotation    store.Quotation `json:"quotation"`
		Act          store.Act       `json:"act"`
		Date         store.Date      `json:"date"`
		DateFrom     store.DateFrom  `json:"date_from"`
		Speakers     []partyJSON     `json:"speakers"`
		Addressees   []partyJSON     `json:"addressees"`
		Carriers     []partyJSON     `json:"carriers"`
		Tags         []string        `json:"tags"`
		Positions    []summaryJSON   `json:"positions"`
	}
	summaryJSON struct {
		ID          store.ID     `json:"id"`
		Target      *partyJSON   `json:"target"`
		Stance      store.Stance `json:"stance"`
		Conditional bool         `json:"conditional"`
		Holders     []partyJSON  `json:"holders"`
	}
	positionJSON struct {
		ID           store.ID       `json:"id"`
		Article      store.ID       `json:"article"`
		ArticleTitle string         `json:"article_title"`
		Source       string         `json:"source"`
		Statement    store.ID       `json:"statement,omitzero"`
		Quote        string         `json:"quote"`
		Spans        []text.Span    `json:"spans"`
		Paragraph    int            `json:"paragraph"`
		Target       *partyJSON     `json:"target"`
		Stance       store.Stance   `json:"stance"`
		Condition    string         `json:"condition"`
		Date         store.Date     `json:"date"`
		DateFrom     store.DateFrom `json:"date_from"`
		Holders      []partyJSON    `json:"holders"`
		AccordingTo  []partyJSON    `json:"according_to"`
		Carriers     []partyJSON    `json:"carriers"`
		Tags         []string       `json:"tags"`
	}
)

func headOf(a store.Article) headJSON {
	return headJSON{
		Title: a.Title, Source: a.Source, Author: a.Author, Published: a.Published, URL: a.URL, Section: a.Section, Language: a.Language,
	}
}

func articleOf(r store.ArticleRow) articleJSON {
	tags := []string{}
	for _, tag := range r.Tags {
		tags = append(tags, tag.Name)
	}
	return articleJSON{
		ID: r.ID, headJSON: headOf(r.Article), Status: cmp.Or(string(r.Status), "unread"), Tags: tags,
		File: r.File, Original: r.Original, Attachment: r.Attachment, Attached: r.AttachmentHash,
		Mentions: r.Mentions, Statements: r.Statements, Positions: r.Positions, Highlights: r.Highlights, Unplaced: r.Unplaced,
	}
}

func actorOf(r store.ActorRow) actorJSON {
	a := actorJSON{
		ID: r.ID, Name: r.Name, Kind: r.Kind, Description: r.Description, Colour: r.Colour, Aliases: append([]string{}, r.Aliases...),
		Mentions: r.Mentions, Statements: r.Statements, Positions: r.Positions, Carried: r.Carried, Addressed: r.Addressed, Targeted: r.Targeted,
	}
	if f := r.Affiliation; f != nil {
		a.Affiliation = &affiliationJSON{f.Organisation, f.Role, f.From, f.To}
	}
	return a
}

func annotationOf(x store.Annotation, a store.Article) annotationJSON {
	return annotationJSON{
		ID: x.ID, Article: a.ID, Kind: x.Kind, Quote: x.Anchor.Exact(), Spans: x.Anchor.Spans(),
		Placed: x.Anchor.IsZero() || x.Anchor.Body == a.Body, Actor: x.Actor, Statement: x.Statement,
	}
}

func statementOf(r store.StatementRow, tags map[store.ID]string) statementJSON {
	s := statementJSON{
		ID: r.ID, Article: r.Article, ArticleTitle: r.ArticleTitle, Source: r.ArticleSource, Quote: r.Quote,
		Spans: r.Anchor.Spans(), Paragraph: r.Paragraph, Translation: r.Translation, Quotation: r.Quotation, Act: r.Act,
		Date: r.Date, DateFrom: r.DateFrom, Speakers: partiesOf(r.Speakers), Addressees: partiesOf(r.Addressees),
		Carriers: partiesOf(r.Carriers), Tags: named(r.Tags, tags), Positions: []summaryJSON{},
	}
	for _, x := range r.Positions {
		s.Positions = append(s.Positions, summaryJSON{x.ID, targetOf(x.TargetRef), x.Stance, x.Condition != "", partiesOf(x.Holders)})
	}
	return s
}

func positionOf(r store.PositionRow, tags map[store.ID]string) positionJSON {
	return positionJSON{
		ID: r.ID, Article: r.Article, ArticleTitle: r.ArticleTitle, Source: r.ArticleSource, Statement: r.Statement, Quote: r.Quote,
		Spans: r.Anchored.Spans(), Paragraph: r.Paragraph, Target: targetOf(r.TargetRef), Stance: r.Stance, Condition: r.Condition,
		Date: r.Date, DateFrom: r.DateFrom, Holders: partiesOf(r.Holders), AccordingTo: partiesOf(r.AccordingTo),
		Carriers: partiesOf(r.Carriers), Tags: named(r.Tags, tags),
	}
}

// targetOf returns a target; nil while it is unset.
func targetOf(r store.PartyRef) *partyJSON {
	if r.ID == (store.ID{}) {
		return nil
	}
	return &partyJSON{ID: r.ID, Kind: r.Entity, Name: r.Name}
}

func partiesOf(refs []store.PartyRef) []partyJSON {
	list := make([]partyJSON, len(refs))
	for i, r := range refs {
		list[i] = partyJSON{ID: r.ID, Kind: r.Entity, Name: r.Name, Words: r.Words}
	}
	return list
}

func named(ids []store.ID, names map[store.ID]string) []string {
	list := make([]string, 0, len(ids))
	for _, id := range ids {
		list = append(list, names[id])
	}
	return list
}
