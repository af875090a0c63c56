package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/intake"
	"standpoint/store"
)

// importCommand brings files into a project.
type importCommand struct {
	projectArg
	Files     []string `arg:"" name:"file" help:"Files and folders with articles, or JSON documents (.json; - is one on standard input)."`
	Copies    bool     `help:"Add also articles whose text is in the project under another source or date."`
	KeepLines bool     `help:"Keep every line end, also of texts whose lines were broken at one width."`
	Encoding  string   `placeholder:"NAME" help:"Encoding of texts that do not say theirs, such as windows-1251; else it is found out."`
	Originals bool     `help:"Keep the files with their articles, as they are in a project that is set to keep them."`
	Overwrite bool     `help:"Change what differs from a JSON document; else it is only listed."`
	Dates     string   `enum:",day-first,month-first" default:"" placeholder:"ORDER" help:"Order of dates that can be two days: ${enum}."`
	DryRun    bool     `help:"Write nothing; only say what would come of each article or document."`
	JSON      bool     `name:"json" help:"With --dry-run: print one JSON array of the articles."`
}

// Validate refuses to try what has to be written to be known.
func (c *importCommand) Validate() error {
	if c.Encoding != "" && !intake.IsEncoding(c.Encoding) {
		return fmt.Errorf("--encoding: %q is no encoding that is known; those that are: %s", c.Encoding, strings.Join(intake.Encodings(), ", "))
	}
	if c.JSON && !c.DryRun {
		return errors.New("--json goes with --dry-run")
	}
	return nil
}

// options are those of reading the articles of files and folders.
func (c *importCommand) options(paths []string) intake.Options {
	return intake.Options{
		Copies: c.Copies, KeepLines: c.KeepLines, Encoding: c.Encoding, DateOrder: orderNames[c.Dates], Folders: paths,
	}
}

// Run imports one file after the other. What cannot be imported is listed; the others stay.
func (c *importCommand) Run(e *environment) error {
	return e.with(c.Project, c.DryRun, func(p *store.Project) error {
		list := newRows(e.stdout, c.JSON, candidateHeads...)
		bad := 0
		for files := c.Files; len(files) > 0; {
			n := len(files)
			if i := slices.IndexFunc(files, isJSON); i > 0 {
				n = i
			} else if i == 0 {
				n = 1
			}
			var failures int
			var err error
			switch {
			case isJSON(files[0]):
				failures, err = c.document(e, p, files[0])
			case c.DryRun:
				failures, err = c.dry(e, p, list, files[:n])
			default:
				failures, err = c.texts(e, p, files[:n])
			}
			if err != nil {
				return err
			}
			bad += failures
			files = files[n:]
		}
		if err := c.endDry(list); err != nil {
			return err
		}
		if bad == 0 {
			return nil
		}
		if bad > 1 || len(c.Files) > 1 { // of one file it was told
			e.complain(fmt.Sprintf("Not imported: %s.", counted(bad, "file")))
		}
		return errFailed
	})
}

func isJSON(path string) bool { return path == "-" || standpoint.IsNamed(path) }

// texts imports files, and those in folders, as articles and says what became of them. failures is how many were refused.
func (c *importCommand) texts(e *environment, p *store.Project, paths []string) (failures int, err error) {
	show, end := e.progress("Importing")
	keeps, err := p.KeepsOriginals(e.ctx)
	if err != nil {
		return 0, err
	}
	found := intake.Find(e.ctx, paths)
	o := c.options(paths)
	o.Originals = keeps || c.Originals
	result, err := intake.Import(e.ctx, p, found.Files, o, show)
	result.Failed = append(found.Failed, result.Failed...)
	end()
	for _, f := range result.Failed {
		e.complain(f.Err.Error())
		for _, left := range intake.LeftOf(f.Err) {
			e.complain(left.Error())
		}
	}
	for _, remark := range result.Remarks {
		for _, note := range remark.Notes {
			e.say("%s: %s", remark.Path, note)
		}
	}
	if len(result.Joined) > 0 {
		e.say("Lines of %s were joined. To have them as in the file, undo the import in the window, "+
			"and bring them in with “%s import --keep-lines”.",
			counted(len(result.Joined), "article"), e.program)
	}
	for _, copied := range result.Copies {
		e.say("%s was not added: its text is in the project already, as “%s”.", copied.Path, copied.First.Title)
	}
	if n := len(result.Added); n > 0 || len(result.Failed)+len(result.Copies) < len(found.Files) {
		e.say("Added %s.", counted(n, "article"))
	}
	return len(result.Failed), err
}

// document imports a JSON document, or with --dry-run only looks at it, and says what became of it.
func (c *importCommand) document(e *environment, p *store.Project, path string) (failures int, err error) {
	result, err := c.readDocument(e, p, path)
	if err != nil {
		if result.Action != (store.ID{}) {
			e.say("%s: %s before that. “%s import” adds the rest when it is run again.", path, summary(result), e.program)
		}
		if errors.Is(err, context.Canceled) {
			return 0, err
		}
		e.complain(err.Error())
		return 1, nil
	}
	for _, d := range result.Differ {
		e.say("%s: the %s “%s” differs in %s and was left as it is. “%s import --overwrite” changes it.",
			path, d.Entity.Noun(), cut(d.Name, 60), strings.Join(d.Fields, ", "), e.program)
	}
	for _, d := range result.Deleted {
		e.say("%s: the %s “%s” was deleted here, or belongs to what was, and stays so.", path, d.Entity.Noun(), cut(d.Name, 60))
	}
	if c.DryRun {
		e.say("%s: Nothing was written. An import would say: %s.", path, summary(result))
		return 0, nil
	}
	e.say("%s: %s.", path, summary(result))
	return 0, nil
}

func (c *importCommand) readDocument(e *environment, p *store.Project, path string) (exchange.Result, error) {
	in, name := interruptible(e.ctx, e.stdin), "standard input"
	if path != "-" {
		if err := mustBeFile(path); err != nil {
			return exchange.Result{}, err
		}
		f, err := os.Open(path)
		if err != nil {
			return exchange.Result{}, fileError(path, err)
		}
		defer f.Close()
		in, name = f, path
	}
	show, end := e.progress("Importing")
	defer end()
	o := exchange.Options{Overwrite: c.Overwrite, Progress: show}
	if c.DryRun {
		return standpoint.Plan(e.ctx, p, in, name, o)
	}
	return standpoint.Import(e.ctx, p, in, name, o)
}

// mustBeFile refuses folders, devices and pipes, which may never end.
func mustBeFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return fileError(path, err)
	case info.IsDir():
		return fmt.Errorf("%s is a folder. Name the files in it", path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is a device or a pipe. Name a file, or - for standard input", path)
	}
	return nil
}

// summary says what an import of a document did.
func summary(r exchange.Result) string {
	added := []string{}
	for _, entity := range []store.Entity{
		store.EntityArticle, store.EntityActor, store.EntityIssue, store.EntityTag,
		store.EntityAnnotation, store.EntityNote, store.EntityCoder, store.EntityCollection, store.EntitySavedSearch,
		store.EntityPreset, store.EntityReport, store.EntityExplanation, store.EntitySavedFilter,
	} {
		if n := r.Added[entity]; n > 0 {
			added = append(added, counted(n, entity.Noun()))
		}
	}
	parts := []string{"added " + strings.Join(added, ", ")}
	if len(added) == 0 {
		parts[0] = "added nothing"
	}
	if r.Changed > 0 {
		parts = append(parts, fmt.Sprintf("changed %d", r.Changed))
	}
	if r.Same > 0 {
		parts = append(parts, fmt.Sprintf("%d the same", r.Same))
	}
	if n := len(r.Differ); n > 0 {
		parts = append(parts, fmt.Sprintf("%d different", n))
	}
	if n := len(r.Deleted); n > 0 {
		parts = append(parts, fmt.Sprintf("%d deleted here", n))
	}
	return strings.Join(parts, "; ")
}

// counted returns "1 article", "2 articles".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
