package words

import "fyne.io/fyne/v2/lang"

// ArticleField is the caption of a field of an article, by its name in the project; "" for others.
func ArticleField(name string) string {
	switch name {
	case "title":
		return lang.L("Title")
	case "source":
		return lang.L("Source")
	case "author":
		return lang.L("Author")
	case "published":
		return lang.L("Published")
	case "section":
		return lang.L("Section")
	case "language":
		return lang.L("Language")
	case "url":
		return lang.L("URL")
	}
	return ""
}
