package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
)

// fullText is the text of an article that stands beside its record, and summary what the record says of it.
const (
	fullText = "The ferry to Port Ervane sails again from Monday, the harbour office said.\n\nNobody had expected it so soon."
	summary  = "The ferry sails again."
)

// tree writes files into a new folder, each under its path, and returns the folder.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// zipOf packs files in the order of their names.
func zipOf(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sortedKeys(anyValues(files)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(files[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func anyValues(files map[string]string) map[string]any {
	all := map[string]any{}
	for name, content := range files {
		all[name] = content
	}
	return all
}

// risOf is a reference with an abstract and further lines.
func risOf(lines ...string) string {
	return "TY  - NEWS\nTI  - Ferry sails\nT2  - Harbour Wire\nDA  - 2031/05/16\nAB  - " + summary + "\n" + strings.Join(lines, "\n") +
		"\nER  - \n"
}

// imported reads a folder as an import does.
func imported(t testing.TB, dir string) ([]Draft, []Failure) {
	t.Helper()
	found := Find(t.Context(), []string{dir})
	failed := found.Failed
	var drafts []Draft
	for readings := range ReadFiles(t.Context(), found.Files, Options{Folders: []string{dir}, Originals: true}) {
		for _, r := range readings {
			if r.Err != nil {
				failed = append(failed, Failure{r.Path, r.Err})
			} else {
				drafts = append(drafts, r.Draft)
			}
		}
	}
	return drafts, failed
}

func TestTheTextOfAReferenceComesFromTheFileThatItNames(t *testing.T) {
	page := "<html><head><title>Wrong</title></head><body><article><p>The ferry to Port Ervane sails again from Monday, the harbour office " +
		"said.</p><p>Nobody had expected it so soon.</p></article></body></html>"
	bib := func(file string) string {
		return "@article{brandt2031,\n title = {Ferry sails},\n journal = {Harbour Wire},\n date = {2031-05-16},\n abstract = {" + summary +
			"},\n file = {" + file + "}\n}\n"
	}
	json := func(files string) string {
		return `[{"id":"x","type":"article-newspaper","title":"Ferry sails","container-title":"Harbour Wire","issued":{"date-parts":` +
			`[[2031,5,16]]},"abstract":"` + summary + `",` + files + `}]`
	}
	for name, test := range map[string]struct{ record, content, file, text string }{
		"RIS, L1":               {"refs.ris", risOf("L1  - files/12/Ferry.txt"), "files/12/Ferry.txt", fullText},
		"RIS, an address":       {"refs.ris", risOf("L1  - file://./files/A%20ferry.txt"), "files/A ferry.txt", fullText},
		"RIS, L2":               {"refs.ris", risOf("L2  - file:files/page.html"), "files/page.html", page},
		"RIS, L4":               {"refs.ris", risOf(`L4  - files\12\Ferry.txt`), "files/12/Ferry.txt", fullText},
		"RIS, another computer": {"refs.ris", risOf("L1  - file:///C:/Users/ib/Zotero/storage/12/Ferry.txt"), "12/Ferry.txt", fullText},
		"RIS, EndNote":          {"refs.ris", risOf("L1  - internal-pdf://0123/Ferry.txt"), "0123/Ferry.txt", fullText},
		"RIS, the same name":    {"brandt2031.ris", risOf(), "brandt2031.TXT", fullText},
		"RIS, two files, the first of which is a picture": {
			"refs.ris", risOf("L1  - files/12/Scan.png", "L1  - files/12/Ferry.txt"), "files/12/Ferry.txt", fullText,
		},
		"BibTeX, Zotero": {"refs.bib", bib("Full Text:files/12/Ferry\\: a \\; b.txt:text/plain"), "files/12/Ferry: a ; b.txt", fullText},
		"BibTeX, Zotero on Windows": {
			"refs.bib", bib(`Snapshot:C\:\\Users\\ib\\Zotero\\storage\\12\\page.html:text/html`), "12/page.html", page,
		},
		"BibTeX, JabRef":        {"refs.bib", bib(":brandt_2031.txt:Text"), "brandt_2031.txt", fullText},
		"BibTeX, Mendeley":      {"refs.bib", bib(`:C$\backslash$:/Users/ib/Papers/Ferry{\_}2031.txt:txt`), "Papers/Ferry_2031.txt", fullText},
		"BibTeX, only the path": {"refs.bib", bib("files/12/Ferry.txt;files/13/other.txt"), "files/12/Ferry.txt", fullText},
		"BibTeX, the same name": {"brandt2031.bib", bib(""), "brandt2031.html", page},
		"CSL-JSON, paths":       {"refs.json", json(`"attachments":["files/12/Ferry.txt"]`), "files/12/Ferry.txt", fullText},
		"CSL-JSON, objects": {
			"refs.json", json(`"attachments":[{"title":"Web","url":"https://wire.example/1"},{"title":"Text","path":"files/12/Ferry.txt"}]`),
			"files/12/Ferry.txt", fullText,
		},
		"CSL-JSON, the same name": {"brandt2031.json", json(`"note":"x"`), "brandt2031.md", fullText},
		"CSV, Zotero": {
			"refs.csv", "Title,Publication Title,Date,Abstract Note,File Attachments\nFerry sails,Harbour Wire,2031-05-16," + summary +
				",/home/ib/Zotero/storage/12/Ferry.txt; /home/ib/Zotero/storage/13/x.html\n", "12/Ferry.txt", fullText,
		},
	} {
		files := map[string]string{"refs/" + test.record: test.content, "refs/" + test.file: test.text}
		if strings.Contains(test.content, "Scan.png") {
			files["refs/files/12/Scan.png"] = "\x89PNG\r\n\x1A\n"
		}
		check := func(t *testing.T, drafts []Draft, failed []Failure) {
			t.Helper()
			if len(drafts) != 1 || len(failed) != 0 {
				t.Fatalf("%d articles came of it, and %v", len(drafts), failed)
			}
			d := drafts[0]
			if d.Body != fullText || d.Abstract != summary {
				t.Errorf("the text is %q, the abstract %q", d.Body, d.Abstract)
			}
			got := []string{d.Article.Title, d.Article.Source, string(d.Article.Published)}
			if diff := cmp.Diff([]string{"Ferry sails", "Harbour Wire", "2031-05-16"}, got); diff != "" {
				t.Errorf("what the record says is not kept:\n%s", diff)
			}
			if from := d.From[FieldBody]; from.Place != PlaceAttachment || !strings.HasSuffix(from.Name, test.file) {
				t.Errorf("the text is said to be from %v", from)
			}
		}
		t.Run(name, func(t *testing.T) {
			dir := tree(t, files)
			drafts, failed := imported(t, dir)
			check(t, drafts, failed)
			if d := drafts[0]; d.Article.File != filepath.Base(dir)+"/refs/"+test.record ||
				d.Article.Attachment != filepath.Base(dir)+"/refs/"+test.file || d.Article.AttachmentHash != store.HashFile([]byte(test.text)) {
				t.Errorf("it is of %+v", d.Article)
			}
		})
		t.Run(name+", only the record is imported", func(t *testing.T) {
			dir := tree(t, files)
			drafts, err := ReadFile(t.Context(), filepath.Join(dir, "refs", test.record), Options{})
			if err != nil {
				t.Fatal(err)
			}
			check(t, drafts, nil)
		})
		t.Run(name+", in an archive", func(t *testing.T) {
			dir := tree(t, map[string]string{"all.zip": string(zipOf(t, files))})
			drafts, failed := imported(t, dir)
			check(t, drafts, failed)
			if d := drafts[0]; !strings.HasSuffix(d.Article.Attachment, "/all.zip/refs/"+test.file) {
				t.Errorf("it is of %+v", d.Article)
			}
		})
	}
}

func TestAFileBesideAReferenceThatCannotBeReadIsNamedAndTheAbstractStays(t *testing.T) {
	for name, test := range map[string]struct {
		named string
		files map[string]string
		want  string
	}{
		"missing":        {"files/12/Ferry.pdf", nil, "“files/12/Ferry.pdf”, which belongs to it, is not there."},
		"climbing":       {"../../secret.txt", map[string]string{"secret.txt": fullText}, "it leads out of the folder or the archive."},
		"of the disk":    {"file:///etc/hostname", nil, "it leads out of the folder or the archive."},
		"a folder":       {"files.pdf", map[string]string{"in/files.pdf/a.css": "x"}, "it is no file."},
		"a picture":      {"scan.png", map[string]string{"in/scan.png": "\x89PNG\r\n\x1A\n"}, "is a picture"},
		"another record": {"other.csv", map[string]string{"in/other.csv": "Title,Text\na,One.\nb,Two.\n"}, "holds 2 articles"},
	} {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{"in/refs.ris": risOf("L1  - " + test.named)}
			for name, content := range test.files {
				files[name] = content
			}
			dir := filepath.Join(tree(t, files), "in")
			drafts, failed := imported(t, dir)
			if len(drafts) != 1 || len(failed) != 0 {
				t.Fatalf("%d articles came of it, and %v", len(drafts), failed)
			}
			d := drafts[0]
			if d.Body != summary || d.Abstract != "" || !strings.Contains(fmt.Sprint(d.Notes), test.want) {
				t.Errorf("the text is %q, the abstract %q, said is %v", d.Body, d.Abstract, d.Notes)
			}
		})
	}
}

func TestALinkBesideAReferenceThatLeadsOutOfTheFolderIsRefused(t *testing.T) {
	dir := tree(t, map[string]string{"secret.txt": fullText, "in/refs.ris": risOf("L1  - ferry.txt")})
	if err := os.Symlink(filepath.Join(dir, "secret.txt"), filepath.Join(dir, "in", "ferry.txt")); err != nil {
		t.Skip("there are no links here:", err)
	}
	drafts, err := ReadFile(t.Context(), filepath.Join(dir, "in", "refs.ris"), Options{})
	if err != nil || len(drafts) != 1 || drafts[0].Body != summary || !strings.Contains(fmt.Sprint(drafts[0].Notes), "it leads out") {
		t.Errorf("%+v, %v", drafts, err)
	}
}

func TestAReferenceWithATextOfItsOwnKeepsItAndTheFileBesideItIsNoSecondArticle(t *testing.T) {
	drafts, failed := imported(t, tree(t, map[string]string{
		"rows.csv":  "Title,Text,Abstract,File\nFerry sails,\"" + fullText + "\"," + summary + ",ferry.txt\n",
		"ferry.txt": "Another text.", "alone.txt": "Title: Alone\n\nNobody names it.",
	}))
	if len(failed) != 0 || len(drafts) != 2 {
		t.Fatalf("%+v, %v", drafts, failed)
	}
	if drafts[1].Body != fullText || drafts[1].Abstract != summary || drafts[0].Article.Title != "Alone" {
		t.Errorf("%+v, %v", drafts, failed)
	}
}

func TestAbstractAndBothFilesComeIntoTheProjectAndOneUndoTakesThemBack(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	record := risOf("L1  - ferry.txt")
	dir := tree(t, map[string]string{"refs.ris": record, "ferry.txt": fullText})
	r, err := Import(t.Context(), p, Find(t.Context(), []string{dir}).Files, Options{Originals: true, Folders: []string{dir}}, nil)
	if err != nil || len(r.Added) != 1 || len(r.Failed) != 0 || len(r.Remarks) != 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	a, err := p.Article(t.Context(), r.Added[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for hash, want := range map[store.FileHash]string{a.Original: record, a.AttachmentHash: fullText} {
		if data, err := p.Original(t.Context(), hash); err != nil || string(data) != want {
			t.Errorf("the file %s is %q, %v", hash, data, err)
		}
	}
	notes, err := p.Notes(t.Context(), store.EntityArticle, a.ID)
	if err != nil || len(notes) != 1 || notes[0].Text != "Abstract: "+summary {
		t.Errorf("the notes are %+v, %v", notes, err)
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if rows, _, err := p.Articles(t.Context(), store.ArticleQuery{}); err != nil || len(rows) != 0 {
		t.Errorf("%d articles are left, %v", len(rows), err)
	}
}

func TestAPathThatLeadsOutOfAnArchiveIsRefusedAndNamed(t *testing.T) {
	for _, named := range []string{"../../secret.txt", "/etc/secret.txt", `..\..\secret.txt`} {
		packed := zipOf(t, map[string]string{"in/refs.ris": risOf("L1  - " + named), "other.txt": "Title: Other\n\nNobody names it."})
		drafts, err := Parse(t.Context(), "all.zip", packed, Options{})
		if err != nil || len(drafts) != 2 || drafts[0].Body != summary || !strings.Contains(fmt.Sprint(drafts[0].Notes), "it leads out of") {
			t.Errorf("%s: %+v, %v", named, drafts, err)
		}
	}
}
