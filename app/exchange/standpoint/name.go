package standpoint

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// IsNamed reports whether a file is to be read as a document: by the ending .json, unless it begins as a list, which a document never
// does, but articles from elsewhere do. A file that cannot be opened is told of by whoever reads it.
func IsNamed(path string) bool {
	if !strings.EqualFold(filepath.Ext(path), ".json") {
		return false
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	const head = 512
	start, err := io.ReadAll(io.LimitReader(f, head))
	return err != nil || !bytes.HasPrefix(bytes.TrimLeft(start, "\uFEFF \t\r\n"), []byte("["))
}
