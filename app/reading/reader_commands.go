package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
)

// commands lead through the text of the open article.
func (r *reader) commands() []desk.Command {
	open, reading := r.desk.open.hasArticle, r.desk.isReading
	sentence := func(forward bool) desk.Deed {
		return desk.When(reading, func() { r.text.MoveBySentence(forward, false) })
	}
	return []desk.Command{
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Expand Selection")), Key: desk.Letter('X'),
			Act: desk.When(reading, r.text.WidenSelection),
		},
		{
			In: desk.SectionText, Label: desk.Fixed(lang.L("Shrink Selection")), Key: desk.Letter('Z'),
			Act: desk.When(reading, r.text.NarrowSelection),
		},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("Find in Article")), Key: desk.Ctrl(fyne.KeyF),
			Act: desk.When(open, r.desk.inFront(r.find.open)),
		},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("Find Next")), Key: desk.KeyFindNext,
			Act: desk.When(open, func() { r.find.step(1) }),
		},
		{
			In: desk.SectionFind, Label: desk.Fixed(lang.L("Find Previous")), Key: desk.KeyFindPrevious,
			Act: desk.When(open, func() { r.find.step(-1) }),
		},
		{
			In: desk.SectionMarks, Label: desk.Fixed(lang.L("Next Mark")), Key: desk.KeyNextMark,
			Act: desk.When(reading, r.text.NextMark),
		},
		{
			In: desk.SectionMarks, Label: desk.Fixed(lang.L("Previous Mark")), Key: desk.KeyPreviousMark,
			Act: desk.When(reading, r.text.PreviousMark),
		},
		{In: desk.SectionMarks, Label: desk.Fixed(lang.L("Next Sentence")), Key: desk.Ctrl(fyne.KeyPageDown), Act: sentence(true)},
		{In: desk.SectionMarks, Label: desk.Fixed(lang.L("Previous Sentence")), Key: desk.Ctrl(fyne.KeyPageUp), Act: sentence(false)},
		{
			In: desk.SectionParts, Label: desk.Fixed(lang.L("Text")), Key: desk.Plain(fyne.KeyF6),
			Act: desk.When(open, r.desk.inFront(r.focus)),
		},
	}
}
