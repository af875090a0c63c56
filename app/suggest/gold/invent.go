package gold

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// Invent puts articles together out of ready sentences, in English: for how much is learnt from many of them, not for how well people's
// texts are read. Whoever annotated them has habits of their own: what somebody thinks or would say is a statement, “that” belongs to it,
// and what is announced in a word or two is none. Each has at least so many code points. The same number gives the same articles.
func Invent(n, length int) ([]Article, error) {
	all := make([]Article, n)
	for i := range all {
		w := &inventor{chance: rand.New(rand.NewPCG(uint64(i), 17))} //nolint:gosec // it chooses among sentences
		var err error
		if all[i], err = Parse(fmt.Sprintf("invented-%04d", i), w.article(i, length)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

type inventor struct{ chance *rand.Rand }

func (w *inventor) one(of []string) string { return of[w.chance.IntN(len(of))] }

// The words of invented sentences.
var (
	inventedFirst = []string{"Mara", "Odo", "Anna", "Kai", "Sofia", "Ines", "Tarek", "Lena", "Viktor", "Ruth", "Emil", "Nora"}
	inventedLast  = []string{
		"Ellin", "Lenz", "Kessel", "Brun", "Marchetti", "Duarte", "Haddad", "Strand", "Orlov", "Beck", "Rasmus", "Quist", "Vale", "Tarn",
	}
	inventedRoles = []string{"Harbour Minister", "Trade Minister", "Mayor", "union leader", "pilots’ spokesman", "opposition leader"}
	inventedThing = []string{
		"harbour", "bridge", "toll", "ferry", "budget", "hospital", "pipeline", "school", "strike", "canal", "railway", "airport", "court",
	}
	inventedWill = []string{
		"will open on Monday", "will cost twice as much", "is a burden for the islands", "must be closed", "has been delayed again",
		"would help the fishermen", "will be ready before winter", "was never discussed with the towns", "is safe", "needs more money",
	}
	inventedPlain = []string{
		"The %s in the old town was closed for several hours.", "Rain fell on the %s for most of the week.",
		"A report on the %s was published last year.", "The work on the %s began in spring and went on until autumn.",
		"Several hundred people gathered near the %s, and most of them left before dark.",
	}
)

// inventedTold are sentences and what is annotated in them: who says something, what, and that begun with a large letter.
var inventedTold = []struct{ words, note string }{
	{"{who} said that {what}.", "that {what} | cue said | by ={who}"},
	{"{who} told reporters that {what}.", "that {what} | cue told | by ={who} | to reporters"},
	{"“{What},” {who} said.", "“{What},” | cue said | by ={who}"},
	{"“{What},” said {who}, and left.", "“{What},” | cue said | by ={who}"},
	{"{who} believes that {what}.", "that {what} | cue believes | by ={who}"},
	{"{who} feels that {what}.", "that {what} | cue feels | by ={who}"},
	{"{who} would argue that {what}.", "that {what} | cue argue | by ={who}"},
	{"For {who}, there is no doubt that {what}.", "that {what} | by ={who}"},
	{"{who} does not think that {what}.", "that {what} | cue think | by ={who}"},
	{"According to {who}, {what}.", "{what} | cue According to | by ={who}"},
	{"{who} let it be known that {what}.", "that {what} | cue known | by ={who}"},
	{"{who} announced a new toll on Friday.", ""},
	{"{who} warned of delays.", ""},
	{"{who} promised to come back.", ""},
	{"{who} spoke of “a good day” and left early.", ""},
}

func (w *inventor) article(i, length int) string {
	var b strings.Builder
	split := "tune"
	if i%3 == 0 {
		split = "kept"
	}
	fmt.Fprintf(&b, "language: en\ndate: 2031-%02d-%02d\noutlet: Invented Wire\nstyle: ready sentences\nsplit: %s\n\n", 1+i%12, 1+i%28, split)
	people := make([]string, 4)
	for k := range people {
		people[k] = w.one(inventedFirst) + " " + w.one(inventedLast)
	}
	fmt.Fprintf(&b, "The %s %s met the %s %s.\n", w.one(inventedRoles), people[0], w.one(inventedRoles), people[1])
	for said := 0; said < length; {
		if w.chance.IntN(3) == 0 {
			line := fmt.Sprintf(w.one(inventedPlain), w.one(inventedThing))
			b.WriteString("\n" + line + "\n")
			said += utf8.RuneCountInString(line)
			continue
		}
		told := inventedTold[w.chance.IntN(len(inventedTold))]
		content := "the " + w.one(inventedThing) + " " + w.one(inventedWill)
		fill := strings.NewReplacer("{who}", w.one(people), "{what}", content, "{What}", "T"+content[1:])
		line := fill.Replace(told.words)
		b.WriteString("\n" + line + "\n")
		if told.note != "" {
			b.WriteString("> say " + fill.Replace(told.note) + "\n")
		}
		said += utf8.RuneCountInString(line)
	}
	return b.String()
}
