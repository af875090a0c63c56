package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/suggest/tagger"
)

// sample is of our own, in the format of the corpus.
var sample = strings.ReplaceAll(`# text = Norvia's front-line harbours won't cost 10,000.
1-2|Norvia's|_|_|_|_|_|_|_|_
1|Norvia|Norvia|PROPN|NNP|_|0|_|_|Entity=(1)
2|'s|'s|PART|POS|_|0|_|_|_
3|front|front|ADJ|JJ|_|0|_|_|SpaceAfter=No
4|-|-|PUNCT|HYPH|_|0|_|_|SpaceAfter=No
5|line|line|NOUN|NN|_|0|_|_|_
6|harbours|harbour|NOUN|NNS|_|0|_|_|_
7-8|won't|_|_|_|_|_|_|_|_
7|wo|will|AUX|MD|_|0|_|_|_
8|n't|not|PART|RB|_|0|_|_|_
9|cost|cost|VERB|VB|_|0|_|_|_
10|10,000|10,000|NUM|CD|_|0|_|_|SpaceAfter=No
11|.|.|PUNCT|.|_|0|_|_|_

1|Pilots|pilot|NOUN|NNS|_|0|_|_|_
2|objected|object|VERB|VBD|_|0|_|_|_
`, "|", "\t")

func TestWordsAreDividedAsTextsAre(t *testing.T) {
	all, err := read(strings.NewReader(sample))
	if err != nil || len(all) != 2 {
		t.Fatalf("%d sentences, %v", len(all), err)
	}
	var got []string
	for i, w := range all[0].Words {
		s := w.Text + "/" + all[0].Tags[i].String()
		if w.Owns {
			s += "/owns"
		}
		got = append(got, s)
	}
	const want = "Norvia/name/owns front-line/noun harbours/noun won't/auxiliary cost/base 10/number ,/mark 000/number ./mark"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got %s", s)
	}
	if all[1].Tags[1] != tagger.Past {
		t.Errorf("objected is %s", all[1].Tags[1])
	}
}

func TestAFolderOfTextsGivesTheSameBytesEachTime(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.conllu", "b.conllu", "c.conllu"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(sample), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var files [2][]byte
	for i := range files {
		name := filepath.Join(folder, "weights.bin")
		if err := run([]string{folder, name}, nil); err != nil {
			t.Fatal(err)
		}
		files[i], _ = os.ReadFile(name)
	}
	if len(files[0]) == 0 || !bytes.Equal(files[0], files[1]) {
		t.Errorf("%d and %d bytes", len(files[0]), len(files[1]))
	}
	var said bytes.Buffer
	if err := run([]string{folder}, &said); err != nil || !strings.HasPrefix(said.String(), "33 words: 100.0 % right") {
		t.Errorf("%s, %v", said.String(), err)
	}
	if err := run([]string{t.TempDir()}, &said); err == nil {
		t.Error("a folder without texts teaches something")
	}
}
