package intake

import (
	"strings"
	"testing"
)

// What people call the columns of a table in their own languages.
func TestColumnsAreKnownInManyLanguages(t *testing.T) {
	fields := []Field{FieldSource, FieldDate, FieldTitle, FieldAuthor, FieldBody, FieldURL, FieldSection, FieldLanguage}
	for _, heads := range []string{
		"Blatt|Erschienen|Titel|Autorin|Wortlaut|Webadresse|Ressort|Sprache",
		"Medium|Erschienen am|Überschrift|Verfasser|Artikeltext|Link|Rubrik|Sprache",
		"Zeitschrift|Veröffentlichungsdatum|Schlagzeile|Autor/in|Volltext|Adresse|Thema|Sprache",
		"Journal|Paru le|Titre|Auteur|Texte intégral|Lien|Rubrique|Langue",
		"Média|Date de parution|Intitulé|Journaliste|Corps du texte|Adresse web|Catégorie|Langue",
		"Periódico|Fecha de publicación|Titular|Periodista|Cuerpo|Enlace|Sección|Idioma",
		"Diario|Publicado el|Título|Autora|Texto completo|Dirección|Categoría|Lengua",
		"Testata|Data di pubblicazione|Titolo|Autore|Testo|Collegamento|Sezione|Lingua",
		"Quotidiano|Uscito|Titolo|Giornalista|Articolo|Indirizzo|Rubrica|Lingua",
		"Krant|Verschenen op|Kop|Auteur|Volledige tekst|Webadres|Rubriek|Taal",
		"Dagblad|Publicatiedatum|Titel|Schrijver|Inhoud|Link|Katern|Taal",
		"Gazeta|Data publikacji|Tytuł|Autorzy|Treść|Adres|Dział|Język",
		"Źródło|Opublikowano|Nagłówek|Dziennikarz|Pełny tekst|Odnośnik|Kategoria|Język",
	} {
		for i, head := range strings.Split(heads, "|") {
			if got := fieldOf(head); got != fields[i] {
				t.Errorf("%s is taken for %q, want %q", head, got, fields[i])
			}
		}
	}
}
