package suggest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/text"
)

func toldAll(all []Party) string {
	told := make([]string, len(all))
	for i, p := range all {
		told[i] = p.told()
	}
	return strings.Join(told, " + ")
}

func (a Around) told(b *text.Body) string {
	s := a.Said
	line := fmt.Sprintf("%s, %s: %s by “%s”", s.Act, s.Quotation, toldAll(s.Speakers), b.Slice(s.Cue))
	for _, of := range []struct {
		role    string
		parties []Party
	}{{"to", s.Addressees}, {"through", s.Carriers}} {
		if len(of.parties) > 0 {
			line += " " + of.role + " " + toldAll(of.parties)
		}
	}
	return line + a.Stand.told()
}

func (p Stand) told() string {
	if p.Verb.Empty() {
		return ""
	}
	line := "; " + string(p.Stance)
	if len(p.Holders) > 0 {
		line += " held by " + toldAll(p.Holders)
	}
	return line
}

// Who says the words between | is read from the sentence around them.
func TestWhoSaysAPassageIsReadFromItsSentence(t *testing.T) {
	for _, row := range []struct{ said, want string }{
		{
			"Mara Ellin told reporters on Tuesday: |“We will keep the harbour open.”|",
			"says, direct: =Mara Ellin by “told” to “reporters”",
		},
		{
			"|“The harbour will open on Monday,”| the Norvian foreign minister, Anna Kessel, told reporters.",
			"says, direct: Anna Kessel (person) by “told” to “reporters”",
		},
		{
			"Meridian, citing an unnamed source familiar with the talks, reported that |Norvia opposed foreign observers|.",
			"says, indirect: “an unnamed source familiar with the talks” by “reported” through =Meridian; oppose held by =Norvia",
		},
		{
			"|The talks began at noon|, state media reported, though nobody came.",
			"says, indirect: “state media” by “reported”",
		},
		{
			"|The harbour is closed|, according to the Ministry of Fisheries.",
			"says, indirect: Ministry of Fisheries (organisation) by “according to”",
		},
		{
			"According to Mara Ellin, |the harbour is closed|.",
			"says, indirect: =Mara Ellin by “According to”",
		},
		{
			"Icelandic Foreign Minister Jona Falk opened the talks by telling the delegates that |it was time|.",
			"says, indirect: Jona Falk (person) by “telling” to “the delegates”",
		},
		{
			"Ellin called the talks |“decorative,”| arguing that they lead nowhere.",
			"says, direct: =Mara Ellin by “called”",
		},
		{
			"Ellin called the talks “decorative,” arguing that |they lead nowhere|.",
			"says, indirect: =Mara Ellin by “arguing”",
		},
		{
			"Ellin said the harbour was open but added that |Velia was not serious|.",
			"says, indirect: =Mara Ellin by “added”",
		},
		{
			"While she will not come, the Trade Ministry said |Odo Lenz would speak for Norvia|.",
			"says, indirect: Trade Ministry (organisation) by “said”",
		},
		{
			"Shortly before the talks began in Port Varro, Harbour House said |Ilse Varonne would follow them|.",
			"says, indirect: =Norvia by “said”",
		},
		{
			"Ilse Varonne, now on her way north, has said that |“nothing will happen.”|",
			"says, direct: Ilse Varonne (person) by “said”",
		},
		{
			"Ilse Varonne came late. She suggested |a toll might follow|.",
			"says, indirect: Ilse Varonne (person) by “suggested”",
		},
		{
			"The harbour stays open, Ilse Varonne said. |“All is in place.”|",
			"says, direct: Ilse Varonne (person) by “”",
		},
		{
			"|“It is over,”| said Odo Lenz.",
			"says, direct: Odo Lenz (person) by “said”",
		},
		{
			"Norvia and Velia said |the talks go on|.",
			"says, indirect: =Norvia + Velia by “said”",
		},
		{
			"Norvia denied that |it had closed the harbour|.",
			"denies, indirect: =Norvia by “denied”",
		},
		{
			"Later in the day the ministry demanded that |the toll be lifted|.",
			"demands, indirect: “the ministry” by “demanded”",
		},
		{
			"A senior official, who spoke on condition of anonymity, said |the toll stays|.",
			"says, indirect: “A senior official” by “said”",
		},
		{
			"|Mara Ellin declined to comment|.",
			"declines, indirect: =Mara Ellin by “declined”",
		},
		{
			"Mara Ellin said |Norvia does not support a toll|.",
			"says, indirect: =Mara Ellin by “said”; oppose held by =Norvia",
		},
		{
			"Mara Ellin said |she opposed a toll|.",
			"says, indirect: =Mara Ellin by “said”; oppose held by =Mara Ellin",
		},
		{
			"The report was long. |Nobody had read it|.",
			"says, indirect:  by “”",
		},
		{
			"Reykjavik said |the toll stays|.",
			"says, indirect: =Republik Island by “said”",
		},
		{
			"Ellin will not come after Norvia’s Odo Lenz |rejected her offer|.",
			"says, indirect: Odo Lenz (person) by “rejected”; oppose held by Odo Lenz (person)",
		},
		{
			"|The office called the talks “useful”|; Mara Ellin said they had been short.",
			"says, mixed: “The office” by “called”",
		},
		{
			"Mara Ellin said the talks were short; |the office called them useful|.",
			"says, indirect: “the office” by “called”",
		},
		{
			"“We will pay,” Mara Ellin said; |“we have paid before.”|",
			"says, direct: =Mara Ellin by “said”",
		},
		{
			"On Friday the Harbour Pilots’ Association said |the strait is safe|.",
			"says, indirect: Harbour Pilots’ Association (organisation) by “said”",
		},
		{
			"Later the pilots’ association said |the strait is safe|.",
			"says, indirect: “the pilots’ association” by “said”",
		},
		{
			"|‘We shall bring the harbour its Pilots’| said Mara Ellin.",
			"says, direct: =Mara Ellin by “said”",
		},
		{
			"|Nothing|",
			"says, indirect:  by “”",
		},
		{
			"Von |allem| etwas.",
			"says, indirect:  by “”",
		},
	} {
		b, s := marked(t, row.said)
		if got := aroundOf(Text{Known: newKnown(), Body: b}, s).told(b); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.said, got, row.want)
		}
	}
}

// aroundOf reads what a text tells of a passage of it.
func aroundOf(t Text, passage text.Span) Around {
	return t.Around(Facts{}, passage, Findings{})
}

// However long a text is, what is told of a passage in it stands where it is told to.
func TestWhatIsToldOfAPassageStandsInTheWholeText(t *testing.T) {
	nobody := strings.Repeat("The wind fell. ", 4000)
	for _, said := range []string{
		"On Monday Mara Ellin |rejected the toll|.", "Mara Ellin told reporters on Monday that |Norvia rejects the toll|.",
		"Meridian, citing a source, said |Norvia rejects it unless Velia pays|.",
	} {
		b, passage := marked(t, nobody+said+" "+nobody)
		a := b.Slice(passage)
		told := (Text{Known: newKnown(), Body: b}).Around(Facts{Published: "2031-03-05"}, passage, Findings{})
		parties := slices.Concat(told.Said.Speakers, told.Said.Addressees, told.Said.Carriers, told.Stand.Holders)
		if len(told.Said.Speakers) == 0 || len(told.Stand.Holders) == 0 {
			t.Errorf("%s: %+v", a, told)
		}
		for _, p := range parties {
			if b.Slice(p.Span) != p.Words {
				t.Errorf("%s: %q stands where %q is told to stand", a, b.Slice(p.Span), p.Words)
			}
		}
		for _, s := range []text.Span{told.Said.Cue, told.Stand.Verb, told.Stand.Target.Span, told.Said.On.Span} {
			if !s.Empty() && !strings.Contains(strings.ReplaceAll(said, "|", ""), b.Slice(s)) {
				t.Errorf("%s: %q is told of", a, b.Slice(s))
			}
		}
	}
}

// marked is a text without its two |, and what stands between them.
func marked(t testing.TB, said string) (*text.Body, text.Span) {
	t.Helper()
	parts := strings.Split(said, "|")
	b, err := text.NewBody(strings.Join(parts, ""))
	if err != nil || len(parts) != 3 {
		t.Fatalf("%q is not marked: %v", said, err)
	}
	start := len([]rune(parts[0]))
	return b, text.Span{Start: start, End: start + len([]rune(parts[1]))}
}

func TestWhoStandsWhereIsReadFromTheVerb(t *testing.T) {
	for _, row := range []struct{ said, want string }{
		{"|Norvia rejected the toll|.", "; oppose held by =Norvia"},
		{"|Norvia and Velia have long backed the observers|.", "; support held by =Norvia + Velia"},
		{"|Norvia never supported the toll|.", "; oppose held by =Norvia"},
		{"Mara Ellin, a judge, |welcomed the toll|.", "; support held by =Mara Ellin"},
		{"Ilse Varonne came. |She rejected the toll|.", "; oppose held by Ilse Varonne (person)"},
		{"|The support of Norvia is needed|.", ""},
	} {
		b, s := marked(t, row.said)
		if got := aroundOf(Text{Known: newKnown(), Body: b}, s).Stand.told(); got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.said, got, row.want)
		}
	}
}

// Words that an annotation links are whom it says, whatever they are.
func TestAMentionSaysWhoSpeaks(t *testing.T) {
	b, s := marked(t, "On Tuesday Harbour Street said |the toll stays|.")
	read := Text{Known: newKnown(), Body: b}
	for id, a := range read.actors {
		if a.Name == "Norvia" {
			read.Mentions = []Mentioned{{Span: text.Span{Start: 11, End: 25}, Actor: id}}
		}
	}
	if got := toldAll(aroundOf(read, s).Said.Speakers); got != "=Norvia" {
		t.Errorf("%s speaks", got)
	}
}

// Whatever a text is, what is guessed of it stands there.
func FuzzGuesses(f *testing.F) {
	for _, s := range []string{
		harbourTalk, "", " ", "“”", "X, citing Y, reported that Z", "according to", "said, told, said", "A and", ", the", "’s ’s said ’s",
		"Dr. Mr. U.S. said", "«Так», — сказал он", "他说：“好。”",
	} {
		f.Add(s, 0, len(s))
		f.Add(s, len(s)/3, len(s)/2)
	}
	k := newKnown()
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		b, err := text.NewBody(s)
		if err != nil {
			return
		}
		span := b.Trim(text.Span{Start: start, End: end})
		read := Text{Known: k, Body: b}
		around, in := aroundOf(read, span), read.Introduced(span)
		said, stands := around.Said, around.Stand
		read.KindAt(span)
		for _, p := range slices.Concat(
			said.Speakers, said.Addressees, said.Carriers, stands.Holders, []Party{in.Party, in.Of},
		) {
			if p.Words != b.Slice(p.Span) || p.Span.Start < 0 || p.Span.End > b.Len() {
				t.Errorf("%+v is not in %q", p, s)
			}
		}
		for _, at := range []text.Span{said.Cue, in.Title, stands.Verb} {
			if at.Start < 0 || at.End > b.Len() || at.End < at.Start {
				t.Errorf("%v is not in %q", at, s)
			}
		}
	})
}

const harbourTalk = `Mara Ellin, the trade minister of Norvia, told reporters: “We will keep the harbour open.” ` +
	`She did not say for how long.

Meridian, citing an unnamed source, reported that Norvia opposed foreign observers.`

// The names of a large project do not make a guess slow: each is looked at once for each name in the sentence.
func BenchmarkStatementInALargeProject(b *testing.B) {
	actors := map[store.ID]store.Name{}
	for i := range 32_000 {
		id := store.NewID()
		actors[id] = store.Name{ID: id, Name: fmt.Sprintf("Person Number%d", i), Kind: store.ActorPerson}
	}
	body, s := marked(b, "Meridian, citing an unnamed source, reported that |Norvia opposed foreign observers|.")
	read := Text{Known: Know(actors), Body: body}
	for b.Loop() {
		aroundOf(read, s)
	}
}
