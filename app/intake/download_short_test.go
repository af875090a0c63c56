package intake

import (
	"strings"
	"testing"

	"standpoint/store"
)

// shortNexis are articles of a few lines, as a database hands them out: all lines are broken at one width.
var shortNexis = strings.Join([]string{
	"                              1 of 2 DOCUMENTS", "", "                          The Varro Courier", "",
	"                     March 6, 2031 Thursday", "", "Quay closes", "", "LENGTH: 31 words", "",
	"The harbour council of Port Varro voted late on Thursday to close the",
	"northern quay for eleven weeks, a decision that crews said would cost",
	"them the spring.", "",
	"Roses are red,", "violets are blue.", "", "LOAD-DATE: March 6, 2031", "", "LANGUAGE: ENGLISH", "",
	"                    Copyright 2031 Varro Media Ltd", "",
	"                              2 of 2 DOCUMENTS", "", "                          Harbour Watch", "",
	"                     March 8, 2031 Saturday", "", "Crews plan to block the lock", "", "LENGTH: 18 words", "",
	"Fishing crews in Port Varro plan to block the lock on Monday, two days", "after the vote.", "",
	"URL: https://harbour.example/lock", "", "LANGUAGE: ENGLISH", "", "                    Copyright 2031 Harbour Watch", "",
}, "\n")

func TestShortArticlesOfADownloadAreJoinedAtTheWidthOfAll(t *testing.T) {
	drafts, err := Parse(t.Context(), "nexis.txt", []byte(shortNexis), Options{})
	if err != nil || len(drafts) != 2 {
		t.Fatalf("%d articles, %v", len(drafts), err)
	}
	for i, want := range []string{
		"The harbour council of Port Varro voted late on Thursday to close the northern quay for eleven weeks, a decision that crews said " +
			"would cost them the spring.\n\nRoses are red,\nviolets are blue.",
		"Fishing crews in Port Varro plan to block the lock on Monday, two days after the vote.",
	} {
		if drafts[i].Body != want {
			t.Errorf("article %d has the text\n%s", i+1, drafts[i].Body)
		}
	}
	if got := drafts[1].Article.URL; got != "https://harbour.example/lock" {
		t.Errorf("the address is %q", got)
	}
	kept, err := Parse(t.Context(), "nexis.txt", []byte(shortNexis), Options{KeepLines: true})
	if err != nil || !strings.Contains(kept[1].Body, "two days\nafter") {
		t.Errorf("with its lines kept it is\n%s\n%v", kept[1].Body, err)
	}
}

func TestADownloadOfProQuestNamesTheOutletWithoutItsPlace(t *testing.T) {
	rule := strings.Repeat("_", 60)
	download := strings.Join([]string{
		rule, "", "Quay closes", "", "Author: Solt, Mina", "", "https://proquest.example/docview/1", "",
		"Full text: The quay closes on Monday.", "",
		"Title: Quay closes", "", "Publication title: The Varro Courier; Port Varro", "", "Publication date: Mar 6, 2031", "", rule, "",
		"Contact us at: https://support.example", "",
	}, "\n")
	d, err := parseOne(t, "download.txt", []byte(download), Options{})
	if err != nil || d.Article.Source != "The Varro Courier" || d.Article.URL != "https://proquest.example/docview/1" ||
		d.Body != "The quay closes on Monday." || d.Article.Author != "Solt, Mina" {
		t.Errorf("%+v with %q, %v", d.Article, d.Body, err)
	}
}

func TestADownloadOfProQuestThatEndsBeforeItsTextIsCutOff(t *testing.T) {
	rule := strings.Repeat("_", 60)
	for _, in := range []string{
		rule + "\nTitle: Quay closes\n",
		rule + "\n\nTi",
		rule + "\nDocument 1 of 2\n\nQuay closes\n\nAuthor: Solt, Mina\n\nPublication ti",
		rule + "\n\nQuay closes\n\nAuthor: Solt, Mina\n\nhttps://proquest.example/docview/1\n",
	} {
		d, err := parseOne(t, "download.txt", []byte(in), Options{})
		if err == nil {
			t.Errorf("%q comes in as %q", in, d.Body)
			continue
		}
		checkRefusal(t, err, store.CodeInvalid, "download.txt", "cut off: it ends before its text")
	}
	const whole = "Title: Quay closes\n\nFull text: It closes on Monday.\n"
	d, err := parseOne(t, "download.txt", []byte(rule+"\n"+whole+rule+"\nTitle: Ferry sails\n"), Options{})
	if err != nil || d.Body != "It closes on Monday." || len(d.Left) != 1 || !strings.Contains(d.Left[0].Error(), "Article 2") {
		t.Errorf("%q, left out %v, %v", d.Body, d.Left, err)
	}
	kept := rule + "\nThe quay closes on Monday.\nTitle: none was given, he said."
	if d, err := parseOne(t, "note.txt", []byte(kept+"\nSo it stayed."), Options{}); err != nil || d.Body != kept+"\nSo it stayed." {
		t.Errorf("%q, %v", d.Body, err)
	}
}
