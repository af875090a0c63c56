package control

import "fyne.io/fyne/v2/lang"

// The texts that the controls show by themselves, each with its key in the
// translations.

func createWords(name string) string {
	return lang.X("control.create", "Create “{{.Name}}”", map[string]any{"Name": name})
}

func onlyWords(words string) string {
	return lang.X("control.only_words", "Only the words: “{{.Words}}”", map[string]any{"Words": words})
}

func nothingWords() string { return lang.X("control.nothing_fits", "Nothing fits what you typed.") }

func guessedWords() string { return lang.X("control.guessed", "guessed") }

func guessTip() string {
	return lang.X("control.guess_tip", "Guessed from the text, and saved as it is. What you type takes its place; Delete clears it.")
}

func removeWords(name string) string {
	return lang.X("control.remove", "Remove {{.Name}}", map[string]any{"Name": name})
}

// tickedWords and chosenWords are for those who hear the window.
func tickedWords(name string) string {
	return lang.X("control.ticked", "{{.Name}} (ticked)", map[string]any{"Name": name})
}

func chosenWords(name string) string {
	return lang.X("control.chosen", "{{.Name}} (chosen)", map[string]any{"Name": name})
}

func colourWords(name string) string { return lang.X("colour."+name, name) }

func splitterWords() string {
	return lang.X("control.splitter", "Drag it, or move it with the arrow keys. A double click puts it back.")
}

func foldedWords() string { return lang.X("control.folded", "Show what is folded away here") }
