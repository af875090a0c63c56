//go:build windows || (darwin && cgo && !ci)

package picker

// dressNext does nothing: these dialogs have the title and the folder that they are asked for.
func dressNext(question) {}

// chosen are no files: these dialogs are for one.
func chosen() []string { return nil }
