// Package store keeps a project: one SQLite file with articles, actors, issues, annotations and the whole history of how
// they came to be. The journal of changes is the truth and the tables are its fold. Everything is said in the words of
// the domain; no SQL leaves the package. Text itself (spans, anchors, folding) is left to store/text, and the logic of
// clocks and folding to store/journal.
package store

import (
	"context"
	"time"
)

// Options says how to open a project.
type Options struct {
	Coder    string           // name of the person who works on it; "" is "Analyst"
	Now      func() time.Time // nil is time.Now
	ReadOnly bool             // take no lock and refuse writes
}

// Project is an open project. It is safe for concurrent use.
type Project struct {
	path string
}

var errNotYet = &Error{Code: CodeInvalid, Message: "This is not built yet."}

// Create makes a new project at path, which must not exist, and opens it. Errors: CodeExists, and those of the file system.
func Create(ctx context.Context, path string, o Options) (*Project, error) { return nil, errNotYet }

// Open opens the project at path. Errors: CodeNotFound, CodeNotProject, CodeNewerSchema, CodeInUse, CodeDamaged.
func Open(ctx context.Context, path string, o Options) (*Project, error) { return nil, errNotYet }
