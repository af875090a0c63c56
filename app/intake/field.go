package intake

import (
	"strings"
	"sync"

	"standpoint/store/say"
	"standpoint/store/text"
)

// Field is a field of an article that a column of a table, or a field of a list of references, may hold.
type Field string

// The fields of an article.
const (
	FieldNone     Field = "" // of a column that is left out
	FieldTitle    Field = "title"
	FieldBody     Field = "body"
	FieldSource   Field = "source"
	FieldAuthor   Field = "author"
	FieldDate     Field = "date"
	FieldURL      Field = "url"
	FieldSection  Field = "section"
	FieldLanguage Field = "language"
)

// fieldNames are what tables call the fields, folded, in the languages of many programs and people.
var fieldNames = map[Field]string{
	FieldTitle: "title titel titre titulo titolo tytul headline heading schlagzeile uberschrift заголовок назва название baslik otsikko " +
		"kop 标题 タイトル 제목 عنوان כותרת ti hd t1 name subject betreff artikeltitel beitragstitel " +
		"intitule titular encabezado naglowek koptekst",
	FieldBody: "body text fulltext full_text full text content contents article article_text articlebody article_body maintext main_text " +
		"volltext " +
		"inhalt texte contenu texto contenido testo contenuto tresc tekst текст содержание зміст metin icerik texti innehall inhoud 正文 内容 本文 " +
		"본문 نص טקסט story document transcript abstract abstract_note summary tx td lp n2 ab artikel artikeltext beitrag beitragstext " +
		"wortlaut nachricht meldung corps corps_du_texte texte_integral texte_complet cuerpo articulo texto_completo noticia corpo articolo " +
		"testo_completo testo_integrale artikeltekst volledige_tekst artykul pelny_tekst tresc_artykulu zawartosc",
	FieldSource: "source outlet publication publisher newspaper journal medium media site site_name website domain quelle zeitung " +
		"journal_name " +
		"fuente periodico medio fonte giornale jornal zrodlo gazeta источник издание джерело видання kaynak gazete kalla tidning bron krant 来源 " +
		"媒体 出典 출처 مصدر מקור sn so t2 jo jf jt container-title container_title publication_title publicationname blatt medien organ presse " +
		"sender verlag zeitschrift publikation zeitungstitel medias titre_de_presse support revue editeur quotidien diario publicacion revista " +
		"testata quotidiano rivista editore pubblicazione dagblad tijdschrift publicatie uitgever czasopismo dziennik tygodnik wydawca " +
		"tytul_prasowy nazwa_gazety",
	FieldAuthor: "author authors byline by creator writer journalist autor autoren verfasser auteur autore автор автори yazar forfattare " +
		"schrijver 作者 著者 저자 كاتب מחבר au a1 autorin autor*in autor/in autor:in verfasserin journalistin auteurs auteure autrice journaliste " +
		"redacteur signature autora autores periodista firma autori giornalista autorka autorzy dziennikarz",
	FieldDate: "date published publish_date published_at publication_date publicationdate pubdate pub_date published_on datepublished " +
		"created " +
		"created_at datum veroffentlicht erscheinungsdatum fecha data дата tarih päivämäärä 日期 日付 날짜 تاريخ תאריך pd da py y1 issued time " +
		"timestamp " +
		"load-date erschienen erschienen_am erscheinungstag veroffentlicht_am veroffentlichungsdatum publikationsdatum publiziert " +
		"publiziert_am date_de_publication date_de_parution date_publication publie publie_le paru paru_le parution fecha_de_publicacion " +
		"fecha_publicacion publicado publicado_el dia data_di_pubblicazione data_pubblicazione pubblicato pubblicato_il uscito uscita " +
		"publicatiedatum gepubliceerd gepubliceerd_op verschenen verschenen_op verschijningsdatum data_publikacji data_wydania opublikowano " +
		"opublikowany data_de_publicacao",
	FieldURL: "url link address web weblink permalink uri canonical_url adresse lien enlace ссылка посилання baglanti lank 网址 链接 리크 رابط " +
		"קישור " +
		"ur l1 document_url webadresse internetadresse adresse_web lien_web direccion vinculo indirizzo collegamento adres webadres adres_url " +
		"adres_www " +
		"odnosnik",
	FieldSection: "section category rubrik ressort kategorie rubrique seccion sezione secao dzial рубрика bolum sektion sectie 栏目 desk " +
		"topic se rubriek sparte thema theme tema temat categorie categoria kategoria rubryka sekcja rubrica katern",
	FieldLanguage: "language lang sprache langue idioma lingua jezyk язык мова dil sprak taal 语言 言語 언어 لغة שפה la lengua",
}

// fieldsByName is fieldNames turned round.
var fieldsByName = sync.OnceValue(func() map[string]Field {
	byName := map[string]Field{}
	for field, names := range fieldNames {
		for _, name := range strings.Fields(names) {
			byName[text.Fold(name)] = field
			byName[text.Fold(strings.ReplaceAll(name, "_", ""))] = field // publishedAt
		}
	}
	return byName
})

// fieldOf is the field that a column of that name holds, FieldNone if nobody can tell.
func fieldOf(name string) Field {
	folded := strings.Trim(text.Fold(strings.TrimSpace(name)), " :.*#")
	for _, spelled := range []string{folded, strings.ReplaceAll(folded, " ", "_"), strings.ReplaceAll(folded, " ", "")} {
		if field, ok := fieldsByName()[spelled]; ok {
			return field
		}
	}
	return FieldNone
}

// record is an article as fields with names, in their order: a row of a table, an object of JSON, an entry of a list of references.
type record struct {
	fields   []recordField
	attached []string     // files that belong to it, as it names them
	where    say.Sentence // which of the file, for messages: "Row 12"
	wrong    error        // why it is left out; nil if it is not
	width    int          // in code points at which the lines of its text were broken; 0 if they were not, or it is not known
}

type recordField struct{ name, value string }

// Column is a column of a table, and the field of an article that it is taken for.
type Column struct {
	Name   string
	Field  Field  // FieldNone if it is left out
	Sample string // the beginning of the first value in it
}
