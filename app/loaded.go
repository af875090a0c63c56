package app

import (
	"context"
	"errors"

	"standpoint/app/names"
	"standpoint/store"
)

// loadedProject is a project that was opened beside the window, with what all that is drawn needs of it.
type loadedProject struct {
	project *store.Project
	names   names.Names
	lately  names.Used
}

// loadProject reads what is needed of a project that was just opened; it is closed again if that fails.
func loadProject(ctx context.Context, p *store.Project) (o *loadedProject, err error) {
	o = &loadedProject{project: p}
	if o.names, err = names.Load(ctx, p); err == nil {
		o.lately, err = names.LoadUsed(ctx, p)
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return o, nil
}

// arrival is what came of opening a project.
type arrival struct {
	path string
	*loadedProject
	readOnly error // why it cannot be written to
	err      error // why it cannot even be read
}

// openBeside opens a project, to be read if it cannot be written to.
func openBeside(ctx context.Context, path string, o store.Options) arrival {
	came := arrival{path: path}
	came.open(ctx, o)
	switch store.CodeOf(came.err) {
	case store.CodeInUse, store.CodeReadOnly, store.CodeNoRoom, store.CodeLinked:
		came.readOnly = came.err
		o.ReadOnly = true
		came.open(ctx, o)
	}
	return came
}

func (c *arrival) open(ctx context.Context, o store.Options) {
	p, err := store.Open(ctx, c.path, o)
	if err == nil {
		c.loadedProject, err = loadProject(ctx, p)
	}
	c.err = err
}
