package app

import (
	"embed"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language/display"

	"standpoint/app/desk"
	"standpoint/app/words"
)

// languageCommands choose the language of the window: the system's, or one of those there are translations to, each by
// its own name for itself.
func (m *menus) languageCommands(files embed.FS) []desk.Command {
	commands := []desk.Command{
		m.languageCommand(lang.L("As the System"), "", lang.L("The window speaks the system’s language from its next start.")),
	}
	all, err := words.Languages(files)
	if m.desk.Failed(err) {
		return nil
	}
	for _, tag := range all {
		name := display.Self.Name(tag)
		commands = append(commands, m.languageCommand(name, tag.String(), words.Sentence("The window speaks %s from its next start.", name)))
	}
	return commands
}

// languageCommand keeps a choice, and says when it will be seen: the window that is open was made in its language.
func (m *menus) languageCommand(label, code, said string) desk.Command {
	return desk.Command{
		In: desk.SectionAppearance.Within(lang.L("Language")), Label: desk.Fixed(label),
		Act: desk.Always(func() {
			m.desk.Prefs.SetLanguage(code)
			m.desk.Tell(said)
		}),
		Checked: func() bool { return m.desk.Prefs.Language() == code },
	}
}
