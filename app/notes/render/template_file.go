package render

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/store/say"
)

// TemplateName is how presets and the command line name the format that a template of one's own gives.
const TemplateName = "template"

// templateSource is how much the file of a template may have, in bytes.
const templateSource = 4 * 1024 * 1024

// ReadTemplate returns the format that the template in a file gives, as Template does. The error wraps that of the system if the file
// cannot be read.
func ReadTemplate(path string) (Format, error) {
	file, err := os.Open(path) //nolint:gosec // the user names it
	if err != nil {
		return Format{}, err
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return Format{}, say.Errorf("the template is a folder, not a file")
	}
	source, err := io.ReadAll(io.LimitReader(file, templateSource+1))
	source = bytes.TrimPrefix(source, []byte("\uFEFF"))
	switch {
	case err != nil:
		return Format{}, err
	case len(source) > templateSource:
		return Format{}, say.Errorf("the template has more than %s MB", say.Number(templateSource/1024/1024))
	case !utf8.Valid(source) || bytes.IndexByte(source, 0) >= 0:
		return Format{}, say.Errorf("the template is no text in UTF-8")
	}
	f, err := Template(string(source))
	f.Extension = TemplateExtension(path)
	return f, err
}

// TemplateExtension is that of the files which a template writes, with the dot, as the name of its own file says: "wiki.md.tmpl" and
// "wiki.md" write ".md", "wiki.tmpl" and "wiki" write ".txt".
func TemplateExtension(path string) string {
	name := filepath.Base(path)
	extension := filepath.Ext(name)
	if slices.Contains([]string{".tmpl", ".tpl", ".gotmpl", ".template"}, strings.ToLower(extension)) {
		extension = filepath.Ext(strings.TrimSuffix(name, extension))
	}
	plain := strings.Trim(strings.ToLower(extension), "abcdefghijklmnopqrstuvwxyz0123456789") == "."
	if !plain || len(extension) < 2 || len(extension) > 12 || extension == name {
		return ".txt"
	}
	return extension
}
