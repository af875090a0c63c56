package picker

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// maxName is the longest file name proposed, in code points; file systems take
// 255 bytes.
const maxName = 60

// mostNames is how many names are looked at for one that is free.
const mostNames = 1000

// FileName makes a name out of any text, a title say, that every file system
// takes.
func FileName(s string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r): // the latter would show the name in another order than it has
			return -1
		case strings.ContainsRune(`/\:*?"<>|`, r), r == unicode.ReplacementChar:
			return '-'
		}
		return r
	}, strings.ToValidUTF8(s, "-"))
	name = strings.Trim(name, " .")
	ext := filepath.Ext(name)
	if strings.Contains(ext, " ") { // a full stop within a title
		ext = ""
	}
	stem := []rune(strings.TrimSuffix(name, ext))
	if len(stem) > maxName {
		stem = stem[:maxName]
	}
	return notADevice(strings.TrimRight(string(stem), " .")) + ext
}

// notADevice is the stem of a file name, changed where Windows would take it for one of its devices, whatever ending follows.
func notADevice(stem string) string {
	first, _, _ := strings.Cut(stem, ".")
	first = strings.ToUpper(strings.TrimRight(first, " "))
	device := strings.TrimRight(first, "0123456789") // COM1
	numbered := len(first) == len(device)+1 && (device == "COM" || device == "LPT")
	if numbered || slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, first) {
		return "_" + stem
	}
	return stem
}

// freeName is name, or the first of "name 2", "name 3" and so on that no file in the folder has.
func freeName(folder, name string) string {
	ext := filepath.Ext(name)
	for n, free := 2, name; n < mostNames; n++ {
		if !exists(filepath.Join(folder, free)) {
			return free
		}
		free = fmt.Sprintf("%s %d%s", strings.TrimSuffix(name, ext), n, ext)
	}
	return name
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
