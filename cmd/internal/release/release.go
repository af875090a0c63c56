// Package release says which Standpoint this is: its version, and from which state of its source it was built.
package release

import (
	"runtime"
	"runtime/debug"
)

// ID and Version are those of FyneApp.toml, from which packages are made. They stand here too so that a program has them
// however it was built; a test says when they differ.
const (
	ID      = "io.github.standpoint"
	Version = "0.1.0"
)

// Build returns what tells one build of a version from another: the commit, whether files were changed since, the version of
// Go, and the system: "commit 0123456789ab, changed since; go1.26.0, linux/amd64".
func Build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return describe(info.Settings) + "; " + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH
}

// Line is the version with its build, on one line.
func Line() string { return "Standpoint " + Version + " (" + Build() + ")" }

// describe names the commit. Go notes it where it builds in a checkout, and not in an archive of the source.
func describe(settings []debug.BuildSetting) string {
	const short = 12
	commit, changed := "", false
	for _, s := range settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value
		case "vcs.modified":
			changed = s.Value == "true"
		}
	}
	switch {
	case commit == "":
		return "commit unknown"
	case changed:
		return "commit " + commit[:min(short, len(commit))] + ", changed since"
	}
	return "commit " + commit[:min(short, len(commit))]
}
