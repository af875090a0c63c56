package preview

import (
	"strconv"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/candidates"
	"standpoint/app/intake"
	"standpoint/app/words"
)

// fieldWord is what a field that a file gives is called.
func fieldWord(f intake.Field) string {
	switch f {
	case intake.FieldNone:
		return lang.L("left out")
	case intake.FieldBody:
		return lang.L("Text")
	case intake.FieldDate:
		return words.ArticleField("published")
	}
	return words.ArticleField(string(f))
}

// placeWords says where a field was recognised; "" if it was not.
func placeWords(p intake.Provenance) string {
	switch p.Place {
	case intake.PlaceHead:
		return lang.L("from the first lines")
	case intake.PlaceText:
		return lang.L("from the text")
	case intake.PlaceJSONLD:
		return lang.L("from the page’s data (JSON-LD)")
	case intake.PlaceMeta:
		return lang.L("from the page’s head (meta)")
	case intake.PlacePage:
		return lang.L("from the page")
	case intake.PlaceAddress:
		return lang.L("from the address")
	case intake.PlaceColumn:
		return words.Sentence("from the column “%s”", p.Name)
	case intake.PlaceProperties:
		return lang.L("from the document’s properties")
	case intake.PlaceMail:
		return lang.L("from the head of the mail")
	case intake.PlaceReference:
		return lang.L("from the reference")
	case intake.PlaceAttachment:
		return words.Sentence("from “%s”", p.Name)
	case intake.PlaceDownload:
		return lang.L("from the database’s labels")
	case intake.PlaceAnalyst:
		return lang.L("typed here")
	}
	return ""
}

// settledWords says how a date that can be two days was read.
func settledWords(s *intake.Settled) string {
	switch s.By {
	case intake.ByLanguage:
		return words.Sentence("“%s” was read as the language of the article has it.", s.Value)
	case intake.ByOthers:
		return words.Sentence("“%s” was read as the other dates are written.", s.Value)
	}
	return words.Sentence("“%s” was read as you said.", s.Value)
}

// twinWords says what has the same text as a candidate, or nearly.
func (r *Room) twinWords(c candidates.Candidate, t candidates.Twin) string {
	article := t.Article
	inProject := t.Candidate == candidates.None
	if !inProject {
		other, _ := r.batch.Candidate(t.Candidate)
		article = other.Article
	}
	title := article.Title
	if article.Source != "" {
		title = words.Dotted(title, article.Source)
	}
	share := percent(t.Share)
	switch {
	case t.Share == 1 && c.IsOf(article) && inProject:
		return words.Sentence("The same article is in the project, and is not added twice: %s", title)
	case t.Share == 1 && c.IsOf(article):
		return words.Sentence("The same article waits above, and is not added twice: %s", title)
	case t.Share == 1 && inProject:
		return words.Sentence("The same text is in the project: %s", title)
	case t.Share == 1:
		return words.Sentence("The same text waits above: %s", title)
	case inProject && t.Estimated:
		return words.Sentence("About %s of the text is in the project: %s", share, title)
	case inProject:
		return words.Sentence("%s of the text is in the project: %s", share, title)
	case t.Estimated:
		return words.Sentence("About %s of the text waits above: %s", share, title)
	}
	return words.Sentence("%s of the text waits above: %s", share, title)
}

// percent is a share that is not all, in whole hundredths.
func percent(share float64) string { return strconv.Itoa(min(int(100*share+0.5), 99)) + " %" }
