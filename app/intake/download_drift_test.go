package intake

import (
	"fmt"
	"strings"
	"testing"
)

const drift = "\u00A0"

// nexisOf is an article of Nexis Uni, whose text stands below a line with that name.
func nexisOf(heading, title, last string) []string {
	return []string{
		title, "Le Phare de Varro", "samedi 3 mai 2031", "", "RUBRIQUE:" + drift + "LOCAL", "Longueur :" + drift + "31 mots",
		"Auteur :" + drift + "Lena Voss", "", heading, "", "Le conseil du port a voté la fermeture du quai pour deux ans.", "",
		"Les pêcheurs sont en colère.", "", "Date de chargement :" + drift + "4 mai 2031", "", last,
	}
}

func TestNoArticleOfADownloadIsLostForANameThatIsNotKnown(t *testing.T) {
	lines := nexisOf("Texte intégral", "Le quai ferme", "Fin du document")
	lines = append(lines, nexisOf("Corps", "Un recours", "Fin du document")...)
	lines = append(lines, nexisOf("", "Une grève", "Fin du document")...)
	lines = append(lines, nexisOf("Body", "Une fin perdue", "")...)
	drafts, err := Parse(t.Context(), "nexis.txt", []byte(strings.Join(lines, "\n")), Options{})
	if err != nil || len(drafts) != 4 {
		t.Fatalf("%d articles, %v", len(drafts), err)
	}
	for i, title := range []string{"Le quai ferme", "Un recours", "Une grève", "Une fin perdue"} {
		a := drafts[i]
		if a.Article.Title != title || a.Article.Source != "Le Phare de Varro" || a.Article.Author != "Lena Voss" ||
			a.Article.Published != "2031-05-03" || a.Article.Section != "LOCAL" {
			t.Errorf("article %d is %+v", i+1, a.Article)
		}
		if a.Body != "Le conseil du port a voté la fermeture du quai pour deux ans.\n\nLes pêcheurs sont en colère." {
			t.Errorf("article %d has the text\n%s", i+1, a.Body)
		}
	}
}

func TestACoverWithoutAListIsNoPartOfTheHeadline(t *testing.T) {
	lines := []string{"Benutzername: Anna", "Datum: 4. Mai 2031", "Dokumente (1)", ""}
	lines = append(lines, nexisOf("Body", "Le quai ferme", "End of Document")...)
	drafts, err := Parse(t.Context(), "nexis.txt", []byte(strings.Join(lines, "\n")), Options{})
	if err != nil || len(drafts) != 1 || drafts[0].Article.Title != "Le quai ferme" {
		t.Fatalf("%+v, %v", drafts, err)
	}
}

func TestLabelsOfADownloadMayStandRightBelowTheText(t *testing.T) {
	rule := strings.Repeat("_", 60)
	s := strings.Join([]string{
		rule, "", "Fishers sue", "Author: Krain, Otto", "Full text: Forty owners went to court on Monday.", "",
		"\u201cWe were told nothing.\u201d", "Subject: Docks; Councils", "Location: Varro", "Publication title: Harbour Courier; Varro",
		"Publication date: May 5, 2031", "Language of publication: English", "Mystery field: a value", "", rule, "",
	}, "\n")
	drafts, err := Parse(t.Context(), "proquest.txt", []byte(s), Options{})
	if err != nil || len(drafts) != 1 {
		t.Fatalf("%d articles, %v", len(drafts), err)
	}
	a := drafts[0]
	if a.Article.Title != "Fishers sue" || a.Article.Source != "Harbour Courier" || a.Article.Published != "2031-05-05" ||
		a.Article.Language != "en" {
		t.Errorf("it is %+v", a.Article)
	}
	if a.Body != "Forty owners went to court on Monday.\n\n\u201cWe were told nothing.\u201d" {
		t.Errorf("its text is\n%s", a.Body)
	}
	if notes := fmt.Sprint(a.Notes); !strings.Contains(notes, "mystery field") {
		t.Errorf("a field that is not known is not told of: %q", notes)
	}
}
