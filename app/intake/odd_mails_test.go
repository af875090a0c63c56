package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/htmlindex"
)

func TestTheTextOfAMessageIsReadWhateverItSaysOfItsEncoding(t *testing.T) {
	const german = "Das Café öffnet „morgen“, sagt die Wirtin, und alle kommen."
	const russian = "Порт закрыт на неделю, сообщил мэр города в понедельник."
	latin, cyrillic := encoded(t, "windows-1252", german), encoded(t, "windows-1251", russian)
	for name, test := range map[string]struct{ kind, in, want string }{
		"UTF-8 that says it is ASCII":            {"; charset=us-ascii", german, german},
		"UTF-8 that says nothing":                {"", german, german},
		"windows-1252 that says it is UTF-8":     {"; charset=utf-8", latin, german},
		"windows-1251 that says nothing":         {"", cyrillic, russian},
		"windows-1251 that says it is ASCII":     {"; charset=us-ascii", cyrillic, russian},
		"an encoding that nobody knows":          {"; charset=x-none", german, german},
		"what is UTF-8 and shows a sign for one": {"; charset=utf-8", "The sign \uFFFD stands here.", "The sign \uFFFD stands here."},
	} {
		data := envelope + "Content-Type: text/plain" + test.kind + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + test.in
		d, err := parseOne(t, "mail.eml", []byte(data), Options{})
		if err != nil || d.Body != test.want {
			t.Errorf("%s: %q, %v", name, d.Body, err)
		}
	}
}

func TestAllTextPartsOfAMessageAreReadAndDocumentsAttachedAreNamed(t *testing.T) {
	const parts = "Content-Type: multipart/mixed; boundary=XX\r\n\r\n--XX\r\nContent-Type: text/plain\r\n\r\nThe ferry sails.\r\n" +
		"--XX\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n" +
		"--XX\r\nContent-Type: text/plain\r\n\r\nThe band plays.\r\n" +
		"--XX\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''F%C3%A4hre.pdf\r\n\r\n%PDF\r\n" +
		"--XX\r\nContent-Type: text/plain; name=list.txt\r\nContent-Disposition: attachment; filename=list.txt\r\n\r\nA list.\r\n--XX--\r\n"
	d, err := parseOne(t, "mail.eml", []byte(envelope+parts), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	for _, note := range d.Notes {
		notes = append(notes, note.String())
	}
	if d.Body != "The ferry sails.\n\nThe band plays." || len(notes) != 2 || !strings.Contains(notes[0], "“Fähre.pdf”") ||
		!strings.Contains(notes[1], "“list.txt”") {
		t.Errorf("%q, %v", d.Body, notes)
	}
}

func TestFlowedLinesOfAMessageAreJoined(t *testing.T) {
	const in = "The ferry will sail twice \r\na day from May on.\r\n\r\n From here it goes \r\nto the island.\r\n" +
		"\r\n> Who says \r\n> so?\r\n>> I do.\r\n-- \r\nAda\r\n"
	const want = "The ferry will sail twice a day from May on.\n\nFrom here it goes to the island.\n\n> Who says so?\n>> I do.\n-- \nAda"
	d, err := parseOne(t, "mail.eml", []byte(envelope+"Content-Type: text/plain; format=flowed\r\n\r\n"+in), Options{KeepLines: true})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, d.Body); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	const unspaced = "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n港は一週間 \r\n閉鎖された。\r\n"
	d, err = parseOne(t, "mail.eml", []byte(envelope+unspaced), Options{})
	if err != nil || d.Body != "港は一週間閉鎖された。" {
		t.Errorf("%q, %v", d.Body, err)
	}
}

// encoded is a text in an encoding, by its name in the Encoding Standard.
func encoded(t testing.TB, name, words string) string {
	t.Helper()
	enc, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := enc.NewEncoder().String(words)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
