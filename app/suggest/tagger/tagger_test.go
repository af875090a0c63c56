package tagger

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// wordsOf divides a sentence as tests write it: at spaces, with ’s for what is owned.
func wordsOf(sentence string) (all []Word) {
	for w := range strings.FieldsSeq(sentence) {
		text, owns := strings.CutSuffix(w, "’s")
		all = append(all, Word{Text: text, Fold: strings.ToLower(text), Owns: owns})
	}
	return all
}

func TestSentencesAreTagged(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{
			"The minister said on Monday that Norvia would open the harbour .",
			"determiner, noun, past, preposition, name, subordinator, name, auxiliary, base, determiner, noun, mark",
		},
		{"She has said that they opposed it .", "pronoun, auxiliary, participle, subordinator, pronoun, past, pronoun, mark"},
		{"The Norvia talks began", "determiner, name, noun, past"},
		{"Saying nothing , he may leave in May .", "gerund, pronoun, mark, pronoun, auxiliary, base, preposition, name, mark"},
		{"Norvia’s president denies the report .", "name, noun, present, determiner, noun, mark"},
		{"We will not pay , the union says .", "pronoun, auxiliary, particle, base, mark, determiner, noun, present, mark"},
	} {
		var got []string
		for _, tag := range Tags(nil, wordsOf(c.sentence)) {
			got = append(got, tag.String())
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.sentence, s, c.want)
		}
	}
}

func TestVerbsAreToldFromOthersAndFiniteOnesFromTheRest(t *testing.T) {
	var verbs, finite []Tag
	for tag := range tagCount + 1 {
		if tag.IsVerb() {
			verbs = append(verbs, tag)
		}
		if tag.IsFinite() {
			finite = append(finite, tag)
		}
	}
	if !slices.Equal(verbs, []Tag{Base, Present, Past, Gerund, Participle}) || !slices.Equal(finite, []Tag{Present, Past}) {
		t.Errorf("verbs are %v, finite ones %v", verbs, finite)
	}
}

func TestEachWordOfAnyScriptHasATag(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sentence := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Word {
			letters := rapid.RuneFrom(nil, unicode.Latin, unicode.Cyrillic, unicode.Han, unicode.Arabic, unicode.P, unicode.M)
			text := rapid.StringOf(letters).Draw(t, "word")
			return Word{Text: text, Fold: strings.ToLower(text), Owns: rapid.Bool().Draw(t, "owns")}
		})).Draw(t, "sentence")
		before := []Tag{Noun}
		tags := Tags(before, sentence)
		if len(tags) != len(sentence)+1 || tags[0] != Noun {
			t.Fatalf("%d words have the tags %v", len(sentence), tags)
		}
		if again := Tags(nil, sentence); !slices.Equal(again, tags[1:]) {
			t.Fatalf("read twice they are %v and %v", tags[1:], again)
		}
	})
}

func TestASentenceIsTaggedWithoutAllocations(t *testing.T) {
	sentence := wordsOf("The Norvian foreign minister , Anna Kessel , told reporters that nothing was decided .")
	tags := Tags(nil, sentence)
	if n := testing.AllocsPerRun(100, func() { tags = Tags(tags[:0], sentence) }); n > 0 {
		t.Errorf("it takes %v", n)
	}
}

func lessons() []Tagged {
	tags := map[string]Tag{
		"The": Determiner, "pilots": Noun, "opposed": Past, "the": Determiner, "toll": Noun, ".": Mark, "Norvia": Name, "and": Conjunction,
	}
	var all []Tagged
	for _, s := range []string{
		"The pilots opposed the toll .", "Norvia opposed the pilots .", "The toll and the pilots",
		"The pilots and Norvia opposed the toll .",
	} {
		one := Tagged{Words: wordsOf(s)}
		for _, w := range one.Words {
			one.Tags = append(one.Tags, tags[w.Text])
		}
		all = append(all, one)
	}
	return all
}

func TestTheSameSentencesGiveTheSameWeightsWhichAreReadAsTheyWereWritten(t *testing.T) {
	var first, second, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Learn(lessons(), 5).Encode(b); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("they differ")
	}
	m, err := Decode(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range lessons() {
		if got := m.Tags(nil, s.Words); !slices.Equal(got, s.Tags) {
			t.Errorf("%v is tagged %v", s.Words, got)
		}
	}
	if err := m.Encode(&again); err != nil || !bytes.Equal(again.Bytes(), first.Bytes()) {
		t.Errorf("what was read is written otherwise: %v", err)
	}
}

func TestWeightsThatAreNoneAreRefused(t *testing.T) {
	var b bytes.Buffer
	if err := Learn(lessons(), 5).Encode(&b); err != nil {
		t.Fatal(err)
	}
	for _, damaged := range [][]byte{nil, []byte("nothing"), b.Bytes()[:b.Len()/2], bytes.Repeat([]byte{255}, 100)} {
		if _, err := Decode(bytes.NewReader(damaged)); err == nil {
			t.Errorf("%d bytes are read", len(damaged))
		}
	}
}

func TestTheWeightsAreSmall(t *testing.T) {
	const most = 500_000
	if len(embedded) > most || len(learnt().keys) < 1000 {
		t.Errorf("%d bytes with room for %d features", len(embedded), len(learnt().keys))
	}
}

func TestRegularFormsFollowTheSpellingOfEnglish(t *testing.T) {
	for _, c := range [][3]string{
		{"deny", "denies", "denied"},
		{"stop", "stops", "stopped"},
		{"agree", "agrees", "agreed"},
		{"reach", "reaches", "reached"},
		{"visit", "visits", "visited"},
		{"commit", "commits", "committed"},
		{"delay", "delays", "delayed"},
		{"use", "uses", "used"},
		{"go", "goes", "goed"},
	} {
		if s, ed := withEnding(c[0], "s"), withEnding(c[0], "ed"); s != c[1] || ed != c[2] {
			t.Errorf("%s: %s, %s", c[0], s, ed)
		}
	}
	for verb, want := range map[string]string{"make": "making", "see": "seeing", "die": "dying", "plan": "planning", "open": "opening"} {
		if got := withEnding(verb, "ing"); got != want {
			t.Errorf("%s: %s", verb, got)
		}
	}
}
