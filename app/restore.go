package app

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
)

// backups are made of the open project, by itself and when somebody asks, and are restored.
type backups struct {
	*desk.Desk

	opens   func(path string)   // opens a project
	inPlace func(backup string) // restores a backup in place of the open project
	asked   background.Latest
}

// backUpIfDue makes the automatic backup of a project that was just opened, beside the
// window.
func (bs *backups) backUpIfDue() {
	p := bs.Project
	if p == nil || p.ReadOnly() {
		return
	}
	bs.Work.Read(func(ctx context.Context) func() {
		path, err := p.BackUpIfDue(ctx)
		return func() {
			switch {
			case bs.Project != p:
			case err != nil && ctx.Err() == nil:
				bs.Complain(errors.Join(errors.New(words.Sentence("The automatic backup could not be made. Choose another folder under %s.",
					words.InMenu(lang.L("File"), lang.L("Backup Folder")))), err))
			case path != "":
				bs.Tell(words.Sentence("Backed up and checked: %s", path))
			}
		}
	})
}

// chooseBackupFolder asks where automatic backups are to go.
func (bs *backups) chooseBackupFolder() {
	p := bs.Project
	bs.Picker.OpenFolder(picker.Request{
		Title: words.Sentence("Choose the folder for the automatic backups of “%s”", p.Name()), Purpose: picker.ForBackupFolder,
	}, bs.Chosen(func(folder string) {
		bs.Work.Save(func(ctx context.Context) func() {
			err := p.SetBackupFolder(ctx, folder)
			return func() {
				if !bs.Failed(err) {
					bs.Tell(words.Sentence("Automatic backups go to %s.", folder))
				}
			}
		})
	}))
}

// restoreBackup shows the automatic backups, to restore one of them.
func (bs *backups) restoreBackup() {
	bs.Tell(lang.L("Reading the backups…"))
	desk.Query(bs.Desk, &bs.asked, func(ctx context.Context, p *store.Project) ([]store.BackupFile, error) { return p.Backups(ctx) },
		func(list []store.BackupFile) {
			bs.Tell("")
			if len(list) == 0 {
				bs.Say(lang.L("Restore"), lang.L("There is no automatic backup of this project yet. One is made when a project is opened that was "+
					"changed since the day before, and before each merge."))
				return
			}
			sheet := newRestoreSheet(bs, list)
			bs.Post(&message.Message{
				Title: lang.L("Restore a backup"), Body: sheet.Object(), Yes: lang.L("Restore"), No: lang.L("Cancel"),
				Agreed: func() { bs.restoreFrom(sheet.chosen().Path, sheet.apart.Checked) },
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

func newRestoreSheet(bs *backups, list []store.BackupFile) *restoreSheet {
	s := &restoreSheet{Sheet: message.Sheet{Over: bs.Boxes}, list: list}
	options := make([]control.Option, len(list))
	for i, b := range list {
		options[i] = control.Option{Key: b.Path, Word: backupLabel(b)}
	}
	s.Line(lang.L("What is in the project now is kept as a backup, too."))
	s.which = s.Choice(lang.L("Backup"), options)
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
func (bs *backups) restoreFrom(backup string, apart bool) {
	p := bs.Project
	if apart {
		bs.Picker.SaveFile(picker.Request{
			Title:   words.Sentence("Choose the file into which the backup of “%s” is restored", p.Name()),
			Purpose: picker.ForRestoring, Filters: []picker.Filter{picker.Projects()},
			Name: p.Name() + " " + time.Now().Format("2006-01-02") + store.Extension,
		}, bs.Chosen(func(path string) {
			bs.Start(p, lang.L("Restoring…"), func(ctx context.Context, _ func(done, total int)) func() {
				err := store.Restore(ctx, backup, path)
				return func() {
					if !bs.Failed(err) {
						bs.opens(path)
					}
				}
			})
		}))
		return
	}
	bs.inPlace(backup)
}

// backUp writes a verified copy of the project.
func (bs *backups) backUp() {
	p := bs.Project
	bs.Picker.SaveFile(picker.Request{
		Title:   words.Sentence("Choose where a copy of “%s” is kept", p.Name()),
		Purpose: picker.ForBackups, Name: words.Sentence("%s backup", p.Name()) + store.Extension,
		Filters: []picker.Filter{picker.Projects()},
	}, bs.Chosen(func(path string) {
		bs.Start(p, lang.L("Backing up…"), func(ctx context.Context, _ func(done, total int)) func() {
			err := p.Backup(ctx, path)
			return func() {
				if !bs.Failed(err) {
					bs.Tell(words.Sentence("Backed up and checked: %s", path))
				}
			}
		})
	}))
}

// commands make backups and restore them.
func (bs *backups) commands() []desk.Command {
	open := func() bool { return bs.Project != nil }
	return []desk.Command{
		{In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Back Up Project…")), Key: desk.CtrlShift(fyne.KeyB), Act: desk.When(open, bs.backUp)},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Restore…")), Key: desk.CtrlShift(fyne.KeyR),
			Act: desk.When(bs.CanWrite, bs.restoreBackup),
		},
		{
			In: desk.SectionTakeOut, Label: desk.Fixed(lang.L("Backup Folder…")), Key: desk.CtrlShift(fyne.KeyF),
			Act: desk.When(bs.CanWrite, bs.chooseBackupFolder),
		},
	}
}
