package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// restPage is what the inspector shows while nothing is being edited: the
// status of the article, what was left unfinished, and how to begin.
type restPage struct {
	stage *stage
	cards func() []fyne.CanvasObject // each offers what was left unfinished of the article
}

func (p *restPage) focus() { p.stage.reading.Focus() }

func (p *restPage) footer() fyne.CanvasObject { return nil }

func (p *restPage) objects() []fyne.CanvasObject {
	if !p.stage.hasArticle() {
		return []fyne.CanvasObject{control.PageTitle(lang.L("Annotations"), "", ""), control.Muted(lang.L("Open an article to annotate it."))}
	}
	objects := []fyne.CanvasObject{
		control.PageTitle(lang.L("Article"), "", ""),
	}
	if line, named := p.stage.reading.Overview(); line != "" {
		const most = 3 // lines
		told := control.NewTipLine(most, control.Run{Colour: look.ColorMuted})
		told.Set(line, named)
		objects = append(objects, told)
	}
	objects = append(objects,
		p.statusChoice(),
		control.NewKeyHint(desk.KeyCoded.String(), lang.L("coded: on to the next article")),
		control.Muted(lang.L("Select words in the text, then press one key:")),
		control.NewFlow(4,
			control.NewKeyHint(desk.KeyActor.String(), lang.L("actor: the words name somebody")),
			control.NewKeyHint(desk.KeyStatement.String(), lang.L("statement: somebody says something")),
			control.NewKeyHint(desk.KeyPosition.String(), lang.L("position: somebody is for or against")),
			control.NewKeyHint(desk.KeyHighlight.String(), lang.L("highlight: tags and notes")),
		),
	)
	objects = append(objects, p.stage.digitHints(lang.L("or the digit of an actor used lately:"), p.stage.desk.RecentActors)...)
	objects = append(objects, p.cards()...)
	return append(objects, p.review()...)
}

// mostReviewed is how many annotations are listed for review at once.
const mostReviewed = 20

// review lists the annotations whose words an edit changed or took away, with
// the words as they were.
func (p *restPage) review() []fyne.CanvasObject {
	unplaced := p.stage.reading.Unplaced()
	if len(unplaced) == 0 {
		return nil
	}
	objects := []fyne.CanvasObject{
		control.NewSectionHeader(words.Counted(len(unplaced), "{{.Count}} to review"), "", ""),
		control.Muted(words.Sentence("Their words were changed in the text. Open one, select the words it is about now, and press %s.",
			desk.KeyAdd)),
	}
	for _, a := range unplaced[:min(len(unplaced), mostReviewed)] {
		title := control.NewRichLine(1, control.Run{Text: words.SavedKind(a.Kind), Size: look.CaptionSize, Colour: look.ColorMuted})
		card := control.NewCard(control.NewFlow(3, title, control.NewQuoteText(2, a.Anchor.Exact())))
		card.OnTapped = func() { p.stage.reading.Pick(a.ID) }
		objects = append(objects, card)
	}
	return objects
}

// statusChoice sets how far the coding of the article is.
func (p *restPage) statusChoice() fyne.CanvasObject {
	article := p.stage.reading.Article()
	options := make([]control.Option, 0, 4)
	for _, s := range []store.Status{store.StatusUnread, store.StatusInProgress, store.StatusCoded, store.StatusReviewed} {
		options = append(options, control.Option{Key: statusKey(s), Word: words.Status(s)})
	}
	choice := control.NewSelect(lang.L("Status"), options)
	choice.SetValue(statusKey(article.Status))
	choice.OnKey = p.stage.desk.TypedKey
	choice.OnChanged = func(key string) {
		p.stage.desk.Do(store.Title{Code: store.TitleSetStatus}, func(b *store.Batch) error {
			return b.UpdateArticle(article.ID, func(a *store.Article) { a.Status = keyStatus(key) })
		}, func(err error) { p.stage.desk.Failed(err) })
	}
	return choice
}

// statusKey is a status as the key of a choice, where the empty key is nothing
// chosen.
func statusKey(s store.Status) string {
	if s == store.StatusUnread {
		return "unread"
	}
	return string(s)
}

func keyStatus(key string) store.Status {
	if key == "unread" {
		return store.StatusUnread
	}
	return store.Status(key)
}
