package app

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
)

// backUpIfDue makes the automatic backup of a project that was just opened, beside the
// window.
func (a *App) backUpIfDue() {
	p := a.Project
	if p == nil || p.ReadOnly() {
		return
	}
	a.Work.Read(func(ctx context.Context) func() {
		path, err := p.BackUpIfDue(ctx)
		return func() {
			switch {
			case a.Project != p:
			case err != nil && ctx.Err() == nil:
				a.Complain(errors.Join(errors.New(lang.L("The automatic backup could not be made. Choose another folder under File > Backup Folder…")),
					err))
			case path != "":
				a.Tell(words.Sentence("Backed up and checked: %s", path))
			}
		}
	})
}

// chooseBackupFolder asks where automatic backups are to go.
func (a *App) chooseBackupFolder() {
	p := a.Project
	a.Picker.OpenFolder(picker.Request{Title: lang.L("Backup Folder"), Purpose: picker.ForBackups}, a.Chosen(func(folder string) {
		a.Work.Save(func(ctx context.Context) func() {
			err := p.SetBackupFolder(ctx, folder)
			return func() {
				if !a.Failed(err) {
					a.Tell(words.Sentence("Automatic backups go to %s.", folder))
				}
			}
		})
	}))
}

// restoreBackup shows the automatic backups, to restore one of them.
func (a *App) restoreBackup() {
	a.Tell(lang.L("Reading the backups…"))
	desk.Query(a.Desk, &a.restoring, func(ctx context.Context, p *store.Project) ([]store.BackupFile, error) { return p.Backups(ctx) },
		func(list []store.BackupFile) {
			a.Tell("")
			if len(list) == 0 {
				a.Say(lang.L("Restore"), lang.L("There is no automatic backup of this project yet. One is made when a project is opened that was "+
					"changed since the day before, and before each merge."))
				return
			}
			sheet := newRestoreSheet(a, list)
			a.Post(&message.Message{
				Title: lang.L("Restore a backup"), Body: sheet.Object(), Yes: lang.L("Restore"), No: lang.L("Cancel"),
				Agreed: func() { a.restoreFrom(sheet.chosen().Path, sheet.apart.Checked) },
			})
		})
}

// restoreSheet lists backups with what is in them.
type restoreSheet struct {
	message.Sheet
	list  []store.BackupFile
	which *control.Select
	apart *control.Tick // into a new file
}

func newRestoreSheet(a *App, list []store.BackupFile) *restoreSheet {
	s := &restoreSheet{Sheet: message.Sheet{Over: a.Boxes}, list: list}
	options := make([]control.Option, len(list))
	for i, b := range list {
		options[i] = control.Option{Key: b.Path, Word: backupLabel(b)}
	}
	s.Line(lang.L("What is in the project now is kept as a backup, too."))
	s.which = s.Choice(options)
	s.which.SetValue(list[0].Path)
	s.apart = s.Tick(lang.L("Leave this project as it is, and restore into a new file"), false)
	return s
}

// backupLabel says when a backup was made and what is in it.
func backupLabel(b store.BackupFile) string {
	facts := []string{
		words.MomentToSecond(b.At), words.Counted(b.Counts.Articles, "{{.Count}} article"),
		words.Counted(b.Counts.Statements, "{{.Count}} statement"),
		words.Counted(b.Counts.Positions, "{{.Count}} position"), words.Sentence("%.1f MB", float64(b.Size)/1e6),
	}
	if b.Before {
		facts = append(facts, lang.L("before restoring"))
	}
	return strings.Join(facts, " · ")
}

func (s *restoreSheet) chosen() store.BackupFile {
	for _, b := range s.list {
		if b.Path == s.which.Value() {
			return b
		}
	}
	return s.list[0]
}

// restoreFrom restores a backup into a new file, or in place of the project, which is
// closed for it and opened again.
func (a *App) restoreFrom(backup string, apart bool) {
	p := a.Project
	if apart {
		a.Picker.SaveFile(picker.Request{
			Title: lang.L("Restore"), Purpose: picker.ForProject, Filters: []picker.Filter{picker.Projects()},
			Name: p.Name() + " " + time.Now().Format("2006-01-02") + store.Extension,
		}, a.Chosen(func(path string) {
			a.Start(p, lang.L("Restoring…"), func(ctx context.Context, _ func(done, total int)) func() {
				err := store.Restore(ctx, backup, path)
				return func() {
					if !a.Failed(err) {
						a.open(path)
					}
				}
			})
		}))
		return
	}
	path := p.Path()
	a.setProject(nil)
	a.atDoor(lang.L("Restoring…"), func() background.Act {
		return func(ctx context.Context, _ func(done, total int)) func() {
			kept, err := store.RestoreInPlace(ctx, backup, path)
			told := func() { a.restored(kept, err) }
			return func() { a.openThen(path, told, told) }
		}
	})
}

// restored says what came of restoring a backup in place of the project.
func (a *App) restored(kept string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		a.Tell(lang.L("The backup was not restored; the project is as it was."))
	case err != nil:
		a.Complain(errors.Join(errors.New(lang.L("The backup was not restored; the project is as it was.")), err))
	default:
		a.Tell(words.Sentence("Restored. What was there is kept in %s.", kept))
	}
}
