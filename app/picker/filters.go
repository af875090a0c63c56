package picker

import (
	"net/url"
	"slices"
	"strings"
)

// nativeFilters is filters as the native dialogs of goos understand them.
//
// On Linux patterns mind the case, and there is none for every file ("*" would
// become "*.*" and hide names without a dot), so a request that allows every
// file goes there without filters.
func nativeFilters(goos string, filters []Filter) []Filter {
	if goos != "linux" {
		return filters
	}
	if slices.ContainsFunc(filters, everyFile) {
		return nil
	}
	var both []Filter
	for _, f := range filters {
		extensions := slices.Clone(f.Extensions)
		for _, ext := range f.Extensions {
			extensions = append(extensions, strings.ToUpper(ext))
		}
		both = append(both, Filter{f.Label, extensions})
	}
	return both
}

func everyFile(f Filter) bool { return slices.Contains(f.Extensions, "*") }

// startFolder is a folder as the native dialog of goos takes it: macOS wants a
// URL, in which a space is escaped.
func startFolder(goos, folder string) string {
	if goos != "darwin" {
		return folder
	}
	return (&url.URL{Scheme: "file", Path: folder}).String()
}

// dotted lists the extensions of all filters with their dots, in both cases, as
// Fyne's own dialog takes them; none if every file is allowed.
func dotted(filters []Filter) []string {
	if slices.ContainsFunc(filters, everyFile) {
		return nil
	}
	var all []string
	for _, f := range filters {
		for _, ext := range f.Extensions {
			all = append(all, "."+ext, "."+strings.ToUpper(ext))
		}
	}
	return all
}
