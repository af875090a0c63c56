package intake

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// inKOI8 is words of a head of a mail message in an encoding of old Cyrillic mails.
func inKOI8(t testing.TB, words string) string {
	t.Helper()
	coded, err := charmap.KOI8R.NewEncoder().String(words)
	if err != nil {
		t.Fatal(err)
	}
	return "=?koi8-r?B?" + base64.StdEncoding.EncodeToString([]byte(coded)) + "?="
}

// told is an article in a few lines: what is known of it, its text, and what was said of it.
func told(d Draft) string {
	a := d.Article
	head := strings.Join([]string{a.Title, string(a.Published), a.Source, a.Author, a.Language}, "|")
	return head + "\n" + d.Body + "\n" + fmt.Sprint(d.Notes)
}

func TestAFileInAnOddButRealFormComesInWhole(t *testing.T) {
	mail := func(subject, rest string) string {
		return "From: Ilse Brandt <i@wire.example>\r\nSubject: " + subject + "\r\nDate: Fri, 16 May 2031 10:00:00 +0300\r\n" +
			"MIME-Version: 1.0\r\n" + rest
	}
	inner := mail("Inner", "Content-Type: text/plain\r\n\r\nThe inner message says more.\r\n")
	for name, test := range map[string]struct {
		in   string
		want []string
	}{
		"a message with another one attached": {
			mail(inKOI8(t, "Паром"), "Message-ID: <1>\r\nContent-Type: multipart/mixed; boundary=M\r\n\r\n--M\r\nContent-Type: text/plain\r\n\r\n"+
				"The ferry sails.\r\n--M\r\nContent-Type: message/rfc822\r\n\r\n"+inner+"\r\n--M--\r\n"),
			[]string{
				"Паром|2031-05-16T10:00:00+03:00|Ilse Brandt||\nThe ferry sails.\n[]",
				"Inner|2031-05-16T10:00:00+03:00|Ilse Brandt||\nThe inner message says more.\n[]",
			},
		},
		"a message that is only forwarded": {
			mail("Fwd", "Message-ID: <1>\r\nContent-Type: multipart/mixed; boundary=M\r\n\r\n--M\r\nContent-Type: message/rfc822\r\n\r\n"+
				inner+"\r\n--M--\r\n"), []string{"Inner|2031-05-16T10:00:00+03:00|Ilse Brandt||\nThe inner message says more.\n[]"},
		},
		"a table that says what parts its cells": {
			"sep=;\r\nTitle;Text;Date\r\nFerry, at last;It sails.;16.05.2031\r\n", []string{"Ferry, at last|2031-05-16|||\nIt sails.\n[]"},
		},
		"objects within objects, a line each": {
			`{"title":{"rendered":"Ferry"},"content":{"text":"It sails.","html":"<p>x</p>"},"source":{"name":"Wire"},"publishedAt":` +
				`"2031-05-16T10:00:00Z"}` + "\n" + `{"title":"Bridge","content":{"text":"It stands."},"source":{"name":"Wire"}}` + "\n",
			[]string{"Ferry|2031-05-16T10:00:00Z|Wire||\nIt sails.\n[]", "Bridge||Wire||\nIt stands.\n[]"},
		},
		"an answer of a service with one article": {
			`{"meta":{"n":1},"response":{"docs":[{"headline":"Ferry","body":"It sails.","authors":[{"given":"Ilse"}]}]}}`,
			[]string{"Ferry|||Ilse|\nIt sails.\n[]"},
		},
		"labels of Nexis below a heading of their own": {
			"Ferry sails again\nHarbour Wire\nMay 16, 2031 Friday\n\nSection:\u00a0NEWS\nBody\n\nIt sails.\n\nClassification\n\n" +
				"Language: ENGLISH\n\nLoad-Date:\u00a0May 17, 2031\n\nEnd of Document\n",
			[]string{"Ferry sails again|2031-05-16|Harbour Wire||en\nIt sails.\n[]"},
		},
		"a language in two languages": {
			"Dokument 1 von 1\n\nOstrany Bote\n\nFreitag, 16. Mai 2031\n\nFähre\n\nLÄNGE: 3 Wörter\n\nSie fährt.\n\nSPRACHE: GERMAN; DEUTSCH\n",
			[]string{"Fähre|2031-05-16|Ostrany Bote||de\nSie fährt.\n[]"},
		},
		"a reference that has only its year": {
			"TY  - NEWS\nTI  - Ferry\nAB  - It sails.\nPY  - 2031///\nER  - \n", []string{"Ferry|2031|||\nIt sails.\n[]"},
		},
		"a reference with year and date": {
			"TY  - NEWS\nTI  - Ferry\nAB  - It sails.\nPY  - 2031\nDA  - 2031/05/16/\nER  - \n", []string{"Ferry|2031-05-16|||\nIt sails.\n[]"},
		},
		"a reference whose date stands in pieces": {
			"@article{b,\n title = {Ferry},\n abstract = {It sails.},\n year = 2031,\n month = may,\n day = 16\n}\n",
			[]string{"Ferry|2031-05-16|||\nIt sails.\n[]"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := Parse(t.Context(), "odd", []byte(test.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range drafts {
				got = append(got, told(d))
			}
			if strings.Join(got, "\n\n") != strings.Join(test.want, "\n\n") {
				t.Errorf("it is\n%s\nnot\n%s", strings.Join(got, "\n\n"), strings.Join(test.want, "\n\n"))
			}
		})
	}
}
