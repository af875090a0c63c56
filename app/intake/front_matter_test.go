package intake

import (
	"strings"
	"testing"

	"standpoint/store"
)

const frontBody = "# Harbour talks end\n\nThe ferry sails again, the harbour said, " +
	"and the crews will be there when it is back from the docks in spring."

func TestFrontMatterBecomesFieldsAndDoesNotStandInTheText(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     store.Article
	}{
		{
			"all fields", "---\ntitle: Harbour talks end\nauthor: Ida Brandt\ndate: 2031-03-04\nsource: The Varro Courier\n" +
				"url: https://courier.example/talks\nlanguage: en\nsection: Harbours\n---\n\n",
			store.Article{
				Title: "Harbour talks end", Author: "Ida Brandt", Published: "2031-03-04", Source: "The Varro Courier",
				URL: "https://courier.example/talks", Language: "en", Section: "Harbours",
			},
		},
		{
			"what a program clips", "\n---\ntitle: \"Harbour talks “end”: a day\"\nsource: \"https://courier.example/talks\"\nauthor:\n" +
				"  - \"[[Ida Brandt]]\"\n  - \"[[Jon Venn]]\"\npublished: 2031-03-04\ncreated: 2031-04-01\ndescription: >-\n" +
				"  It ends,\n  they said.\ntags:\n- clippings\n---\n",
			store.Article{
				Title: "Harbour talks “end”: a day", Author: "Ida Brandt, Jon Venn", Published: "2031-03-04",
				URL: "https://courier.example/talks", Language: "en",
			},
		},
		{
			"quotes, lists, remarks, lines of their own", "---  \r\n# of the desk\r\nTitle: 'The harbour''s talks'\r\n" +
				"Authors: [Ida Brandt, 'Jon Venn']\r\nDate: 2031-03-04T09:00:00+01:00 # as printed\r\n\r\nsource: |\r\n  The Varro\r\n" +
				"  Courier\r\nlang: German\r\nlayout: post\r\n...\r\n",
			store.Article{
				Title: "The harbour's talks", Author: "Ida Brandt, Jon Venn", Published: "2031-03-04T09:00:00+01:00",
				Source: "The Varro Courier", Language: "de",
			},
		},
		{
			"head lines below it", "---\ntitle: Harbour talks end\n---\nSource: The Varro Courier\n\n",
			store.Article{Title: "Harbour talks end", Source: "The Varro Courier", Language: "en"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := parseOne(t, "talks.md", []byte(test.in+frontBody), Options{})
			if err != nil || d.Body != frontBody || len(d.Notes) > 0 {
				t.Fatalf("the text is %q, %v, %v", d.Body, d.Notes, err)
			}
			for i, field := range FieldsOf(&d.Article) {
				if want := *FieldsOf(&test.want)[i].Value; *field.Value != want {
					t.Errorf("%s is %q, want %q", field.Name, *field.Value, want)
				}
			}
			if got := d.From[FieldTitle].Place; got != PlaceHead {
				t.Errorf("the title is from %q", got)
			}
		})
	}
}

func TestWhatIsNoFrontMatterStandsInTheText(t *testing.T) {
	for _, in := range []string{
		"---\nThe ferry sails again.\n---\nSo it was said.",
		"---\ntitle: The ferry\nIt sails again, the harbour said.\n---\nSo it was said.",
		"---\ntitle: The ferry\nThe ferry sails again, and no line ends this.",
		"---\nHarbour: it sails again.\n---\nSo it was said.",
		"---\n- title: The ferry\n---\nSo it was said.",
		"The ferry.\n---\ntitle: The ferry\n---\nSo it was said.",
	} {
		d, err := parseOne(t, "ferry.md", []byte(in), Options{})
		if err != nil || d.Body != in {
			t.Errorf("%q: the text is %q, %v", in, d.Body, err)
		}
	}
}

func TestAValueOfFrontMatterThatCannotBeStaysInTheText(t *testing.T) {
	d, err := parseOne(t, "ferry.md", []byte("---\ntitle: The ferry\ndate: some day in spring\n---\n\nIt sails."), Options{})
	if err != nil || d.Body != "date: some day in spring\n\nIt sails." || d.Article.Title != "The ferry" || len(d.Notes) != 1 ||
		!strings.HasPrefix(d.Notes[0].String(), "Line 3: ") {
		t.Errorf("%+v with %q, %v, %v", d.Article, d.Body, d.Notes, err)
	}
	d, err = parseOne(t, "ferry.md", []byte("---\ndate: 03/04/2031\n---\n\nIt sails."), Options{DateOrder: DayFirst})
	if err != nil || d.Body != "It sails." || d.Article.Published != "2031-04-03" {
		t.Errorf("%+v with %q, %v", d.Article, d.Body, err)
	}
	_, err = parseOne(t, "ferry.md", []byte("---\ntitle: The ferry\n---\n"), Options{})
	checkRefusal(t, err, store.CodeInvalid, "no text")
}
