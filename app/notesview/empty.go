package notesview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/notes"
	"standpoint/app/words"
	"standpoint/store"
)

// showBody shows the document, or in place of it why there is none and what is to be done first.
func (v *View) showBody() {
	sentence, lead := v.lacking()
	shown := fyne.CanvasObject(v.preview.list)
	if sentence == "" && v.own.isShown() {
		sentence, lead = v.lackingTemplate()
		shown = v.own.list
	}
	if sentence != "" {
		v.state.SetText("")
		v.empty.Set(sentence, lead)
		shown = v.empty
	}
	for _, b := range v.buttons {
		if v.preview.hasRows() {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	if v.body.Objects[0] != shown {
		v.body.Objects = []fyne.CanvasObject{shown}
		v.body.Refresh()
	}
}

// lacking says why there is no document; "" if there is one. The button leads to what is to be done, and may be nil.
func (v *View) lacking() (sentence string, lead *control.Button) {
	m := v.made
	switch {
	case v.desk.Project == nil:
		return lang.L("No project is open."), v.desk.Leads().ToProject()
	case m.options.Kind == notes.KindReport:
		return v.lackingReport()
	case len(m.rows) == 0: // nothing was made yet
		return lang.L("The notes are being read…"), nil
	case m.counts.Articles == 0:
		return lang.L("Notes say what articles say. There are no articles yet: bring some in first."), v.desk.Leads().ToArticles()
	case !v.isEmpty():
		return "", nil
	case v.choices.isLimited():
		return lang.L("Within the limits that stand above nothing is left."),
			control.NewTextButton(lang.L("Take All Limits Off"), "", keyLift.String(), v.choices.lift)
	}
	toArticles := control.NewTextButton(lang.L("Go to the articles"), "", desk.Alt(fyne.Key1).String(), v.toArticles)
	switch m.options.Kind {
	case notes.KindActors:
		return words.Sentence("Nobody says anything yet. Select words in an article and press %s for a statement, or %s for a position.",
			desk.KeyStatement, desk.KeyPosition), toArticles
	case notes.KindIssues:
		return words.Sentence("Nobody takes a position yet. Select words in an article and press %s, or press %s on a statement.",
			desk.KeyPosition, desk.KeyPosition), toArticles
	}
	return words.Sentence("Nothing is annotated yet. Select words in an article and press %s for a statement, %s for a position, "+
		"%s for an actor or %s for a highlight.", desk.KeyStatement, desk.KeyPosition, desk.KeyActor, desk.KeyHighlight), toArticles
}

// lackingReport says why there is no report, or what can be put into an empty one.
func (v *View) lackingReport() (sentence string, lead *control.Button) {
	switch {
	case v.made.options.Report == store.ID{} && !v.desk.CanWrite():
		return lang.L("There is no report in this project."), nil
	case v.made.options.Report == store.ID{}:
		return words.Sentence("A report is a page of your own: headings, your own words, quotes, and lists that renew themselves. "+
				"Begin one here, or choose a statement or a position anywhere and press %s.", desk.KeyToReport),
			control.NewTextButton(lang.L("New report…"), "", keyNewReport.String(), v.choices.addReport)
	case v.page.isShown() && len(v.page.made.items) == 0:
		return words.Sentence("This report is empty. Press %s for a heading, %s for a paragraph, %s for a list or a table. Quotes come "+
			"from anywhere: choose a statement or a position, and press %s.", keyHeading, keyParagraph, keyList, desk.KeyToReport), nil
	}
	return "", nil
}

// isEmpty reports whether the document says nothing of what was recorded.
func (v *View) isEmpty() bool {
	c := v.made.counts
	if !v.made.options.Kind.Cites() && c.Statements+c.Positions+c.Highlights+c.Mentions == 0 {
		return true
	}
	for _, r := range v.made.rows {
		if r.kind == rowHeading {
			return false
		}
	}
	return true
}

func (v *View) toArticles() { v.desk.GoTo(desk.Place{Entity: store.EntityArticle}) }
