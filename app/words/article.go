package words

import (
	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language is the name of a language in that of the window, by its code, such as “English” for "en"; what is no code that is known stays as
// it is.
func Language(code string) string {
	tag, err := language.Parse(code)
	if err != nil || code == "" {
		return code
	}
	if name := display.Tags(spoken.tag).Name(tag); name != "" {
		return name
	}
	return code
}

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
