package intake

import "testing"

func TestBibTeXIsReadWithAbbreviationsPartsAndLetters(t *testing.T) {
	const list = `@string{mp = "Varro Post"}
% a remark
@article{voss31, title = {{\"U}ber {D}ocks: {\v{C}}apek, \O re, {\L}ukasz, \ss{}}, author = {Vo{\ss}, Lena and {\L}ukasz Kr{\'a}in},
  journal = mp # " Daily", year = 2031, abstract = "A ` + "``quoted''" + ` text {\textit{within}} na{\"\i}ve \emph{marks}", language = {en}}
@article{krain, title = "Die {\"O}ffnung", journal = MP, abstract = {Kurz gesagt.}}`
	drafts, err := Parse(t.Context(), "list.bib", []byte(list), Options{})
	if err != nil || len(drafts) != 2 {
		t.Fatalf("%d articles, %v", len(drafts), err)
	}
	a := drafts[0]
	if a.Article.Title != "Über Docks: Čapek, Øre, Łukasz, ß" || a.Article.Source != "Varro Post Daily" ||
		a.Article.Author != "Voß, Lena; Łukasz Kráin" || a.Article.Published != "2031" {
		t.Errorf("the first is %+v", a.Article)
	}
	if a.Body != "A “quoted” text within naïve marks" {
		t.Errorf("the text of the first is %q", a.Body)
	}
	if b := drafts[1].Article; b.Title != "Die Öffnung" || b.Source != "Varro Post" {
		t.Errorf("the second is %+v", b)
	}
}
