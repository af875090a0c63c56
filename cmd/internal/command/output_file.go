package command

import (
	"errors"
	"fmt"
	"io"
	"os"

	"standpoint/app/outfile"
)

// outputFlags say where a file goes.
type outputFlags struct {
	Output string `required:"" short:"o" placeholder:"PATH" help:"The file to write; - is standard output."`
	Force  bool   `help:"Write over a file that is there."`
}

// into writes the file: a new one beside it first, so that there is never half of one.
func (f outputFlags) into(e *environment, project string, write func(io.Writer) error) error {
	if f.Output == "-" {
		return write(e.stdout)
	}
	if err := f.mayWrite(project); err != nil {
		return err
	}
	if err := outfile.Replace(f.Output, write); err != nil {
		return fileError(f.Output, err)
	}
	e.say("Wrote %s.", f.Output)
	return nil
}

// mayWrite refuses to write over the project itself, over what is no file, and over a file without --force.
func (f outputFlags) mayWrite(project string) error {
	there, err := os.Stat(f.Output)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fileError(f.Output, err)
	}
	itself, err := os.Stat(project)
	if err != nil {
		return fileError(project, err)
	}
	switch {
	case !there.Mode().IsRegular():
		return fmt.Errorf("%s is not a file. Name a file with --output", f.Output)
	case os.SameFile(itself, there):
		return fmt.Errorf("%s is the project itself. Name another file with --output", f.Output)
	case !f.Force:
		return fmt.Errorf("there is a file %s already. Name another, or write over it with --force", f.Output)
	}
	return nil
}

// fileError says in a sentence what the file system refused. Other errors are left as they are.
func fileError(path string, err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s is not there, or its folder is not: %w", path, os.ErrNotExist)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("you have no permission for %s: %w", path, os.ErrPermission)
	}
	return err
}
