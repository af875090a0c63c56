package intake

import (
	"context"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// attach gives an article the text of a file that its record names, or that has the name of a file with this record alone. What the record
// says counts more than what the file says of itself; an abstract in the record is kept beside the text. A record with a text of its own
// keeps it.
func (f *file) attach(d *Draft, r record, hasText, alone bool) {
	if f.beside == nil {
		return
	}
	names, problems := f.attached(r, alone)
	f.taken = append(f.taken, names...)
	if hasText {
		return
	}
	d.Notes = append(d.Notes, problems...)
	for i, name := range names {
		if f.attachOne(d, name) {
			for _, other := range names[i+1:] {
				d.Notes = append(d.Notes, say.Of("“%s” belongs to it as well, and was not read.", other))
			}
			return
		}
	}
}

// attached are the files that belong to a record, by their names in the room, and why others are none.
func (f *file) attached(r record, alone bool) (names []string, problems []say.Sentence) {
	for _, named := range r.attached {
		name, err := f.beside.find(named)
		switch {
		case err != nil:
			problems = append(problems, refusedBeside(named, err))
		case !slices.Contains(names, name):
			names = append(names, name)
		}
	}
	if len(names) == 0 && alone {
		if name := f.beside.twin(); name != "" {
			return []string{name}, nil
		}
	}
	return names, problems
}

// attachOne reads one of the files that belong to an article; false if no text came of it, which is told.
func (f *file) attachOne(d *Draft, name string) bool {
	data, err := f.beside.room.load(f.ctx, name)
	if err != nil {
		d.Notes = append(d.Notes, refusedBeside(name, err))
		return false
	}
	if d.Article.Attachment == "" && f.from != "" {
		f.noteAttachment(d, name, data)
	}
	read, err := f.readAttached(name, data)
	if err != nil {
		d.Notes = append(d.Notes, say.Of("The text of “%s”, which belongs to it, was not read. %v", name, err))
		return false
	}
	if f.from != "" {
		f.noteAttachment(d, name, data)
	}
	d.Abstract, d.Body = d.Body, read.Body
	d.Highlights, d.Joined, d.Notes = read.Highlights, read.Joined, append(d.Notes, read.Notes...)
	if d.Article.Published == "" && d.Doubt == nil {
		d.Doubt, d.Settled, d.Shows = read.Doubt, read.Settled, read.Shows
	}
	d.cameFrom(f.place)
	for field, from := range read.From {
		if _, said := d.From[field]; !said {
			d.from(field, from)
		}
	}
	d.Article = overlaid(d.Article, overlaid(read.Article, d.Article))
	d.from(FieldBody, Provenance{Place: PlaceAttachment, Name: name})
	return true
}

// noteAttachment notes which file the text of an article came of, or could not.
func (f *file) noteAttachment(d *Draft, name string, data []byte) {
	d.Article.Attachment, d.Article.AttachmentHash = f.beside.from(name), store.HashFile(data)
	d.attached = nil
	if !f.options.Originals {
		return
	}
	b := f.beside
	d.attached = func(ctx context.Context) ([]byte, error) { // those of a long list would fill the memory
		room, err := b.again()
		if err != nil {
			return nil, err
		}
		defer room.close()
		return room.load(ctx, name)
	}
}

// readAttached reads the one article of a file that belongs to another one.
func (f *file) readAttached(name string, data []byte) (Draft, error) {
	o := f.options
	o.Encoding, o.Columns = "", nil // said of the record
	part := &file{ctx: f.ctx, name: f.beside.title(name), data: data, options: o, budget: f.budget, within: f.within}
	drafts, err := f.within.read(part)
	switch {
	case err != nil:
		return Draft{}, err
	case len(drafts) > 1:
		return Draft{}, refusal(store.CodeInvalid, nil, "“%s” holds %d articles. Import it by itself.", part.name, len(drafts))
	}
	return drafts[0], nil
}

// abstractNote is an abstract as a note on its article; "" if there is none.
func (d *Draft) abstractNote() string {
	if d.Abstract == "" {
		return ""
	}
	return say.Of("Abstract: %s", d.Abstract).String()
}

// isAbstract reports whether a field of that name holds an abstract, no whole text.
func isAbstract(name string) bool {
	return hasField("abstract abstract_note summary n2 ab", strings.ReplaceAll(text.Fold(strings.TrimSpace(name)), " ", "_"))
}

// attachmentNames are names of fields that hold the paths of files, folded.
var attachmentNames = []string{"attachment", "attachments", "file attachments", "file", "files", "pdf", "local-url", "l1", "l4"}

// takeAttached notes the files that a field of a record names. What is none of them, such as an address of the web, stays a field: false.
func (r *record) takeAttached(name, value string) bool {
	isPath := slices.Contains(attachmentNames, text.Fold(strings.TrimSpace(name)))
	var names []string
	for _, part := range strings.FieldsFunc(value, func(r rune) bool { return r == ';' || r == '\n' }) {
		local, isLink := localName(strings.TrimSpace(part))
		if local != "" && (isLink || isPath && path.Ext(local) != "") {
			names = append(names, local)
		}
	}
	r.attached = append(r.attached, names...)
	return len(names) > 0
}

var anyScheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+:`)

// localName is the path of a file of this computer; "" for what is elsewhere. isLink says that it was spelled as an address.
func localName(value string) (name string, isLink bool) {
	value = strings.Trim(value, `"'<>`)
	scheme := strings.ToLower(anyScheme.FindString(value))
	switch scheme {
	case "":
		return value, false
	case "internal-pdf:": // of EndNote
		return unescaped(strings.TrimLeft(value[len(scheme):], "/")), true
	case "file:":
		value = strings.ReplaceAll(value[len(scheme):], `\`, "/")
		if rest, found := strings.CutPrefix(value, "//"); found {
			value = strings.TrimPrefix(rest, "localhost")
		}
		value = unescaped(value)
		if len(value) > 2 && value[0] == '/' && value[2] == ':' { // a drive
			value = value[1:]
		}
		return value, true
	}
	return "", false
}

// unescaped is a path of an address as it is on the disk.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// bibFiles are the paths in the field “file” of BibTeX, of which each program has its own form: “description:path:type”, several parted by
// semicolons, or only paths. Colons, semicolons and backslashes of a name stand behind a backslash.
func bibFiles(value string) []string {
	value = bibPathSigns.Replace(value)
	var names []string
	for _, entry := range splitUnescaped(value, ';') {
		parts := splitUnescaped(entry, ':')
		name := parts[0]
		switch n := len(parts); {
		case n > 2:
			name = strings.Join(parts[1:n-1], ":")
		case n == 2 && len(parts[0]) == 1:
			name = entry // a drive
		case n == 2 && path.Ext(parts[0]) == "":
			name = parts[1]
		}
		name = bibEscaped.ReplaceAllString(strings.TrimSpace(name), "$1")
		if local, _ := localName(name); local != "" {
			names = append(names, local)
		} else if isWhole(name) {
			names = append(names, name)
		}
	}
	return names
}

var (
	bibPathSigns = strings.NewReplacer(`$\backslash$`, `\`, `{\_}`, "_", `{\&}`, "&", `{\#}`, "#", `{\%}`, "%", `{\$}`, "$", `{\~{}}`, "~",
		`{\textasciitilde}`, "~", `\_`, "_", `\&`, "&", `\#`, "#", `\%`, "%", `\$`, "$", "{", "", "}", "")
	bibEscaped = regexp.MustCompile(`\\([:;\\])`)
)

// splitUnescaped splits s at a sign before which no backslash stands that is for it.
func splitUnescaped(s string, sign byte) []string {
	var parts []string
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i+1 < len(s) && strings.IndexByte(`:;\`, s[i+1]) >= 0 {
				i++
			}
		case sign:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	return append(parts, s[from:])
}

// objectFiles are the paths in a field of an object of JSON: a string, or objects with a path, several in a list.
func objectFiles(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []any:
		var all []string
		for _, item := range v {
			if name := objectFiles(item); name != "" {
				all = append(all, name)
			}
		}
		return strings.Join(all, "\n")
	case map[string]any:
		for _, key := range []string{"path", "localPath", "file", "filename", "href", "url"} {
			if name, ok := v[key].(string); ok && name != "" {
				return name
			}
		}
	}
	return ""
}
